import {familyForms, foldName, isAcronymOf} from '../bibliography/names.ts';
import {wordsOf} from '../text/words.ts';
import {alignTitle, isWhole} from './align-title.ts';
import {isKnownPlace} from './body-words.ts';
import type {Explanation} from './explain.ts';
import type {IndexedEntry} from './index-entries.ts';
import {articleNumbers} from './journal-numbers.ts';
import type {Read} from './reading.ts';
import type {Difference} from './types.ts';
import {commonWords, editionWords, kindsOfWork, publisherWords} from './vocabulary.ts';

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
    ...publisherDifferences(behind, run.endOffset, indexed, reading),
    ...pageDifferences(behind, run.endOffset, indexed, reading),
  ];
}

function publisherDifferences(
  behind: string,
  offset: number,
  indexed: IndexedEntry,
  {passage}: Read,
): readonly Difference[] {
  const bracketed = behind.includes('(') ? IMPRINT.exec(behind) : null;
  const {place, house} =
    bracketed === null ? openImprint(behind, indexed) : placesIn(behind, bracketed.index, bracketed.groups);
  const difference = (field: 'publisher' | 'place', typed: Typed, expected: string): Difference => ({
    field,
    typed: typed.text,
    expected,
    span: passage.text.spanOf(offset + typed.start, offset + typed.start + typed.text.length),
  });
  const {publisher, place: ownPlace} = indexed.entry;
  const isOther =
    house !== undefined &&
    publisher !== undefined &&
    isHouse(house.text) &&
    !isSameHouse(house.text, publisher);
  // A second place, or a second body, that is the entry's
  const isElsewhere = place !== undefined && ownPlace !== undefined && !isSamePlace(place.text, ownPlace);
  const isSaidToo = (known: string): boolean => bracketed === null && shareWord(behind, known);
  return [
    ...(isElsewhere && !isSaidToo(ownPlace) ? [difference('place', place, ownPlace)] : []),
    ...(isOther && !isSaidToo(publisher) ? [difference('publisher', house, publisher)] : []),
  ];
}

/** A stretch behind the title. */
interface Typed {
  readonly text: string;
  readonly start: number;
}

interface Imprint {
  readonly place: Typed | undefined;
  readonly house: Typed | undefined;
}

type Groups = Readonly<Record<string, string | undefined>> | undefined;

function placesIn(text: string, from: number, groups: Groups): Imprint {
  const {place, house} = groups ?? {};
  const start = place === undefined ? from : text.indexOf(place, from);
  const houseStart = house === undefined ? from : text.indexOf(house, start + (place?.length ?? 0));
  return {
    place: place === undefined ? undefined : {text: place, start},
    house: house === undefined ? undefined : {text: house, start: houseStart},
  };
}

