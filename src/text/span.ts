/** A range of a source text: half-open, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text that a span names. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when `outer` holds all of `inner`; a span holds itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the two share at least one code unit. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Orders spans by where they start, then by where they end. */
export function compareSpans(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

/**
 * Finds the first of some parts that holds a span, for a text that asks about each of its paragraphs: where no part lies in
 * another, only the last that begins before it can.
 */
export function holderFinder<Part extends {readonly span: Span}>(
  parts: readonly Part[],
): (span: Span) => Part | undefined {
  const sorted = [...parts].sort((one, other) => one.span.start - other.span.start);
  const areApart = sorted.every((one, at) => one.span.start >= (sorted[at - 1]?.span.end ?? 0));
  if (!areApart) return span => parts.find(one => contains(one.span, span));
  return span => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const last = sorted[low - 1];
    return last !== undefined && contains(last.span, span) ? last : undefined;
  };
}
