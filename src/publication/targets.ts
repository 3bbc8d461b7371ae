import type {Citations} from '../citation/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {compareSpans, type Span} from '../text/span.ts';
import {isWritten, type NoteNumbers} from './note-numbers.ts';
import type {Numbering} from './numbering.ts';

/** A typed number that names a part of the publication. */
export interface LiveNumber {
  readonly span: Span;
  readonly kind: 'box' | 'paragraph' | 'note';
  /** The id of the part. */
  readonly target: string;
  /** The number that is printed; `undefined` for the one that was typed. */
  readonly number: number | undefined;
}

/** A part as it is published. */
export interface PublishedPlace {
  readonly id: string;
  readonly number: number;
}

/** The parts of a publication by the numbers that they have in the manuscript. */
export type PublishedPlaces = Readonly<
  Record<'box' | 'paragraph' | 'note', ReadonlyMap<number, PublishedPlace>>
>;

/** Notes that citekeys make move those behind them on; of two parts with one number, the first is meant. */
export function readPlaces(numbering: Numbering, {notes}: NoteNumbers): PublishedPlaces {
  return {
    box: firstPlaces(
      [...numbering.boxes.values()].map(({box, id}) => ({typed: box.typed, id, number: box.typed})),
    ),
    paragraph: firstPlaces(
      [...numbering.paragraphs.values()].map(({number, id}) => ({typed: number, id, number})),
    ),
    note: firstPlaces(
      notes.map(({number, id, content}) => ({
        typed: isWritten(content) ? content.number : undefined,
        id,
        number,
      })),
    ),
  };
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
  places: PublishedPlaces,
): readonly LiveNumber[] {
  const live: LiveNumber[] = [];
  const add = (kind: 'box' | 'paragraph' | 'note', value: number, span: Span): void => {
    const place = places[kind].get(value);
    if (place === undefined) return;
    live.push({span, kind, target: place.id, number: place.number === value ? undefined : place.number});
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

function firstPlaces(
  parts: readonly {
    readonly typed: number | undefined;
    readonly id: string;
    readonly number: number | undefined;
  }[],
): ReadonlyMap<number, PublishedPlace> {
  const places = new Map<number, PublishedPlace>();
  for (const {typed, id, number} of parts) {
    if (typed !== undefined && number !== undefined && !places.has(typed)) places.set(typed, {id, number});
  }
  return places;
}
