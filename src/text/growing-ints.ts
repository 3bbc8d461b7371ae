/** Whole numbers of 32 bits in a row that grows; a plain array of as many takes several times the memory. */
export interface GrowingInts {
  push(value: number): void;
  /** Takes back all from a place on. */
  cut(to: number): void;
  readonly length: number;
  /** The numbers so far; not to be kept while the row grows. */
  values(): Int32Array;
}

/** An empty row. */
export function growInts(): GrowingInts {
  let room = new Int32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === room.length) {
        const larger = new Int32Array(room.length * 2);
        larger.set(room);
        room = larger;
      }
      room[length++] = value;
    },
    cut(to) {
      length = Math.min(length, to);
    },
    get length() {
      return length;
    },
    values: () => room.subarray(0, length),
  };
}
