import type {Entry} from '../bibliography/types.ts';
import {inLowerCase, wordsOf} from '../text/words.ts';
import type {ReferenceConclusion} from './conclude-reference.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {findTrailingLocator, type LocatorRange} from './locator.ts';
import type {Range} from './range.ts';
import type {ReferenceReading} from './reading.ts';
import {infraWords, supraWords, volumeWords} from './vocabulary.ts';
import {isSameKind, volumeAt, volumesIn} from './volumes.ts';
import {anyWord} from './word-pattern.ts';

/**
 * The place that a reference names in its work, as typed. Some can be told only once the work is known: what its entry says of
 * pages, volumes and numbers tells a place from the beginning of an article, an issue or a volume, and a place with a remark
 * behind it is that of the work before it.
 *
 *     Alan Gilbey, “The Return of the Shack”, *Int. J. Urban Studies* **31** (2007), 700     in an article of pages 697–713
 *     *Byrne v Tarn Drainage Board* [2009] UKHL 14 [46] (Baroness Hale)
 *     Redling, *Local Government in England*, vol. 1, p. 7                                  of a work in several volumes
 */
export function placeInWork(
  reading: ReferenceReading,
  conclusion: ReferenceConclusion,
  index: EntryIndex,
): string | undefined {
  const {locator} = reading;
  const cited = workOf(conclusion, index);
  if (cited === undefined) {
    if (locator !== undefined || conclusion.kind !== 'short') return locator?.text;
    const titleEnds = conclusion.fits.map(({run}) => run?.endOffset ?? 0);
    return findBeforeRemark(reading, Math.max(0, ...titleEnds))?.text;
  }
  const own = locator && (findBeforeBracket(reading, cited.titleEnd, locator) ?? locator);
  if (own !== undefined) return withVolume(reading, withPage(reading, own), cited.work);
  const found =
    findBeforeRemark(reading, cited.titleEnd) ??
    (conclusion.kind === 'short' ? findBehindShortTitle(reading, cited) : undefined) ??
    findPage(reading, cited.titleEnd, cited.work.entry) ??
    findParagraph(reading, cited.titleEnd, cited.work.entry);
  return found === undefined ? undefined : withVolume(reading, withPage(reading, found), cited.work);
}

interface Cited {
  readonly work: IndexedEntry;
  /** Where its title ends, in UTF-16 offsets of the passage's plain text: before it there is no place. */
  readonly titleEnd: number;
}

/** The one work that a reference means. */
function workOf(conclusion: ReferenceConclusion, index: EntryIndex): Cited | undefined {
  if (conclusion.kind === 'full') {
    const work = index.get(conclusion.key);
    return work && {work, titleEnd: conclusion.title?.end ?? 0};
  }
  if (conclusion.kind !== 'short') return undefined;
  const [fit, other] = conclusion.fits;
  return fit === undefined || other !== undefined
    ? undefined
    : {work: fit.indexed, titleEnd: fit.run?.endOffset ?? 0};
}

// A remark in brackets: " (Baroness Hale)", " [*Haida*]", " (1971)".
const IN_BRACKETS = /\s(?:\([^()[\]\d]{2,80}\)|\[[^()[\]\d]{2,80}\]|\((?:1[5-9]|20)\d\d\))[\s.]*$/u;

// How a sentence goes on behind a place: ", which remains the fullest account", " – a long book".
const GOING_ON = /(?<=[\d)\]])(?:,|\s[–—])\s\p{Ll}[^\d“‘"«]{2,300}$/u;

/** The place before a bracket in which another title has its own: "Marsh, *Urban Land*, p 4 (Kohl, *Price of Salt*, p 5)". */
function findBeforeBracket(
  {passage, range}: ReferenceReading,
  titleEnd: number,
  {start}: LocatorRange,
): LocatorRange | undefined {
  const {value: text, marks} = passage.text;
  const bracket = text.lastIndexOf('(', start);
  if (bracket < titleEnd || bracket < range.start || bracket < text.lastIndexOf(')', start)) return undefined;
  if (!marks.some(mark => mark.kind === 'emphasis' && bracket < mark.start && mark.end <= start))
    return undefined;
  const place = findTrailingLocator(text, range.start, bracket, marks);
  return place === undefined || place.start < titleEnd ? undefined : place;
}

// Behind a short title: "Kohl, ‘The Price’, 4", "Obi, “Bread,” 141".
const BEHIND_TITLE = /^(?:,[”’"»]|[”’"»]?,)\s(?<page>\d{1,4}(?:[–-]\d{1,4})?)[\s.]*$/u;

/** A bare number straight behind a short title: a short form has no volume. */
function findBehindShortTitle(
  {passage, range}: ReferenceReading,
  {work, titleEnd}: Cited,
): LocatorRange | undefined {
  const match = titleEnd === 0 ? null : BEHIND_TITLE.exec(passage.text.value.slice(titleEnd, range.end));
  const page = match?.groups?.['page'];
  if (match === null || page === undefined || YEAR.test(page) || isNumberOf(work.entry, page))
    return undefined;
  return placeAt(titleEnd + match[0].indexOf(page), page);
}

// The year alone: "at 14 (1971)".
const DATED = /\d/u;

// What parts a place from the words before it, and that a label is no part of an acronym: "452 U.S. 19 (1981)".
const BEHIND_COMMA = /(?:[,;:)\]”’»]|\sat)\s*$/u;
const BEHIND_ANY = /(?<!\p{Lu}\.)$/u;

