import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {findAddresses} from './addresses.ts';
import {findAsides} from './asides.ts';
import {partBehindPlace, readAuthorYear, readSentence} from './author-year.ts';
import {type CiteBracket, findCiteBrackets, readInText} from './bracketed-cites.ts';
import {findCitekeys} from './citekeys.ts';
import type {EntryIndex} from './index-entries.ts';
import {quotedRanges, readLead} from './lead.ts';
import {findTrailingLocator, readLocator} from './locator.ts';
import {startOfLastNames} from './name-run.ts';
import {readNoteList} from './note-list.ts';
import {findPlaceholders} from './placeholder.ts';
import {gapsBetween, type Range} from './range.ts';
import {readShortForm} from './read-short-form.ts';
import type {KeyReading, PlaceholderReading, Reading, ReferenceReading} from './reading.ts';
import {partAtMentions} from './second-mention.ts';
import {partAtWorks} from './second-work.ts';
import {bracketRanges, segmentCites, stripSignals, trimRange, workConsulted} from './segment.ts';
import {findShortForm, type ShortForm, type TitleRange, titleRanges} from './short-form.ts';
import {endOfVide} from './vide.ts';
import {connectors} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/**
 * Reads a passage: everything in it that may be a cite, in order. In running text only citekeys, promises and what stands in
 * brackets that hold nothing but cites count.
 */
export function recognise(passage: Passage, index: EntryIndex): readonly Reading[] {
  const text = passage.text.value;
  const quoted = quotedRanges(text);
  const titles = titleRanges(passage.text.marks, quoted);
  const isRunningText = passage.in.kind === 'text';

  const keys: KeyReading[] = findCitekeys(passage.text).map(key => ({
    kind: 'key',
    passage,
    range: {start: key.start, end: key.end},
    key,
  }));
  const placeholders = findPlaceholders(text, titles, isRunningText)
    .flatMap(range => beforeKeys(text, range, keys))
    .map((range): PlaceholderReading => ({kind: 'placeholder', passage, range}));
  const taken = [...placeholders.map(({range}) => range), ...keys.map(({key}) => key.group)];
  const brackets = bracketRanges(text);
  const bracketed = findCiteBrackets(passage, brackets, titles, taken).filter(
    one => isRunningText || isSetApart(one, titles),
  );
  const inBrackets = isRunningText
    ? bracketed.flatMap(bracket => readInText(passage, bracket))
    : bracketed.flatMap(({readings}) => readings);
  const asides = isRunningText
    ? []
    : findAsides(passage, brackets, titles, index).filter(
        ({range}) => ![...taken, ...bracketed.map(one => one.range)].some(one => overlap(one, range)),
      );
  const closed = [...taken, ...bracketed.map(({range}) => range), ...asides.map(({range}) => range)];
  const holes = placeholders.map(({range}) => range).filter(hole => isInsideReference(text, hole));
  const rest = isRunningText
    ? []
    : gapsBetween(
        closed.filter(range => !holes.includes(range)),
        {start: 0, end: text.length},
      );
  const cited = asides.flatMap(aside => aside.cited ?? []);
  const references = [...rest, ...cited]
    .flatMap(gap => readGap(passage, gap, {titles, brackets, index}))
    .map(one => withoutHoles(one, holes));
  return [...placeholders, ...keys, ...inBrackets, ...references].sort(
    (one, other) => one.range.start - other.range.start,
  );
}

