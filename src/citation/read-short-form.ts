import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, wordsOf} from '../text/words.ts';
import {documentsIn, isPresentVerb} from './kinds-of-document.ts';
import {quotedRanges, readLead} from './lead.ts';
import {findTrailingLocator, type LocatorRange, readLocator} from './locator.ts';
import {areNames, startOfLastNames} from './name-run.ts';
import type {Range} from './range.ts';
import type {ShortFormReading} from './reading.ts';
import {trimRange} from './segment.ts';
import type {ShortForm} from './short-form.ts';
import {articles, commentOpenings, sentenceOpenings, volumeWords, wordsOfSentence} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// What may stand between a short form and its locator: "op. cit., p 4", "ibid at 12", "(n 1), 14".
const JOINT = /^[\s.,:;)\]，،、]*(?:at\s{1,2}|,\s{0,2})?/u;

// A year behind the short form: "Vale, op cit (2007), p 3", "a.a.O. 1999, S. 12".
const YEAR_BEHIND =
  /^(?:[\s.,]{0,3}\((?:1[5-9]|20)\d\d[a-z]?\)|\.?\s(?:1[5-9]|20)\d\d[a-z]?(?=,\s\p{L}{1,5}\.?\s?\d))/u;

// A year behind *ibid* or *idem* and a comma, which says which work: "Idem, 1999, p. 61". Alone behind *ibid* it may be a page.
const YEAR_AND_PLACE = /^\.?,\s{1,2}(?:1[5-9]|20)\d\d[a-z]?(?=,\s\p{L}{1,5}\.?\s?\d)/u;
const YEAR_ALONE = /^\.?,\s{1,2}(?:1[5-9]|20)\d\d[a-z]?(?=[\s.;]*$)/u;

// A volume before the place: "ibid, vol 2, p 3".
const VOLUME = new RegExp(
  `^(?:${anyWord(volumeWords)})\\s{0,2}(?:\\d{1,3}|[ivx]{1,5})(?![\\p{L}\\p{N}])(?:,\\s)?`,
  'u',
);

// After *ibid* a comma leads to more of the cite, a stop to another sentence: "Ibid, *Ground Rents*, p 3".
const COMMA = /^\.?\s?,\s/u;

// Where a sentence ends; a stop after one or two letters is an abbreviation or an initial, and so is that of "vol. II,".
const SENTENCE_END = /\p{Ll}{3,}[)”"’]?[.?!][)”"’]?\s{1,2}(?=\p{Lu})(?![IVX]{1,5}[,.:)])/gu;

/**
 * Reads what belongs to a short form: before it the names, title and year that say which work is meant, behind it the
 * locator.
 *
 *     Rents fell again (Vale, R (2001) op cit, p 10).
 *                       ^^^^^^^^^^^^^^ lead    ^^^^ locator
 *
 * @param range the part of the passage that may be this cite
 * @param brackets the bracketed ranges of the passage: a short form in brackets has its names there too
 */
export function readShortForm(
  passage: Passage,
  range: Range,
  shortForm: ShortForm,
  brackets: readonly Range[],
): ShortFormReading {
  const text = passage.text.value;
  const within = withinBrackets(text, range, shortForm, brackets);
  const start = lastSentence(text, {start: within.start, end: shortForm.start});
  const behind = text.slice(shortForm.end, within.end);
  const year = (YEAR_BEHIND.exec(behind) ?? yearBehindComma(shortForm, behind))?.[0].length ?? 0;
  const words = {start: shortForm.start, end: shortForm.end + year};
  const after = words.end + (JOINT.exec(text.slice(words.end, within.end))?.[0].length ?? 0);
  const locator = readPlace(text, after, within.end);

  const before = trimRange(text, {
    start: behindSentence(passage, {start, end: words.start}),
    end: beforeVerb(text, start, words.start),
  });
  const tail =
    locator === undefined
      ? tailOf(
          text,
          passage,
          {...shortForm, isFirst: before.start >= before.end},
          {start: after, end: within.end},
        )
      : undefined;
  const lead =
    tail?.lead ?? (isSentence(text, shortForm, before) ? {start: words.start, end: words.start} : before);
  const place = locator ?? tail?.locator;
  const extra = year > 0 ? [{start: shortForm.end, end: words.end}] : [];
  const end = Math.max(words.end, place?.end ?? 0, tail?.lead.end ?? 0);
  return {
    kind: 'short-form',
    passage,
    range: closed(
      text,
      trimRange(text, {start: Math.min(lead.start, words.start), end: Math.min(end, within.end)}),
      within,
    ),
    shortForm,
    lead: readLead(text, passage.text.marks, lead.start, Math.max(lead.start, lead.end), extra),
    locator: place,
    bracket: undefined,
  };
}