/** Remarks that may stand behind one another: "(Cth) s 4 (a remark) [a short name]". */
const MOST_REMARKS = 3;

/** A place with its label before remarks that are none. */
function findBeforeRemark({passage, range}: ReferenceReading, titleEnd: number): LocatorRange | undefined {
  const {value: text, marks} = passage.text;
  let {end} = range;
  for (let count = 0; count < MOST_REMARKS; count++) {
    const typed = text.slice(range.start, end);
    const inBrackets = IN_BRACKETS.exec(typed);
    const remark = inBrackets ?? GOING_ON.exec(typed);
    if (remark === null) return undefined;
    end = range.start + remark.index;
    const place = findTrailingLocator(text, range.start, end, marks);
    if (place === undefined) continue;
    const before = text.slice(range.start, place.start);
    const isLabelled =
      /^[\p{L}§¶[]/u.test(place.text) || /\bat\s*$/u.test(text.slice(0, place.end - place.text.length));
    const isApart = (DATED.test(remark[0]) || inBrackets === null ? BEHIND_COMMA : BEHIND_ANY).test(before);
    const isOfWork =
      place.start >= titleEnd && isLabelled && isApart && !isVolume(place.text) && !pointsHere(remark[0]);
    return isOfWork ? place : undefined;
  }
  return undefined;
}

const DIRECTION = new RegExp(`(?<!\\p{L})(?:${anyWord([...supraWords, ...infraWords])})(?!\\p{L})`, 'u');

/** Whether a remark speaks of this document: "chapter 3, below". */
function pointsHere(remark: string): boolean {
  return DIRECTION.test(inLowerCase(remark));
}

function isVolume(place: string): boolean {
  return (
    volumeAt(
      wordsOf(place).map(({folded}) => folded),
      0,
    ) !== undefined
  );
}

// A bare number at the end of a reference, behind a comma, a colon or a bracket; "21:5" may be volume and issue.
const BARE = /(?:[,:]\s|\):|\)\s)(?<page>\d{1,4}(?:[–-]\d{1,4})?)[\s.]*$/u;
// The same straight behind the year: "(1968) 210", "Fell Press, 2003, 88–90".
const BEHIND_YEAR = /(?:1[5-9]|20)\d\d[a-z]?\)?,?\s$/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** Works in whose references a number behind the year can be a page only. */
const BOUND = new Set([
  'book',
  'mvbook',
  'collection',
  'techreport',
  'report',
  'phdthesis',
  'mastersthesis',
  'thesis',
]);
const IN_PERIODICAL = new Set(['article', 'suppperiodical', 'periodical']);

/** A page without a label: within the pages of an article or chapter, or behind the year of a book. */
function findPage(
  {passage, range, lead}: ReferenceReading,
  titleEnd: number,
  entry: Entry,
): LocatorRange | undefined {
  const typed = passage.text.value.slice(range.start, range.end);
  const match = BARE.exec(typed);
  const page = match?.groups?.['page'];
  if (match === null || page === undefined) return undefined;
  const at = match.index + match[0].indexOf(page);
  if (range.start + at < titleEnd || YEAR.test(page) || isNumberOf(entry, page)) return undefined;
  const before = typed.slice(0, at);
  const isPage =
    entry.pages === undefined
      ? BOUND.has(entry.type) &&
        entry.container === undefined &&
        BEHIND_YEAR.test(before) &&
        !wordsOf(before).some(({text}) => text === page)
      : isWithin(page, entry.pages) &&
        (!IN_PERIODICAL.has(entry.type) || (lead.years.length > 0 && saysVolume(before, entry)));
  return isPage ? placeAt(range.start + at, page) : undefined;
}

