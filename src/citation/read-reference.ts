import {citesLaw} from './kinds-of-document.ts';
import {quotedRanges} from './lead.ts';
import {areNames, endOfNames, startOfLastNames} from './name-run.ts';
import type {Range} from './range.ts';
import {isDetail, isLocator, readDetails} from './read-details.ts';
import {placeInJournal, unmarkedJournal} from './read-journal.ts';
import {areInitialsLast, namesBeforeColon, readNames, startOfNames} from './read-names.ts';
import {isJournalBefore, readVancouver} from './read-vancouver.ts';
import type {ReferenceReading} from './reading.ts';
import type {TypedReference} from './typed-reference.ts';
import {editorWords, wordsBeforeHolder} from './vocabulary.ts';

/**
 * Takes a full reference apart into what its author typed: names, year, title, what holds the work, and the rest. It
 * adds nothing, and what it cannot tell it keeps as typed in `note` or says in `doubts`.
 *
 *     Tacoli, C (2002) *Changing …: a Summary* Working Paper 7, Rural-Urban Interactions Series, IIED, London
 *     names            title                   genre number      series                         publisher place
 */
export function readReference(reading: ReferenceReading): TypedReference {
  const {passage, lead, range} = reading;
  const {value} = passage.text;
  const stretch = {start: startOfNames(value, lead.start), end: Math.max(range.end, lead.end)};
  const vancouver = readVancouver(value.slice(stretch.start));
  if (vancouver !== undefined) return {...NOTHING_TYPED, ...vancouver};
  const text = value.slice(stretch.start, stretch.end);
  const set = setOff(reading, stretch);
  const isInTitle = (one: Range): boolean =>
    set.some(({start, end}) => start <= one.start - stretch.start && one.end - stretch.start <= end);
  const year = lead.years.find(one => !isInTitle(one));
  const dated = readDate(text, year && {start: year.start - stretch.start, end: year.end - stretch.start});
  const titleMark = set.find(one => !isHolder(text, one, dated));
  // Names and title stand before it, in an order that could not be read.
  if (titleMark !== undefined && isJournalBefore(value, stretch.start + titleMark.end))
    return {...NOTHING_TYPED, year: dated.text, container: text.slice(titleMark.start, titleMark.end)};
  const marked = set.find(one => one !== titleMark && one.start > (titleMark?.start ?? 0));
  const edited = marked === undefined ? readEdited(text, titleMark?.end ?? 0) : undefined;
  const container = marked ?? edited?.container ?? unmarkedJournal(text, titleMark?.end);
  const parts =
    citesLaw(text.slice(0, Number.isFinite(dated.end) ? dated.end + 1 : text.length)) &&
    titleMark === undefined
      ? readLaw(text, dated)
      : titleMark !== undefined
        ? readMarked(text, dated, titleMark)
        : readUnmarked(text, dated, container);
  const holder = container === undefined ? undefined : text.slice(container.start, container.end);
  const editors =
    edited?.editors ??
    (container === undefined ? undefined : findEditors(text, titleMark?.end ?? parts.detailsFrom, container));
  const inJournal = container && editors === undefined ? placeInJournal(text, container) : undefined;
  const behind = blotOut(
    text,
    parts.detailsFrom,
    [container, editors, inJournal?.range, isBare(text, dated) ? dated : undefined].flatMap(one => one ?? []),
  );
  const details = readDetails(withoutYear(behind), holder !== undefined || parts.isQuoted);
  const typed =
    (text.startsWith(`${parts.names}:`) ? namesBeforeColon(text) : undefined) ?? readNames(parts.names);
  return {
    ...details,
    volume: inJournal?.volume ?? details.volume,
    issue: inJournal?.issue ?? details.issue,
    pages: inJournal?.pages ?? details.pages,
    names: typed.names,
    hasOthers: typed.hasOthers,
    areEditors: typed.areEditors,
    year: dated.text,
    title: parts.title === '' ? undefined : parts.title,
    container: holder ?? details.container,
    holderEditors: editors === undefined ? [] : readNames(text.slice(editors.start, editors.end)).names,
    isIn:
      editors !== undefined ||
      isHolderNamed(text.slice(0, container?.start ?? 0)) ||
      details.container !== undefined,
    doubts: [
      // Where the title is set off, what stands before its colon is names.
      ...(titleMark === undefined || !('end' in typed) ? typed.doubts : []),
      ...parts.doubts,
      ...(dated.text === undefined && lead.years.length > 0
        ? ['The year in the title may be that of publication.']
        : []),
      ...details.doubts,
      ...(inJournal?.doubts ?? []),
    ],
  };
}

