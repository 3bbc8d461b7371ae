/** The widths that a column's cells ask for, in points: their longest word, and their text on one line. */
export interface ColumnWish {
  readonly least: number;
  readonly most: number;
}

/**
 * Shares `available` points among columns, all of it.
 *
 * A column whose cells fit on one line within its even share gets no more than that, so that short words and figures
 * are not broken for the sake of long texts; the others share the rest, each at least as wide as its longest word. What
 * is over when all fit goes to the columns in proportion. When even the longest words do not fit, the columns that ask
 * for more than their even share have their words cut, and no other.
 */
export function shareWidth(columns: readonly ColumnWish[], available: number): readonly number[] {
  const most = columns.map(column => column.most);
  if (sum(most) <= available) return scale(most, available);
  const least = columns.map(column => column.least);
  if (sum(least) >= available) return cutLongest(least, available);

  const wishes = columns.map(column => (isModest(column, columns, available) ? exact(column.most) : column));
  const lowest = sum(wishes.map(wish => wish.least));
  const highest = sum(wishes.map(wish => wish.most));
  const share = (available - lowest) / (highest - lowest);
  return wishes.map(wish => wish.least + share * (wish.most - wish.least));
}

/** Whether the column can have all that it asks for with every other column at its even share or its longest word. */
function isModest({most}: ColumnWish, columns: readonly ColumnWish[], available: number): boolean {
  const even = available / columns.length;
  const greedy = columns.filter(column => column.most > even);
  const left = available - sum(columns.filter(column => column.most <= even).map(column => column.most));
  return most <= even && sum(greedy.map(column => column.least)) < left;
}

function cutLongest(least: readonly number[], available: number): readonly number[] {
  const small = new Set<number>();
  let even = available / least.length;
  for (let before = -1; before < small.size; ) {
    before = small.size;
    for (const [column, each] of least.entries()) if (each <= even) small.add(column);
    const left = available - sum(least.filter((_, column) => small.has(column)));
    even = left / Math.max(1, least.length - small.size);
  }
  return least.map((each, column) => (small.has(column) ? each : even));
}

function exact(width: number): ColumnWish {
  return {least: width, most: width};
}

function scale(widths: readonly number[], available: number): readonly number[] {
  const total = sum(widths);
  return widths.map(width => (total === 0 ? available / widths.length : (width * available) / total));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