function placeAt(start: number, text: string): LocatorRange {
  return {start, end: start + text.length, text};
}

/** Whether a number is one that the entry has for itself. */
function isNumberOf({volume, issue, number, year}: Entry, typed: string): boolean {
  return [volume, issue, number, year === undefined ? undefined : String(year)].includes(typed);
}

/** Whether pages are some of those of the work, and not where it begins. */
function isWithin(typed: string, own: string): boolean {
  const [first, last] = pagesOf(own);
  const [from, to] = pagesOf(typed);
  if (first === undefined || last === undefined || from === undefined) return false;
  if (to === undefined) return first < from && from <= last;
  return first <= from && from < to && to <= last && (first < from || to < last);
}

/** "161–72" as 161 and 172. */
function pagesOf(text: string): readonly number[] {
  const [first, last] = text.match(/\d+/gu) ?? [];
  if (first === undefined) return [];
  if (last === undefined) return [Number(first)];
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return [Number(first), Number(whole)];
}

/** Whether the volume of an article, or its issue where it has none, is typed before a number. */
function saysVolume(before: string, {volume, issue, number}: Entry): boolean {
  const own = volume ?? issue ?? number;
  return own === undefined || wordsOf(before).some(({text}) => text === own);
}

// "Dalby, 2013, n° 112": the numbered paragraphs of a French book.
const PARAGRAPH = /(?:1[5-9]|20)\d\d,\s(?<place>[nN][°º]s?\s?(?<number>\d{1,4})(?:[–-]\d{1,4})?)[\s.]*$/u;

/** The number of a paragraph of a book that has no other numbers. */
function findParagraph(
  {passage, range}: ReferenceReading,
  titleEnd: number,
  entry: Entry,
): LocatorRange | undefined {
  if (entry.type !== 'book' || entry.container !== undefined || entry.fields.has('series')) return undefined;
  const match = PARAGRAPH.exec(passage.text.value.slice(range.start, range.end));
  const {place, number} = match?.groups ?? {};
  if (match === null || place === undefined || number === undefined || isNumberOf(entry, number))
    return undefined;
  const at = range.start + match.index + match[0].indexOf(place);
  return at < titleEnd ? undefined : placeAt(at, place);
}

// The page before a paragraph of a report: "(2003) 215 CLR 317, 330 [14]", "(Report No 126, 2015) 145 [5.12]".
const PAGE_BEFORE = /(?:\d,\s|\d{4}\)\s)(?<page>\d{1,5}\s)$/u;

/** A paragraph in square brackets with its page. */
function withPage({passage, range}: ReferenceReading, place: LocatorRange): LocatorRange {
  if (!place.text.startsWith('[')) return place;
  const page = PAGE_BEFORE.exec(passage.text.value.slice(range.start, place.start))?.groups?.['page'];
  return page === undefined
    ? place
    : {start: place.start - page.length, end: place.end, text: page + place.text};
}

// A volume before a place: "), vol. 2, ", ", t. II, ".
const VOLUME_BEFORE = new RegExp(
  `[,.;:)]\\s(?<volume>(?:${anyWord(volumeWords)})[\\s~]{0,2}(?:\\d{1,3}|[ivx]{1,5})),\\s$`,
  'u',
);

/**
 * A place with the volume before it, where the entry is a work in several; without it, where the volume tells the work: "Part I,
 * pp. 40–1" of the entry *The Manor and the Borough, Part I*.
 */
function withVolume(
  {passage, range}: ReferenceReading,
  place: LocatorRange,
  work: IndexedEntry,
): string | undefined {
  const own = volumesIn(work.title);
  const words = wordsOf(place.text);
  const first = volumeAt(
    words.map(({folded}) => folded),
    0,
  );
  if (first !== undefined && own.some(one => isSameKind(one, first) && one.number === first.number)) {
    const rest = words[2];
    return rest && place.text.slice(rest.start);
  }
  const {entry} = work;
  const isInSeveral = BOUND.has(entry.type) && entry.volume === undefined && entry.container === undefined;
  if (!isInSeveral || own.length > 0) return place.text;
  const before: Range = {start: range.start, end: place.start};
  const typed = passage.text.value.slice(before.start, before.end);
  const volume = VOLUME_BEFORE.exec(inLowerCase(typed))?.groups?.['volume'];
  if (volume === undefined) return place.text;
  return typed.slice(inLowerCase(typed).lastIndexOf(volume)) + place.text;
}