const NOTHING_TYPED: TypedReference = {
  ...readDetails('', false),
  names: [],
  hasOthers: false,
  areEditors: false,
  year: undefined,
  title: undefined,
  holderEditors: [],
  isIn: false,
};

// "n.d.", "undated", "forthcoming" in brackets.
const NO_DATE = /(?<=[([])(?:n\.\s?d\.?|undated|forthcoming|in press)(?=[)\]])/iu;

/** The year as typed, with its place in the reference; nowhere when it is not typed. */
interface Dated {
  readonly text: string | undefined;
  readonly start: number;
  readonly end: number;
}

function readDate(text: string, year: Range | undefined): Dated {
  if (year !== undefined) return {text: text.slice(year.start, year.end), ...year};
  const none = NO_DATE.exec(text);
  const start = none?.index ?? Number.POSITIVE_INFINITY;
  return {text: none?.[0], start, end: start + (none?.[0].length ?? 0)};
}

// "S Castle (ed) ", "Castle, S. and Ash, B. (eds.), ", "J. Martin (dir.), " between "in" and what they edited.
const EDITORS = /(?<editors>\p{Lu}[^()]{2,100}\s\((?<role>[^()]{2,14})\))[,:]?\s*$/uy;
// The same with what they edited behind it: "Karl Meier (Hrsg.), Wasser und Land, Berlin: …"
const EDITED =
  /(?<editors>\p{Lu}[^()]{2,100}\s\((?<role>[^()]{2,14})\))[,:]?\s(?<container>\p{Lu}[^,.;:()]{2,120})(?=[,.;(]|$)/uy;
const SHORT_WORD = /(?<![\p{L}\d])(\p{L}{2,5}):?\s/gu;
// "in", "in:", "dans" before a title
const WORD_AT_END = /(?<![\p{L}\d])(\p{L}{2,5}):?\s*$/u;

function isHolderWord(word: string | undefined): boolean {
  return word !== undefined && wordsBeforeHolder.has(word.toLowerCase());
}

function isHolderNamed(before: string): boolean {
  return isHolderWord(WORD_AT_END.exec(before)?.[1]);
}

/** "ed", "Hrsg.", "dir." in its brackets. */
function isRole(role: string | undefined): boolean {
  return role !== undefined && editorWords.has(role.toLowerCase().replace(/[.\s]+$/u, ''));
}

/** What stands behind the last "in" of a text for which the pattern fits, with an editor's word in its brackets. */
function behindHolderWord(text: string, pattern: RegExp): RegExpExecArray | undefined {
  for (const {0: whole, 1: word, index} of [...text.matchAll(SHORT_WORD)].toReversed()) {
    if (!isHolderWord(word)) continue;
    pattern.lastIndex = index + whole.length;
    const match = pattern.exec(text);
    if (match !== null && isRole(match.groups?.['role'])) return match;
  }
  return undefined;
}

/** The editors of what holds the work, between the title and it. */
function findEditors(text: string, from: number, {start}: Range): Range | undefined {
  const match = behindHolderWord(text.slice(from, start), EDITORS);
  if (match === undefined) return undefined;
  const at = from + match.index;
  return {start: at, end: at + (match.groups?.['editors'] ?? '').length};
}

/** Editors and what they edited, where nothing sets its title off. */
function readEdited(
  text: string,
  from: number,
): {readonly editors: Range; readonly container: Range} | undefined {
  const match = behindHolderWord(text.slice(from), EDITED);
  if (match === undefined) return undefined;
  const {editors = '', container = ''} = match.groups ?? {};
  const start = from + match.index;
  const at = text.indexOf(container, start + editors.length);
  return {
    editors: {start, end: start + editors.length},
    container: {start: at, end: at + container.length},
  };
}

/** Whether the year stands in no brackets. */
function isBare(text: string, {start}: Dated): boolean {
  return Number.isFinite(start) && !/[([][^)\]]*$/u.test(text.slice(0, start));
}

interface Parts {
  readonly names: string;
  readonly title: string;
  /** Where the details begin. */
  readonly detailsFrom: number;
  /** Whether the title stands in quotation marks, as that of a part does. */
  readonly isQuoted: boolean;
  readonly doubts: readonly string[];
}

/** The ranges that are set off in a reference, in its own offsets; of two that nest the outer. */
function setOff({passage}: ReferenceReading, {start, end}: Range): readonly Range[] {
  const {value, marks} = passage.text;
  const emphasised = marks.filter(({kind}) => kind === 'emphasis' || kind === 'strong');
  const quotations = quotedRanges(value).map(range => ({start: range.start + 1, end: range.end - 1}));
  return [...emphasised, ...quotations]
    .filter(range => range.start >= start && range.end <= end)
    .map(range => ({start: range.start - start, end: range.end - start}))
    .filter(range => !LATIN.test(value.slice(range.start + start, range.end + start)))
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((range, at, all) => !all.slice(0, at).some(outer => outer.end >= range.end));
}

// "et al", "in": set off for being Latin.
const LATIN = /^\s*(?:et\s+al(?:ii)?\.?|in|ed|eds|v)[\s.,]*$/iu;

// "Who owns the river?, ": a title that nothing sets off, before what holds it.
const TITLE_BEFORE = /^[\s)\].,:]*(?=\p{L})[^()]{3,}[,.?!]\s*$/u;

