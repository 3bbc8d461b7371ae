import type {Citations} from '../citation/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {compareSpans, type Span} from '../text/span.ts';
import type {NoteNumbers} from './note-numbers.ts';
import type {Numbering} from './numbering.ts';
import type {CrossReferenceLink} from './types.ts';

/** A typed number that names a part of the publication. */
export interface LiveNumber {
  readonly span: Span;
  readonly kind: CrossReferenceLink['kind'];
  /** The id of the part. */
  readonly target: string;
}

/**
 * The numbers in the text that lead to a part which is there: "box 3", "paragraphs 4 to 7", "n 3 above". A number that
 * leads nowhere stays text.
 *
 * @returns sorted by place, none overlapping another
 */
export function findLiveNumbers(
  {crossReferences}: Manuscript,
  {resolutions}: Citations,
  numbering: Numbering,
  {notes}: NoteNumbers,
): readonly LiveNumber[] {
  const ids: Readonly<Record<'box' | 'paragraph' | 'note', ReadonlyMap<number, string>>> = {
    box: firstIds([...numbering.boxes.values()].map(({box, id}) => [box.typed, id])),
    paragraph: firstIds([...numbering.paragraphs.values()].map(({number, id}) => [number, id])),
    note: firstIds(notes.map(({number, id}) => [number, id])),
  };
  const live: LiveNumber[] = [];
  const add = (kind: 'box' | 'paragraph' | 'note', value: number, span: Span): void => {
    const target = ids[kind].get(value);
    if (target !== undefined) live.push({span, kind, target});
  };
  for (const {kind, numbers} of crossReferences) {
    for (const {value, span} of numbers) add(kind, value, span);
  }
  for (const {status, cite} of resolutions) {
    if (status === 'resolved' && cite.pointer !== undefined)
      add('note', cite.pointer.value, cite.pointer.span);
  }
  live.sort((one, other) => compareSpans(one.span, other.span));
  return live.filter(({span}, index) => span.start >= (live[index - 1]?.span.end ?? 0));
}

/** The live numbers that begin inside a span. */
export function liveNumbersIn(live: readonly LiveNumber[], span: Span): readonly LiveNumber[] {
  let low = 0;
  let high = live.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((live[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < live.length && (live[end]?.span.start ?? span.end) < span.end) end += 1;
  return live.slice(low, end);
}

/** Of two parts with one number, the first is meant. */
function firstIds(parts: readonly (readonly [number | undefined, string])[]): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  for (const [number, id] of parts) {
    if (number !== undefined && !ids.has(number)) ids.set(number, id);
  }
  return ids;
}
