import {compareSpans, type Span} from './span.ts';

/** A replacement of one range of a text; an empty span inserts, an empty `insert` deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly insert: string;
}

/**
 * Applies edits to a text, all or none.
 *
 * The order of the list does not matter. Two edits that overlap, and two that insert at one place, contradict
 * each other: then nothing is applied and the answer is `undefined`.
 *
 * @param text the whole text, as on disk
 * @param edits spans in UTF-16 offsets of `text`
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((one, other) => compareSpans(one.span, other.span));
  let result = '';
  let done = 0;
  let last: Span | undefined;
  for (const {span, insert} of sorted) {
    if (span.start < done || span.end < span.start || span.end > text.length) return undefined;
    if (last !== undefined && last.start === span.start) return undefined;
    result += text.slice(done, span.start) + insert;
    done = span.end;
    last = span;
  }
  return result + text.slice(done);
}