/** Whether what is set off holds the work: "in *Environment and Urbanization*", "(2008) Who owns the river?, *Water History*". */
function isHolder(text: string, {start}: Range, {end}: Dated): boolean {
  const before = text.slice(0, start);
  if (isHolderNamed(before) || behindHolderWord(before, EDITORS) !== undefined) return true;
  return end < start && TITLE_BEFORE.test(text.slice(end, start));
}

function readMarked(text: string, dated: Dated, mark: Range): Parts {
  const before = text.slice(0, Math.min(mark.start, dated.start));
  const isYearBetween = dated.end <= mark.start;
  const between = isYearBetween ? text.slice(dated.end, mark.start) : '';
  return {
    names: namesBefore(before),
    title: ended(text.slice(mark.start, mark.end)),
    detailsFrom: mark.end,
    isQuoted: /[“‘"'«„]/u.test(text.charAt(mark.start - 1)),
    doubts: /\p{L}{2}/u.test(between) ? [`Between year and title stands “${cleaned(between)}”.`] : [],
  };
}

// A stop that ends a title: "The River. Osier Press", not that of "vs." and of initials.
const STOP = /(?<!\b\p{Lu}|\b(?:vs?|no|vol|St|Dr|Mr|Mrs))\.\s+(?=\p{Lu})/u;
// "in TWPR 17:2", "both in Environment and Urbanization 10:1" without marks.
const IN_HOLDER = /[,.]?\s(?:both\s|all\s)?in:?\s(?=\p{Lu}[^,.]{1,80}?\s(?:vol\.?\s)?\d{1,4}\s?[:(])/u;
// "Summary Working Paper 7": a paper's number straight behind a title.
const PAPER_BEHIND =
  /[,.]?\s(?=(?:Working|Discussion|Research|Occasional|Policy|Briefing|Technical)\s(?:Paper|Report|Brief)\s(?:no\.?\s?)?\d)/iu;

// " (Policy Press 2012)", " (Bristol: Osier Press, 2006)".
const IMPRINT = /\s[([](?=[^()[\]]{0,120}(?:1[5-9]|20)\d\d[a-z]?[)\]])/u;

/** A title that nothing sets off begins behind the year, or behind the names, and ends before the first sure detail. */
function readUnmarked(text: string, dated: Dated, container: Range | undefined): Parts {
  const isYearFirst =
    Number.isFinite(dated.start) && areNames(text.slice(0, dated.start).replace(/[\s(,[]+$/u, ''));
  const namesEnd = isYearFirst ? dated.start : (namesBeforeColon(text)?.end ?? endOfFirstNames(text));
  const from = isYearFirst ? dated.end : namesEnd;
  const held = container === undefined ? undefined : findEditors(text, from, container);
  const stretch = text.slice(from, held?.start ?? container?.start ?? text.length);
  const lead = /^[\s)\].,:;–—-]*/u.exec(stretch)?.[0].length ?? 0;
  const body = stretch.slice(lead);
  const cuts = [STOP, IN_HOLDER, PAPER_BEHIND, IMPRINT].flatMap(pattern => pattern.exec(body)?.index ?? []);
  const end = Math.min(body.length, ...cuts, firstDetail(body), isYearFirst ? body.length : yearAtEnd(body));
  const isSure = end < body.length || container !== undefined;
  const typed = withoutHolderWord(
    body.slice(0, end).replace(/[\s,.;]*(?:\b(?:both|all)\s)?\bin:?\s*$/iu, ''),
  );
  const title = isLocator(ended(typed)) ? '' : ended(typed);
  const doubts = [
    ...(isYearFirst || namesEnd > 0 ? [] : ['Where names end and the title begins could not be told.']),
    ...(isSure || !title.includes(',') ? [] : ['Where the title ends could not be told.']),
  ];
  return {
    names: namesBefore(text.slice(0, namesEnd)),
    title,
    detailsFrom: from + lead + end,
    isQuoted: false,
    doubts,
  };
}

/** A title without the ", dans" or ", in:" behind it that leads to what holds the work. */
function withoutHolderWord(typed: string): string {
  const word = /[,.;]\s(\p{L}{2,5}):?\s*$/u.exec(typed);
  return word !== null && isHolderWord(word[1]) ? typed.slice(0, word.index) : typed;
}

/** Where the first piece begins that is no part of a title, the comma before it included; the publisher before a place too. */
function firstDetail(body: string): number {
  const commas = [...body.matchAll(/,\s+/gu)];
  const pieceAt = (order: number): string => {
    const from = (commas[order]?.index ?? 0) + (commas[order]?.[0].length ?? 0);
    return body.slice(from, commas[order + 1]?.index ?? body.length).replace(/[.\s]+$/u, '');
  };
  const first = commas.findIndex((_, order) => isDetail(pieceAt(order)));
  if (first < 0) return body.length;
  // "The River, Ferry House, London": what stands before the last place is the publisher.
  const isPlaceAlone =
    first > 0 && first === commas.length - 1 && /^\p{Lu}\p{L}+(?:\s\p{L}+)?$/u.test(pieceAt(first));
  const before = isPlaceAlone && /^(?:\p{Lu}\p{L}+\s?){1,3}$/u.test(pieceAt(first - 1)) ? first - 1 : first;
  return commas[before]?.index ?? body.length;
}

function yearAtEnd(body: string): number {
  const at = /[\s,(]+(?:1[5-9]|20)\d\d[a-z]?[)\s.]*$/u.exec(body)?.index;
  return at ?? body.length;
}

/** A case or an Act has no author: what stands before its report is its name. */
function readLaw(text: string, dated: Dated): Parts {
  const end = Number.isFinite(dated.start) ? dated.start : text.length;
  const isInTitle = /\p{L}\s$/u.test(text.slice(0, end));
  const title = ended(text.slice(0, isInTitle ? dated.end : end));
  return {names: '', title, detailsFrom: Math.min(dated.end, text.length), isQuoted: false, doubts: []};
}

/** The names at the end of what stands before year and title; a sentence may lead up to them. */
function namesBefore(before: string): string {
  const names = before.replace(/[\s,.;:([“"‘'«„]+$/u, '');
  const whole = /\b\p{Lu}$/u.test(names) && before.charAt(names.length) === '.' ? `${names}.` : names;
  if (whole === '' || areNames(whole.replace(/[()]/gu, ''))) return whole;
  const last = whole.slice(startOfLastNames(whole));
  return /^\p{Lu}|^(?:van|von|de|du|la|le|al|ten|ter|bin)\b/u.test(whole) && !/\s\p{Ll}{4,}/u.test(whole)
    ? whole
    : last;
}

// "Tacoli, C, ": an inverted name and its comma.
const INVERTED = /^\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.?\s?){1,3}(?=,|\s\p{Lu})/u;

function endOfFirstNames(text: string): number {
  const stop = text.indexOf('. ');
  // "Smith J, Doe A. Title of a book": one such name alone may be "John F. Kennedy".
  const listed = text.slice(0, Math.max(0, stop));
  if (listed.includes(',') && areInitialsLast(listed)) return stop;
  const inverted = INVERTED.exec(text)?.[0].length;
  if (inverted !== undefined) return inverted;
  const comma = text.indexOf(',');
  return comma > 0 && areNames(text.slice(0, comma)) ? Math.min(comma, endOfNames(text)) : 0;
}

function blotOut(text: string, from: number, ranges: readonly Range[]): string {
  const out = ranges.reduce(
    (rest, {start, end}) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`,
    text,
  );
  return out
    .slice(from)
    .replace(/(?:^|(?<=[\s,.]))(?:both\s|all\s)?(\p{L}{2,5}):?\s{2,}/iu, (whole, word: string) =>
      isHolderWord(word) ? ' ' : whole,
    );
}

function withoutYear(text: string): string {
  return text
    .replace(/^[\s)\]’”“‘"'»«*]+/u, '')
    .replace(/[([]\s*(?:1[5-9]|20)\d\d[a-z]?\s*[)\]]/u, ' ')
    .replace(/,\s*(?:1[5-9]|20)\d\d[a-z]?(?=[\s,.]*$)/u, '');
}

function ended(title: string): string {
  return title.replace(/^[\s,.;:]+/u, '').replace(/[\s,.;:([]+$/u, '');
}

function cleaned(text: string): string {
  return text.replace(/^[\s)\].,:]+|[\s(“‘"']+$/gu, '');
}
