/**
 * The names nearest to one that was mistyped, best first: "did you mean …?".
 *
 * Distance is optimal string alignment (a swap of two neighbours counts as one slip, which is what hurried typing
 * makes most), without regard to case; a name further away than a third of its length is no suggestion.
 *
 * @param typed what the author wrote
 * @param names what they may have meant
 * @param most how many to give back
 */
export function suggest(typed: string, names: Iterable<string>, most = 3): string[] {
  const wanted = typed.toLowerCase();
  const near: {name: string; distance: number}[] = [];
  for (const name of names) {
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
    if (Math.abs(name.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= limit) near.push({name, distance});
  }
  near.sort((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1));
  return near.slice(0, most).map(({name}) => name);
}

/** How many slips (insert, delete, replace, swap neighbours) lie between two words. */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1;
  let before: number[] = [];
  let above = Array.from({length: width}, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let column = 1; column < width; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      }
      here.push(best);
    }
    before = above;
    above = here;
  }
  return above[width - 1] ?? 0;
}

/** Whether one slip (insert, delete, replace, swap neighbours) or none lies between two words; linear in their length. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