function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** A promise as far as the first citekey in it: "[TODO page of @kay1988]". */
function beforeKeys(text: string, range: Range, keys: readonly KeyReading[]): readonly Range[] {
  const key = keys.find(({range: one}) => range.start <= one.start && one.start < range.end);
  if (key === undefined) return [range];
  const isBracketed = /[([]/u.test(text.charAt(range.start));
  const promise = trimRange(text, {start: range.start + (isBracketed ? 1 : 0), end: key.range.start});
  return promise.end > promise.start ? [promise] : [];
}

// What stands before a promise in the middle of a reference, and what behind it: "Kay [year?] *Sluices*".
const GOES_BEFORE = /[\p{L}\p{N},)]\s?$/u;
const GOES_ON = /^\s(?!(?:and|see|also|but|cf)\b)[\p{L}“‘"']/u;

/** Whether a bracketed promise stands for a part of the reference around it. */
function isInsideReference(text: string, {start, end}: Range): boolean {
  return (
    /[([]/u.test(text.charAt(start)) &&
    GOES_BEFORE.test(text.slice(0, start)) &&
    GOES_ON.test(text.slice(end))
  );
}

/** A reading without the promise inside it: its words say nothing, and its range is the longer part of the two. */
function withoutHoles(reading: Reading, holes: readonly Range[]): Reading {
  const {range} = reading;
  const hole = holes.find(one => range.start < one.end && one.start < range.end);
  if (hole === undefined || !('lead' in reading)) return reading;
  const isFirstLonger = hole.start - range.start > range.end - hole.end;
  const {lead} = reading;
  const isOutside = (word: Range): boolean => word.end <= hole.start || word.start >= hole.end;
  const rest = {
    ...reading,
    range: trimRange(
      reading.passage.text.value,
      isFirstLonger ? {start: range.start, end: hole.start} : {start: hole.end, end: range.end},
    ),
    lead: {...lead, words: lead.words.filter(isOutside), years: lead.years.filter(isOutside)},
  };
  return withoutHoles(rest, holes);
}

/**
 * In a note brackets are mostly part of the cite: "Ash (n 1)", "*Locks* (Weir Press, 1990)". They stand apart with two cites
 * in them, a short form with its names, or a signal.
 */
function isSetApart({range, readings}: CiteBracket, titles: readonly TitleRange[]): boolean {
  if (titles.some(({end}) => end <= range.start && range.start - end <= 2)) return false;
  return (
    readings.length > 1 ||
    readings.some(one => (one.kind === 'reference' ? one.hasSignal : one.lead.words.length > 0))
  );
}

interface Enclosed {
  /** Emphasised or in quotation marks. */
  readonly titles: readonly TitleRange[];
  readonly brackets: readonly Range[];
  /** What the bibliography knows, which parts works that no joint parts. */
  readonly index: EntryIndex;
}

/** Nobody nests brackets deeper, and a text that does is no cite. */
const MOST_NESTED = 8;

function readGap(passage: Passage, gap: Range, enclosed: Enclosed, depth = 0): readonly Reading[] {
  const text = passage.text.value;
  const {titles, brackets} = enclosed;
  const closed = [...titles, ...brackets, ...findAddresses(text)];
  const segments = joinLocators(text, segmentCites(text, gap, closed, titles))
    .flatMap(segment => partAtWorks(passage, segment, enclosed.index, {closed, titles}))
    .flatMap(segment => partAtMentions(passage, segment, enclosed.index, {closed, titles}))
    .flatMap(segment => partBehindPlace(passage, segment, closed));
  return segments.flatMap((segment): readonly Reading[] => {
    const inside = insideOfBrackets(text, segment, brackets);
    if (inside !== undefined) return depth > MOST_NESTED ? [] : readGap(passage, inside, enclosed, depth + 1);
    const stripped = stripSignals(text, workConsulted(text, segment, closed));
    const seen = endOfVide(passage, stripped.range, enclosed.index);
    const range = {start: seen, end: stripped.range.end};
    const hasSignal = stripped.hasSignal || seen > stripped.range.start;
    // "Ibid., p. 4; and cf. p. 30", "@kay1988, chap. 2": a place of the cite before, and no cite.
    const isBehindCite = segment === segments[0] ? gap.start > 0 : hasSignal;
    if (isBehindCite && isPlaceAlone(text, range)) return [];
    if (!/[\p{L}\p{N}]/u.test(text.slice(range.start, range.end))) return [];
    const pointers = readNoteList(passage, range);
    if (pointers.length > 0) return pointers;
    const shortForm = findShortForm(text, range.start, range.end, titles);
    if (shortForm !== undefined) {
      const readings = readShortForms(passage, range, shortForm, enclosed);
      const before = {start: range.start, end: readings[0]?.range.start ?? range.start};
      // "Marsh, A (2001) *Urban Land*. Kohl, op cit": the short form begins a sentence behind another cite.
      if (depth > MOST_NESTED || !isCitedBefore(text, before, titles)) return readings;
      return [...readGap(passage, before, enclosed, depth + 1), ...readings];
    }
    const sentence = readSentence(passage, range, [...titles, ...findAddresses(text)]);
    if (sentence.length > 0) return sentence;
    const hasTitle = titles.some(one => range.start <= one.start && one.end <= range.end);
    const authorYear = hasTitle ? [] : readAuthorYear(passage, range, hasSignal);
    return authorYear.length > 0 ? authorYear : [readReference(passage, range, {hasSignal, titles})];
  });
}

// "Marsh, A (2001) ", with the stop that ends the sentence.
const DATED = /\p{Lu}[^.;]{0,80}[([](?:1[5-9]|20)\d\d[a-z]?[)\]]/u;

/** Whether what a short form left standing before it is a cite: names, a year in brackets, a title. */
function isCitedBefore(text: string, {start, end}: Range, titles: readonly TitleRange[]): boolean {
  const typed = text.slice(start, end).trimEnd();
  return (
    /[.)\]]$/u.test(typed) &&
    DATED.test(typed) &&
    titles.some(title => start <= title.start && title.end <= end)
  );
}

/** A short form, and those with names of their own further on in the sentence: "Lee, op cit, doubts what Kay, op cit, says". */
function readShortForms(
  passage: Passage,
  range: Range,
  shortForm: ShortForm,
  enclosed: Enclosed,
): readonly Reading[] {
  const text = passage.text.value;
  const reading = readShortForm(passage, range, shortForm, enclosed.brackets);
  const next = findShortForm(text, reading.range.end, range.end, enclosed.titles);
  if (next === undefined)
    return [reading, ...readJoined(passage, {start: reading.range.end, end: range.end}, enclosed)];
  const between = text.slice(reading.range.end, next.start);
  const names = startOfLastNames(between);
  if (names === between.length) {
    // "See *ibid* and also op cit": nothing but words that join stands between the two.
    if (!isJoining(between)) return [reading];
    return [reading, ...readShortForms(passage, {start: next.start, end: range.end}, next, enclosed)];
  }
  const rest = {start: reading.range.end + names, end: range.end};
  return [reading, ...readShortForms(passage, rest, next, enclosed)];
}

// "and", "&" and their like behind a comma or none: something more is cited, or may be.
const JOINED = new RegExp(`^,?\\s(?:${anyWord(connectors)})\\s(?=.{0,60}\\p{Lu})`, 'u');

/** Whether a stretch between two short forms is words that join cites, and no more: " and also ". */
function isJoining(between: string): boolean {
  const {range} = stripSignals(between, trimRange(between, {start: 0, end: between.length}));
  const rest = inLowerCase(between.slice(range.start, range.end));
  return /\p{L}/u.test(between) && (rest === '' || CONNECTORS.test(rest));
}

// "and", "as well as".
const CONNECTORS = new RegExp(`^(?:${anyWord(connectors)})$`, 'u');

/** What is joined to a short form by an "and": "Hart, op cit, and the Wanless report". */
function readJoined(passage: Passage, range: Range, enclosed: Enclosed): readonly Reading[] {
  const text = passage.text.value;
  const joint = JOINED.exec(text.slice(range.start, range.end))?.[0];
  if (joint === undefined) return [];
  const rest = trimRange(text, {start: range.start + joint.length, end: range.end});
  return [readReference(passage, rest, {hasSignal: false, titles: enclosed.titles})];
}

function readReference(
  passage: Passage,
  range: Range,
  {hasSignal, titles}: {readonly hasSignal: boolean; readonly titles: readonly TitleRange[]},
): ReferenceReading {
  const {value: text, marks} = passage.text;
  const trailing = findTrailingLocator(text, range.start, range.end, marks);
  // "*The Floods, Part 2*": what stands inside a title set off belongs to it.
  const at = trailing?.start ?? range.end;
  const isInTitle = titles.some(one => one.start < at && at < one.end);
  const locator = isInTitle ? undefined : trailing;
  return {
    kind: 'reference',
    passage,
    range: withoutLastStop(text, range),
    lead: readLead(
      text,
      marks,
      range.start,
      locator?.start ?? range.end,
      behindLocator(text, range, locator),
    ),
    hasSignal,
    locator,
    bracket: undefined,
  };
}

/** The year behind the page of a report: "437 U.S. 88, 90 (1978)". */
function behindLocator(text: string, {end}: Range, locator: Range | undefined): readonly Range[] {
  const hasYear = locator !== undefined && /\d{4}/u.test(text.slice(locator.end, end));
  return hasYear ? [{start: locator.end, end}] : [];
}

/** The inside of a segment that is one pair of round brackets. */
function insideOfBrackets(text: string, {start, end}: Range, brackets: readonly Range[]): Range | undefined {
  const bracket = brackets.find(range => range.start === start);
  if (bracket === undefined || bracket.end > end || text.charAt(start) !== '(') return undefined;
  return /^[\s.]*$/u.test(text.slice(bracket.end, end))
    ? {start: start + 1, end: bracket.end - 1}
    : undefined;
}

// "; and p. 30".
const CONNECTOR = /^(?:and|und|et|y|e)\s{1,2}/u;

/** Whether a range is places with their labels and nothing else. */
function isPlaceAlone(text: string, {start, end}: Range): boolean {
  const place = readLocator(text, start, end, false);
  return place !== undefined && /^[\s.)]*$/u.test(text.slice(place.end, end));
}

/**
 * Segments that are nothing but a locator belong to the one before: "Ibid., ch 5, pp 180–182; ch 7, pp 257–260" is one
 * cite.
 */
function joinLocators(text: string, segments: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const at = segment.start + (CONNECTOR.exec(text.slice(segment.start, segment.end))?.[0].length ?? 0);
    const locator = readLocator(text, at, segment.end, at === segment.start);
    const isLocator = locator !== undefined && /^[\s.)]*$/u.test(text.slice(locator.end, segment.end));
    if (before !== undefined && isLocator)
      joined[joined.length - 1] = {start: before.start, end: segment.end};
    else joined.push(segment);
  }
  return joined;
}

function withoutLastStop(text: string, range: Range): Range {
  return text.charAt(range.end - 1) === '.' && range.end - 1 > range.start
    ? trimRange(text, {start: range.start, end: range.end - 1})
    : range;
}
