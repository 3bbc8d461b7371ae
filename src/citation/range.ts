/** A stretch of a passage, in UTF-16 offsets of its plain text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is left of a range without those that are taken. */
export function gapsBetween(taken: readonly Range[], {start, end}: Range): readonly Range[] {
  const gaps: Range[] = [];
  let at = start;
  for (const range of [...taken].sort((one, other) => one.start - other.start)) {
    if (range.end <= at || range.start >= end) continue;
    if (range.start > at) gaps.push({start: at, end: range.start});
    at = range.end;
  }
  if (at < end) gaps.push({start: at, end});
  return gaps;
}

/** Whether one range lies within another. */
export function isWithin(one: Range, range: Range): boolean {
  return range.start <= one.start && one.end <= range.end;
}

/** Whether two ranges have a character in common. */
export function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}
