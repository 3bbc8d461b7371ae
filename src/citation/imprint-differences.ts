import {familyForms, isAcronymOf} from '../bibliography/names.ts';
import type {Entry} from '../bibliography/types.ts';
import {wordsOf} from '../text/words.ts';
import {isKnownPlace} from './body-words.ts';
import type {Explanation} from './explain.ts';
import type {Read} from './reading.ts';
import type {Difference} from './types.ts';
import {commonWords, editionWords, publisherWords} from './vocabulary.ts';

// The imprint of a book in brackets: "(Bristol: Osier Press, 2006)", "(Osier Press 2006)", "(2nd edn, Osier Press, 2006)".
const IMPRINT =
  /\((?:[^():]{0,40}\s(?:edn?|edition)\.?,\s)?(?:(?<place>[^():;,]{2,40}):\s)?(?<house>[^():;,]{2,80}),?\s(?:1[5-9]|20)\d\d[a-z]?\)/u;

// "pp 201–219", "p. 4", "17(2), 201–219", "10:1: 23-34": pages of an article, perhaps only a place in it.
const PAGES =
  /(?:\bpp?\.?\s{0,2}|(?:\d\(\d{1,3}\)|\d:\d{1,3})(?:[,:]\s?|\s))(?<first>\d{1,5})(?:\s?[–-]\s?(?<last>\d{1,5}))?(?![\d:(])/gu;

// "201--219"
const RANGE = /^\D{0,3}(?<first>\d{1,5})\s?[–-]{1,2}\s?(?<last>\d{1,5})\D{0,2}$/u;

/**
 * What a full citation says otherwise of place and publisher than its entry, and a page that the article does not have. A publisher
 * under a shorter name, by its acronym or together with another is the same.
 */
export function imprintDifferences({run, indexed}: Explanation, reading: Read): readonly Difference[] {
  if (run === undefined) return [];
  const {value} = reading.passage.text;
  const behind = value.slice(run.endOffset, reading.range.end);
  return [
    ...publisherDifferences(behind, run.endOffset, indexed.entry, reading),
    ...pageDifferences(behind, run.endOffset, indexed.entry, reading),
  ];
}

function publisherDifferences(
  behind: string,
  offset: number,
  entry: Entry,
  {passage}: Read,
): readonly Difference[] {
  const match = behind.includes('(') ? IMPRINT.exec(behind) : null;
  const {place, house} = match?.groups ?? {};
  if (match === null || house === undefined) return [];
  const difference = (field: 'publisher' | 'place', typed: string, expected: string): Difference => {
    const start =
      offset + match.index + match[0].indexOf(typed, field === 'place' ? 1 : (place?.length ?? 0) + 1);
    return {field, typed, expected, span: passage.text.spanOf(start, start + typed.length)};
  };
  const {publisher} = entry;
  const differs = publisher !== undefined && isHouse(house) && !isSameHouse(house, publisher);
  const isElsewhere = place !== undefined && entry.place !== undefined && !shareWord(place, entry.place);
  return [
    ...(isElsewhere ? [difference('place', place, entry.place)] : []),
    ...(differs ? [difference('publisher', house, publisher)] : []),
  ];
}

/** Whether a text is a publisher beyond doubt: it is called so, or is capitals throughout. */
function isHouse(text: string): boolean {
  const words = wordsOf(text);
  if (words.some(({folded}) => editionWords.includes(folded))) return false;
  if (isKnownPlace(text)) return false;
  if (words.some(({folded}) => publisherWords.has(folded))) return true;
  return words.every(({text: word, folded}) => /^\p{Lu}/u.test(word) || commonWords.has(folded));
}

function isSameHouse(typed: string, known: string): boolean {
  if (shareWord(typed, known)) return true;
  const [one, other] = [typed, known].map(literal => ({kind: 'body', literal}) as const);
  if (one === undefined || other === undefined) return true;
  return (
    isAcronymOf(typed, other) ||
    isAcronymOf(known, one) ||
    familyForms(one).some(form => familyForms(other).includes(form))
  );
}

/** Words that two publishers or places may share without being one. */
function isTelling(folded: string): boolean {
  return (
    !commonWords.has(folded) && !publisherWords.has(folded) && folded !== 'university' && folded !== 'new'
  );
}

function shareWord(typed: string, known: string): boolean {
  const words = new Set(wordsOf(known).flatMap(({folded}) => (isTelling(folded) ? [folded] : [])));
  return wordsOf(typed).some(({folded}) => words.has(folded));
}

/** Articles and chapters alone have pages of their own. */
function pageDifferences(
  behind: string,
  offset: number,
  entry: Entry,
  {passage}: Read,
): readonly Difference[] {
  const {first, last} = RANGE.exec(entry.pages ?? '')?.groups ?? {};
  if (first === undefined || last === undefined || entry.container === undefined) return [];
  const [from, to] = [Number(first), wholeNumber(first, last)];
  if (to < from) return [];
  for (const match of behind.matchAll(PAGES)) {
    const {first: typedFirst = '', last: typedLast = typedFirst} = match.groups ?? {};
    const [start, end] = [Number(typedFirst), wholeNumber(typedFirst, typedLast)];
    if (from <= start && end <= to) continue;
    const typed = match[0].slice(match[0].lastIndexOf(typedFirst, match[0].length - typedLast.length));
    const at = offset + match.index + match[0].length - typed.length;
    return [
      {
        field: 'pages',
        typed,
        expected: `${first}–${last}`,
        span: passage.text.spanOf(at, at + typed.length),
      },
    ];
  }
  return [];
}

/** The 219 of "201–19". */
function wholeNumber(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}
