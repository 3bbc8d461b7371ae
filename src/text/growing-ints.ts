/** Whole numbers of 32 bits in a row that grows; a plain array of as many takes several times the memory. */
export interface GrowingInts {
  push(value: number): void;
  /** Takes back all from a place on. */
  cut(to: number): void;
  size(): number;
  /** The number at a place; 0 beyond the last. */
  at(place: number): number;
}

/** The row is held in pieces of so many, so that growing copies nothing and leaves nothing behind. */
const BITS = 14;
const SIZE = 1 << BITS;
const WITHIN = SIZE - 1;

/** An empty row. */
export function growInts(): GrowingInts {
  const pieces = [new Int32Array(SIZE)];
  let length = 0;
  return {
    push(value) {
      const number = length >> BITS;
      if (number === pieces.length) pieces.push(new Int32Array(SIZE));
      const piece = pieces[number];
      if (piece !== undefined) piece[length & WITHIN] = value;
      length++;
    },
    cut(to) {
      length = Math.min(length, to);
    },
    size: () => length,
    at: place => (place < length ? (pieces[place >> BITS]?.[place & WITHIN] ?? 0) : 0),
  };
}
