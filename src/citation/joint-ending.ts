import {inLowerCase} from '../text/words.ts';
import {endOfNote, endOfPointer, endOfShortWord, INVERTED_NAME, wordStarts, YEAR} from './joint-words.ts';
import {findTrailingLocator} from './locator.ts';
import {areNames} from './name-run.ts';
import type {PhraseMatcher} from './phrase-matcher.ts';
import type {Range} from './range.ts';
import {endOfSignals} from './signals.ts';

/**
 * How the text before a joint ends: complete in one of four ways, `dated-bare` where it is names and a year and no more,
 * `open` where it holds a cite and goes on, `none` where it holds none.
 */
export type Ending = 'dated' | 'short' | 'pointer' | 'paged' | 'dated-bare' | 'open' | 'none';

/** Where a joint may be. */
export interface Place {
  readonly passage: string;
  /** Where the cite before the joint begins. */
  readonly from: number;
  readonly start: number;
  readonly titles: readonly Range[];
}

// How a finished cite ends: a year in brackets, "[1932] AC 562", a short form, a pointer, a page behind brackets or a title.
const ENDS_DATED = new RegExp(`[(\\[][^()[\\]]{0,80}${YEAR}[^()[\\]]{0,20}[)\\]]$`, 'u');
// A part of this document, which a pointer may follow: "section 4 above and note 2 above".
const ENDS_PART =
  /(?<!\p{L})(?:box|section|paragraph|para|table|figure|annex|appendix|chapter|part)e?s?\.?\s[\p{L}\d]{1,4}(?:\s(?:above|below))?$/u;
const ENDS_PAGED = /[)”’"],?\s\d{1,4}(?:[–-]\d{1,4})?$/u;
const ENDS_CASE = new RegExp(`\\[${YEAR}\\]\\s(?:\\d{1,2}\\s)?\\p{Lu}[\\p{L}\\s]{1,16}\\d{1,5}$`, 'u');

// A year in brackets makes a text a cite, finished or not.
const HOLDS_YEAR = new RegExp(`[(\\[][^()[\\]]{0,80}${YEAR}`, 'u');

// "Lee, A. 1991. Rivers …": a reference whose year has no brackets.
const OPENS_DATED = new RegExp(`${INVERTED_NAME}[^()]{0,80}?\\.\\s${YEAR}\\.\\s`, 'u');

const INVERTED = new RegExp(INVERTED_NAME, 'u');

/** How the cite before a joint ends. */
export function endingOf(before: string, place: Place): Ending {
  const {passage, from, start, titles} = place;
  const lower = inLowerCase(before).replace(/[\s.,]+$/u, '');
  if (endsIn(lower, endOfShortWord)) return 'short';
  if (endsIn(lower, endOfPointer) || endsIn(lower, endOfNote) || ENDS_PART.test(lower)) return 'pointer';
  if (ENDS_DATED.test(lower)) return 'dated';
  if (!holdsTitle(place) && !holdsYearOrShortForm(lower) && !OPENS_DATED.test(before))
    return isShort(before) ? 'dated-bare' : 'none';
  if (ENDS_PAGED.test(before) || ENDS_CASE.test(before)) return 'paged';
  const isPagedTitle = titles.some(
    title =>
      title.end <= start && /^["”’»]?,\s\d{1,4}(?:[–-]\d{1,4})?$/u.test(passage.slice(title.end, start)),
  );
  if (isPagedTitle) return 'paged';
  return findTrailingLocator(passage, from, start) === undefined ? 'open' : 'paged';
}

/** How long what a cite ends with may be: "siehe oben, Fußnote 1234)". */
const LONGEST_ENDING = 60;

/** Whether a text ends with something, perhaps with a bracket behind it. */
function endsIn(lower: string, endOf: PhraseMatcher): boolean {
  const ends = [lower.length, ...(lower.endsWith(')') ? [lower.length - 1] : [])];
  return wordStarts(lower, LONGEST_ENDING).some(at => ends.includes(endOf(lower, at) ?? -1));
}

/** Whether a text is a word of a short form and no more. */
export function isShortWord(before: string): boolean {
  const lower = inLowerCase(before).replace(/[\s.,]+$/u, '');
  return endOfShortWord(lower, 0) === lower.length;
}

function holdsYearOrShortForm(lower: string): boolean {
  return (
    HOLDS_YEAR.test(lower) ||
    wordStarts(lower, lower.length).some(at => endOfShortWord(lower, at) !== undefined)
  );
}

/** Whether a title stands in the cite before a joint. */
export function holdsTitle({from, start, titles}: Place): boolean {
  return titles.some(title => title.start >= from && title.end <= start);
}

/** Whether a text has a year in brackets or a short form in it. */
export function holdsCite(before: string): boolean {
  return holdsYearOrShortForm(inLowerCase(before));
}

const NAMES_YEAR = new RegExp(
  `^(?<names>[^()]{1,120}?),?\\s\\(?${YEAR}\\)?(?:(?:,?\\s\\p{L}{1,5}\\.?\\s?|:\\s?)\\d[\\d–-]*)?$`,
  'u',
);
/** Whether a text is names and a year, perhaps with a place: "Lee 1991", "See Lee (1991), p 4". */
export function isShort(before: string): boolean {
  const text = before.trim().replace(/[\s.,]+$/u, '');
  const start = endOfSignals(inLowerCase(text), text, 0, 4);
  const names = NAMES_YEAR.exec(text.slice(start))?.groups?.['names'];
  return names !== undefined && areNames(names) && !INVERTED.test(names);
}
