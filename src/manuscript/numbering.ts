/**
 * The number that follows in a typed run, one call for each number typed, in order.
 *
 * One slip is one finding: after a number that does not follow, the run goes on from whichever of its neighbours the
 * next number continues, so that nothing after a skipped or repeated number is wrong as well.
 *
 *     typed     1 2 4 5   → expected 1 2 3 5
 *     typed     7 3 8     → expected 7 8 8
 */
export function expectNext(): (typed: number | undefined) => number {
  let previous = 0;
  let highest = 0;
  return typed => {
    const follows = typed === previous + 1 || typed === highest + 1;
    const expected = follows && typed !== undefined ? typed : previous + 1;
    previous = typed ?? expected;
    highest = Math.max(highest, previous);
    return expected;
  };
}
