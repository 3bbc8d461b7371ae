import type {Passage} from '../manuscript/types.ts';
import {findAddresses} from './addresses.ts';
import {findAsides} from './asides.ts';
import {partBehindPlace, readAuthorYear, readSentence} from './author-year.ts';
import {type CiteBracket, findCiteBrackets, readInText} from './bracketed-cites.ts';
import {findCitekeys} from './citekeys.ts';
import {beforeKeys, isInsideReference, withoutHoles} from './holes.ts';
import type {EntryIndex} from './index-entries.ts';
import {isPlaceAlone, joinLocators} from './join-places.ts';
import {partAtShortNames} from './joined-short-names.ts';
import {quotedRanges} from './lead.ts';
import {readNoteList} from './note-list.ts';
import {findPlaceholders} from './placeholder.ts';
import {readReference} from './plain-reference.ts';
import {gapsBetween, overlap, type Range} from './range.ts';
import type {KeyReading, PlaceholderReading, Reading} from './reading.ts';
import {partAtMentions} from './second-mention.ts';
import {partAtWorks} from './second-work.ts';
import {bracketRanges, segmentCites, stripSignals, workConsulted} from './segment.ts';
import {findShortForm, type TitleRange, titleRanges} from './short-form.ts';
import {readShortForms} from './short-forms-in-line.ts';
import {endOfVide} from './vide.ts';

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
    .flatMap(segment => partAtShortNames(passage, segment, enclosed.index))
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

/** The inside of a segment that is one pair of round brackets. */
function insideOfBrackets(text: string, {start, end}: Range, brackets: readonly Range[]): Range | undefined {
  const bracket = brackets.find(range => range.start === start);
  if (bracket === undefined || bracket.end > end || text.charAt(start) !== '(') return undefined;
  return /^[\s.]*$/u.test(text.slice(bracket.end, end))
    ? {start: start + 1, end: bracket.end - 1}
    : undefined;
}
