import type {Span} from '../../text/span.ts';

/** Things with places, in order and none overlapping another; found by halving. */
export function overlapping<Placed extends {readonly span: Span}>(
  placed: readonly Placed[],
  span: Span,
): readonly Placed[] {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.span.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < placed.length && (placed[end]?.span.start ?? span.end) < span.end) end += 1;
  return placed.slice(low, end);
}

/** Of things that overlap, the first; sorted by place. */
export function withoutOverlaps<Placed extends {readonly span: Span}>(
  placed: readonly Placed[],
): readonly Placed[] {
  const kept: Placed[] = [];
  for (const one of [...placed].sort((a, b) => a.span.start - b.span.start)) {
    if (one.span.start >= (kept.at(-1)?.span.end ?? 0) && one.span.end > one.span.start) kept.push(one);
  }
  return kept;
}