function yearBehindComma({form}: ShortForm, behind: string): RegExpExecArray | null {
  if (form !== 'ibid' && form !== 'idem') return null;
  return YEAR_AND_PLACE.exec(behind) ?? (form === 'idem' ? YEAR_ALONE.exec(behind) : null);
}

/** A range with the bracket that closes one opened in it: "Lee (op cit)". */
function closed(text: string, range: Range, within: Range): Range {
  const typed = text.slice(range.start, range.end);
  const isOpen = typed.lastIndexOf('(') > typed.lastIndexOf(')');
  return isOpen && range.end < within.end && text.charAt(range.end) === ')'
    ? {start: range.start, end: range.end + 1}
    : range;
}

// How a sentence begins that may name nobody: "The point is made in".
const SENTENCE_START =
  /^(?:the|this|that|these|those|it|we|our|they|its|a|an|for|on|in|at|as|all|more|further|other|some|data|details|figures)\s/u;

/** Whether what stands before a note number is a sentence and no lead: "The point is made in note 1 above". */
function isSentence(text: string, {pointer, form}: ShortForm, {start, end}: Range): boolean {
  if (pointer === undefined || (form !== 'supra' && form !== 'infra')) return false;
  const before = text.slice(start, end);
  return SENTENCE_START.test(inLowerCase(before)) && /^[^\p{Lu}\p{N}“‘"]*$/u.test(before.slice(1));
}

/** The place behind a short form, with the volume before it. */
function readPlace(text: string, at: number, end: number): LocatorRange | undefined {
  // "op. cit., n° 113": the numbered paragraphs of French law books; elsewhere the number of an issue or a case.
  const number = /^n[°º]s?\s{0,2}(?=\d)/u.exec(inLowerCase(text.slice(at, end)))?.[0];
  if (number !== undefined) {
    const place = readLocator(text, at + number.length, end, true);
    return place === undefined ? undefined : {...place, start: at, text: text.slice(at, place.end)};
  }
  const volume = VOLUME.exec(inLowerCase(text.slice(at, end)))?.[0];
  if (volume === undefined) return readLocator(text, at, end, true);
  const place = readLocator(text, at + volume.length, end, true);
  const last = place?.end ?? at + volume.trimEnd().replace(/,$/u, '').length;
  return {start: at, end: last, text: text.slice(at, last)};
}

// ". Study (1914), p. 11", " Mach": names directly behind the short form, a year, a place, and no more.
const NAMES_BEHIND =
  /^\.?\s{1,2}\p{Lu}[\p{L}’'-]*(?:,?\s(?:and\s)?\p{Lu}[\p{L}’'.-]*){0,3}(?:,?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?)?(?:,?\s\p{Ll}{1,5}\.?\s?\d[\d–-]*)?[\s.]*$/u;

/** After *idem*, after *op cit* at the beginning, and after *ibid* and a comma, a title or year may follow that says which work. */
function tailOf(
  text: string,
  passage: Passage,
  {form, end, isFirst}: ShortForm & {readonly isFirst: boolean},
  rest: Range,
): {readonly lead: Range; readonly locator: LocatorRange | undefined} | undefined {
  const goesOn =
    form === 'idem' ||
    (form === 'op-cit' && isFirst && NAMES_BEHIND.test(text.slice(end, rest.end))) ||
    (form === 'ibid' && COMMA.test(text.slice(end, rest.end)) && isNaming(passage, rest));
  if (!goesOn) return undefined;
  const locator = findTrailingLocator(text, rest.start, rest.end);
  return {
    lead: trimRange(text, {start: rest.start, end: locator?.start ?? withoutStop(text, rest.end)}),
    locator,
  };
}

