/** Whole numbers of 32 bits in a row that grows; a plain array of as many takes several times the memory. */
export interface GrowingInts {
  push(value: number): void;
  /** Takes back all from a place on. */
  cut(to: number): void;
  readonly length: number;
  /** The number at a place; 0 beyond the last. */
  at(place: number): number;
}

/** The row is held in pieces of so many, so that growing copies nothing and leaves nothing behind. */
const BITS = 14;
const SIZE = 1 << BITS;
const WITHIN = SIZE - 1;

/** An empty row. */
export function growInts(): GrowingInts {
  const pieces: Int32Array[] = [];
  let length = 0;
  return {
    push(value) {
      let piece = pieces[length >> BITS];
      if (piece === undefined) {
        piece = new Int32Array(SIZE);
        pieces.push(piece);
      }
      piece[length & WITHIN] = value;
      length++;
    },
    cut(to) {
      length = Math.min(length, to);
    },
    get length() {
      return length;
    },
    at: place => (place < length ? (pieces[place >> BITS]?.[place & WITHIN] ?? 0) : 0),
  };
}
