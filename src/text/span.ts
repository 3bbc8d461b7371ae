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