/** Whether a title set off or a capital follows. */
function isNaming({text}: Passage, {start}: Range): boolean {
  const isMarked = text.marks.some(mark => mark.kind === 'emphasis' && mark.start === start);
  const isQuoted = quotedRanges(text.value).some(range => range.start === start);
  return isMarked || isQuoted || /^\p{Lu}/u.test(text.value.slice(start));
}

function withoutStop(text: string, end: number): number {
  return text.charAt(end - 1) === '.' ? end - 1 : end;
}

/** The inside of the brackets in which the short form stands, unless they hold nothing but a note number. */
function withinBrackets(
  text: string,
  range: Range,
  {start, end}: ShortForm,
  brackets: readonly Range[],
): Range {
  const around = brackets.findLast(
    one => one.start < start && end < one.end && one.start >= range.start && one.end <= range.end,
  );
  if (around === undefined) return range;
  // "Hart (op cit), p 3": the names stand before the brackets.
  const isAlone = text.slice(around.start + 1, start).trim() === '';
  const sentence = lastSentence(text, {start: range.start, end: around.start});
  const before = text.slice(sentence, beforeVerb(text, sentence, around.start));
  if (isAlone && (areNames(before) || leadsUpToNames(before))) return range;
  return {start: around.start + 1, end: around.end - 1};
}

/** Fewer words before the names are read together with them. */
const FEWEST_OF_SENTENCE = 6;

/**
 * Where the names begin behind a long sentence that leads up to them: "I owe this point to the shrewd remarks of Hart, op. cit."
 * What speaks of another document, "her review of Hart", stays with them.
 */
function behindSentence({text}: Passage, {start, end}: Range): number {
  const before = text.value.slice(start, end).trimEnd().replace(/,$/u, '');
  const names = startOfLastNames(before);
  const sentence = before.slice(0, names);
  const words = wordsOf(sentence);
  const isSentence =
    names < before.length &&
    words.length >= FEWEST_OF_SENTENCE &&
    opensSentence(words[0]?.folded ?? '') &&
    words.some(({folded}) => wordsOfSentence.has(folded)) &&
    !/\d{4}/u.test(sentence) &&
    /\p{Ll}\s*$/u.test(sentence) &&
    documentsIn(sentence.slice(sentence.lastIndexOf(',') + 1)).length === 0 &&
    !text.marks.some(mark => mark.start >= start && mark.end <= end) &&
    quotedRanges(before).length === 0;
  return isSentence ? start + names : start;
}

/** Whether a word begins a sentence and no reference; with an article a body or a title may begin too. */
function opensSentence(folded: string): boolean {
  if (wordsOfSentence.has(folded)) return true;
  return (sentenceOpenings.has(folded) || commentOpenings.has(folded)) && !articles.has(folded);
}

// "shows (", "shows ": a last word in small letters, with the bracket behind it.
const LAST_WORD = /\s(?<word>\p{Ll}{4,})\s\(?$/u;

/** Where the verb begins behind an author whose work stands in brackets, "As Naylor shows (op. cit., p. 11)"; else the end. */
function beforeVerb(text: string, start: number, end: number): number {
  const match = LAST_WORD.exec(text.slice(start, end));
  const verb = match?.groups?.['word'];
  if (match === null || verb === undefined || !isPresentVerb(verb)) return end;
  const before = text.slice(start, start + match.index);
  return areNames(before) || leadsUpToNames(before) ? start + match.index : end;
}

/** "As both Hart": words with which a sentence begins, then names. */
function leadsUpToNames(before: string): boolean {
  const names = startOfLastNames(before);
  const words = wordsOf(before.slice(0, names));
  return names < before.length && words.every(({folded}) => sentenceOpenings.has(folded));
}

/** Where the last sentence of a range begins: what stands before it names nothing here. */
function lastSentence(text: string, {start, end}: Range): number {
  let last = start;
  for (const match of text.slice(start, end).matchAll(SENTENCE_END))
    last = start + match.index + match[0].length;
  return last;
}