// ". London: Routledge", ", Routledge: London"
const WITH_COLON =
  /^[\s,.;*_”’"»)]{0,4}(?<place>\p{Lu}[\p{L} .’-]{1,40}?(?:,\s\p{Lu}[\p{L}.]{1,4})?):\s(?<house>\p{Lu}[^.,;:()\d]{1,60})(?=[.,;]|$|\s\d)/u;
// ", Routledge, London", ". Policy Press, Bristol"
const WITH_COMMA =
  /^[\s,.;*_”’"»)]{0,4}(?<house>\p{Lu}[^.,;:()\d]{1,60}),\s(?<place>\p{Lu}[\p{L} -]{1,30})(?=[.,;]|$|\s\()/u;
// ", Policy Press"
const HOUSE_ALONE = /^[\s,.;*_”’"»)]{0,4}(?<house>\p{Lu}[^.,;:()\d]{1,60})(?=[.,;]|$|\s\()/u;

/**
 * An imprint without brackets directly behind the title of a book, or behind the title of the book that a chapter is in. What
 * stands there without a place may be many things, and is a publisher only where it is called so.
 */
function openImprint(behind: string, {entry, container, otherWords}: IndexedEntry): Imprint {
  const nothing = {place: undefined, house: undefined};
  if (entry.type === 'article') return nothing;
  const holder =
    container.length === 0 ? undefined : alignTitle(wordsOf(behind), container, container.length);
  const from = holder !== undefined && isWhole(holder) ? holder.endOffset : 0;
  const text = behind.slice(from);
  const read = (pattern: RegExp): Imprint => {
    const {place, house} = placesIn(text, 0, pattern.exec(text)?.groups);
    const moved = (one: Typed | undefined) => one && {text: one.text, start: one.start + from};
    return {place: moved(place), house: moved(house)};
  };
  const isPlace = (typed: Typed | undefined): typed is Typed =>
    typed !== undefined &&
    (isKnownPlace(typed.text) || (entry.place !== undefined && isSamePlace(typed.text, entry.place)));
  // A series, a paper of a kind, a body of which the entry speaks
  const isFree = (typed: Typed | undefined): boolean =>
    typed !== undefined &&
    !isKnownPlace(typed.text) &&
    !wordsOf(typed.text).some(
      ({folded}) =>
        kindsOfWork.has(folded) ||
        folded === 'series' ||
        (isTelling(folded) && otherWords().has(folded) && !shareWord(folded, entry.publisher ?? '')),
    );
  const colon = read(WITH_COLON);
  if (isPlace(colon.place) && isFree(colon.house)) return colon;
  if (isPlace(colon.house) && isFree(colon.place)) return {place: colon.house, house: colon.place};
  const comma = read(WITH_COMMA);
  if (isPlace(comma.place) && isFree(comma.house)) return comma;
  const alone = read(HOUSE_ALONE);
  const isCalledSo = wordsOf(alone.house?.text ?? '').some(({folded}) => publisherWords.has(folded));
  return isCalledSo && isFree(alone.house) ? alone : nothing;
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
  // Two names may have the same first letters: "Polcy Press" and "Policy Press"
  const written = [typed, known].map(foldName);
  const isWritten = (form: string): boolean => form.includes(' ') || written.includes(form);
  return (
    isAcronymOf(typed, other) ||
    isAcronymOf(known, one) ||
    familyForms(one).some(form => isWritten(form) && familyForms(other).includes(form))
  );
}

/** Words that two publishers or places may share without being one. */
function isTelling(folded: string): boolean {
  return (
    !commonWords.has(folded) && !publisherWords.has(folded) && folded !== 'university' && folded !== 'new'
  );
}

// "Genève" and "Geneva" begin alike
const PLACE_LENGTH = 3;

/** Whether two places may be one: with another beside it, in another language. */
function isSamePlace(typed: string, known: string): boolean {
  if (shareWord(typed, known)) return true;
  const beginnings = new Set(
    wordsOf(known).flatMap(({folded}) => (isTelling(folded) ? [folded.slice(0, PLACE_LENGTH)] : [])),
  );
  return wordsOf(typed).some(
    ({folded}) => isTelling(folded) && beginnings.has(folded.slice(0, PLACE_LENGTH)),
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
  indexed: IndexedEntry,
  {passage}: Read,
): readonly Difference[] {
  const {entry} = indexed;
  const {first, last} = RANGE.exec(entry.pages ?? '')?.groups ?? {};
  if (first === undefined || last === undefined || entry.container === undefined) return [];
  const [from, to] = [Number(first), wholeNumber(first, last)];
  if (to < from) return [];
  const named = [...behind.matchAll(PAGES)].map(match => {
    const {first: typedFirst = '', last: typedLast = typedFirst} = match.groups ?? {};
    const typed = match[0].slice(match[0].lastIndexOf(typedFirst, match[0].length - typedLast.length));
    return {text: typed, start: match.index + match[0].length - typed.length};
  });
  for (const {text, start} of [...articleNumbers(behind, indexed).pages, ...named]) {
    const [typedFirst = '', typedLast = typedFirst] = text.split(/\s?[–—-]+\s?/u);
    if (from <= Number(typedFirst) && wholeNumber(typedFirst, typedLast) <= to) continue;
    const at = offset + start;
    const span = passage.text.spanOf(at, at + text.length);
    return [{field: 'pages', typed: text, expected: `${first}–${last}`, span}];
  }
  return [];
}

/** The 219 of "201–19". */
function wholeNumber(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}
