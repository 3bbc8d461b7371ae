import type {TextMark} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {endOfSending, endOfShortWord, wordStarts} from './joint-words.ts';
import {areNames, startOfLastNames} from './name-run.ts';
import type {Range} from './range.ts';
import type {CiteForm} from './types.ts';
import {
  directionsAlone,
  ibidWords,
  idemWords,
  infraWords,
  locCitWords,
  noteWords,
  opCitBehindComma,
  opCitWords,
  partsOfDocument,
  sendingWords,
  supraWords,
} from './vocabulary.ts';
import {anyWord, gateOf} from './word-pattern.ts';

/** The words that make a short form of a cite, and what they send back to. */
export interface ShortForm {
  readonly form: Extract<CiteForm, 'ibid' | 'idem' | 'op-cit' | 'loc-cit' | 'supra' | 'infra'>;
  /** The range of the words, with the note number where one belongs to them. */
  readonly start: number;
  readonly end: number;
  readonly pointer: {readonly value: number; readonly start: number; readonly end: number} | undefined;
}

/** What a pattern has found, or more. */
interface Matched {
  readonly index: number;
  readonly groups?: RegExpExecArray['groups'] | undefined;
  readonly 0: string;
}

const BEFORE = '(?<![\\p{L}\\p{N}-])';
const AFTER = '(?![\\p{L}\\p{N}]|-\\p{L})';
// "n 3", "note [^3]"; the bracket belongs to it where one was opened.
const NOTE_NUMBER = `(?:${anyWord(noteWords)})\\s{0,2}(?<number>\\d{1,4})(?!\\.\\d)${AFTER}(?:(?<=\\[\\^\\d{1,4})\\])?`;

// "ibid", "Ibid.,", "ebd.", mostly at the start of a cite.
// Set off, it may have its page at its heels: "*Ibid*p.127".
const IBID = new RegExp(`${BEFORE}(?:${anyWord(ibidWords)})(?:${AFTER}|(?=pp?\\.\\s?\\d))`, 'u');
// "idem", "Id." at the start of a cite; a bare "id" is no Latin.
const IDEM = new RegExp(`^(?:${anyWord(idemWords)})${AFTER}`, 'u');
// "op cit", "op. cit.,", "Op.Cit." anywhere.
const OP_CIT = new RegExp(`${BEFORE}(?:${anyWord(opCitWords)})${AFTER}`, 'u');
const LOC_CIT = new RegExp(`${BEFORE}(?:${anyWord(locCitWords)})${AFTER}`, 'u');
// "supra note 3", "above n 2", "(wie Anm. 2)", "above, note 3", "op cit n 1".
const POINTER_AFTER_WORD = new RegExp(
  `${BEFORE}(?<word>${anyWord([...supraWords, ...infraWords, ...opCitWords, ...locCitWords])})\\s{0,2},?\\s{0,2}(?:at\\s)?\\(?${NOTE_NUMBER}(?:,?\\s{1,2}(?:${anyWord([...supraWords, ...infraWords])})${AFTER})?\\)?`,
  'u',
);
// "n 3 above", "note 12 below", "(note 3, above)".
const POINTER_BEFORE_WORD = new RegExp(
  `${BEFORE}\\(?${NOTE_NUMBER},?\\s{1,2}(?<word>${anyWord([...supraWords, ...infraWords])})${AFTER}\\)?`,
  'u',
);
// "(n 4)", "(note 1)".
const POINTER_IN_BRACKETS = new RegExp(`[([]\\s?${NOTE_NUMBER}\\s?[)\\]]`, 'u');
// "note 1)", with "(see" or the like before it: "Lee (see note 1), p 4".
const POINTER_CLOSING = new RegExp(`${NOTE_NUMBER}\\s?[)\\]]`, 'u');
// "note 3", "n 3" as all that a cite says; "s. Fn. 3".
const POINTER_ALONE = new RegExp(`^(?:s\\.\\s)?${NOTE_NUMBER}`, 'u');
// "As n 6.": the same work as there, and no more.
const POINTER_SENT = new RegExp(`^(?:${anyWord(sendingWords)})\\s${NOTE_NUMBER}(?=[\\s.]*$)`, 'u');
// "Lee n 1", "Lee, ref. 1, p 4", with what sends there "Lee, see note 1": behind names alone.
const POINTER_AFTER_NAMES = new RegExp(`,?\\s{1,2}${NOTE_NUMBER}`, 'u');
// "Nunn, N. 2003": an initial and a year.
const INITIAL = /^,?\s{1,2}N\.?\s/u;
// "supra", "infra" without a number.
const SUPRA_ALONE = new RegExp(`${BEFORE}(?<word>${anyWord(directionsAlone)})${AFTER}`, 'u');

// "Rossi, *Acque*, cit., p. 12": Italian and Portuguese *op. cit.*, behind a comma.
const CIT_ALONE = new RegExp(`(?<=,\\s{0,2})(?:${anyWord(opCitBehindComma)})(?=\\s{0,2}$|[,.)])`, 'u');
// "Hart, above", "Hart (above), p 4": in place of *supra*, where names stand before it and nothing but a place behind.
const ABOVE =
  /(?:,\s|\s\()(?<word>above|below)\)?(?=[\s.)]{0,4}$|,?\s(?:at\s)?(?:(?:pp?|paras?|chs?|chapter|s|cols?)\.?\s?)?\d)/u;

// "Infra, R (1993)": an author of that name.
const AUTHOR = /^(?:Infra|Supra|Idem|Ibid),\s(?:\p{Lu}\.?\s?){1,3}\((?:1[5-9]|20)\d\d/u;

// A part of this document before a note number: "Table 3, note 1" is a note of the table.
const PART_BEFORE = /(?:^|\s)(?<part>\p{L}+)\.?\s[\p{L}\d.]{1,4},?\s?$/u;

function isOfPart(passage: string, at: number): boolean {
  const part =
    PART_BEFORE.exec(passage.slice(Math.max(0, at - 40), at))?.groups?.['part']?.toLowerCase() ?? '';
  return partsOfDocument.has(part);
}

const INFRA = new RegExp(`^(?:${anyWord(infraWords)})$`, 'u');

// What the words of each kind have in common, looked for first: the patterns above take milliseconds to compile, and most notes
// hold none of them. All of texts in lower case.
const MAY_BE_IBID = new RegExp(gateOf(ibidWords));
const MAY_BE_OP_CIT = new RegExp(gateOf([...opCitWords, ...locCitWords, ...opCitBehindComma]));
const MAY_BE_IDEM = new RegExp(`^(?:${gateOf(idemWords)})`);
const MAY_BE_ALONE = new RegExp(gateOf(directionsAlone));
const MAY_BE_ABOVE = /above|below/;

/**
 * The short form in a cite, if there is one. Words inside a title — emphasised or quoted together with others — are
 * part of the title: *Supra-national courts*, “What ibid means”.
 *
 * @param passage the passage's plain text
 * @param start where the cite begins, after its signal; `end` where it ends
 * @param titles the ranges that are titles
 */
export function findShortForm(
  passage: string,
  start: number,
  end: number,
  titles: readonly TitleRange[],
): ShortForm | undefined {
  const text = inLowerCase(passage.slice(start, end));
  if (AUTHOR.test(passage.slice(start, end))) return undefined;
  const free = (match: RegExpExecArray | null): RegExpExecArray | null =>
    match !== null &&
    !isFamilyName(passage, {start, end}, match, titles) &&
    !isInsideTitle(passage, start + match.index, start + match.index + match[0].length, titles)
      ? match
      : null;

  const find = (gate: RegExp, pattern: RegExp): RegExpExecArray | null =>
    gate.test(text) ? free(pattern.exec(text)) : null;

  const opCit = find(MAY_BE_OP_CIT, OP_CIT) ?? undefined;
  const locCit = find(MAY_BE_OP_CIT, LOC_CIT) ?? undefined;
  const ibid = find(MAY_BE_IBID, IBID);
  const isBehindWork = (at: number): boolean => endsInWork(passage, {start, end: start + at}, titles);
  const found = findPointer(text, start, free, isBehindWork);
  const pointer = found !== undefined && isOfPart(passage, found.start) ? undefined : found;

  if (ibid !== null) {
    const shortForm = made('ibid', ibid, start, undefined);
    // "Ibid (n 4), p 5": the number says again which note is meant.
    const isBeside =
      pointer !== undefined &&
      pointer.start >= shortForm.end &&
      /^\.?\s?\($/u.test(passage.slice(shortForm.end, pointer.start + 1));
    return isBeside ? withPointer(shortForm, pointer, passage) : shortForm;
  }
  if (opCit !== undefined) return withPointer(made('op-cit', opCit, start, undefined), pointer, passage);
  if (locCit !== undefined) return withPointer(made('loc-cit', locCit, start, undefined), pointer, passage);
  if (pointer !== undefined) return pointer;
  const idem = find(MAY_BE_IDEM, IDEM);
  if (idem !== null) return made('idem', idem, start, undefined);
  const alone = find(MAY_BE_ALONE, SUPRA_ALONE);
  if (alone !== null) return made(directionOf(alone), alone, start, undefined);
  const cit = find(MAY_BE_OP_CIT, CIT_ALONE);
  if (cit !== null) return made('op-cit', cit, start, undefined);
  const bare = find(HAS_NOTE_NUMBER, POINTER_AFTER_NAMES);
  const named = bare === null ? null : (withSending(text, bare, isBehindWork) ?? bare);
  const isInitial = named !== null && INITIAL.test(passage.slice(start + named.index, end));
  if (
    named !== null &&
    !isInitial &&
    !isOfPart(passage, start + named.index) &&
    isNamed(passage, {start, end: start + named.index}, titles)
  )
    return pointing(named, start);
  const above = find(MAY_BE_ABOVE, ABOVE);
  if (above === null) return undefined;
  const isApart = /^[\s.)]*(?:$|,)/u.test(text.slice(above.index + above[0].length));
  const before = isApart ? withoutLastYear(text, above.index) : above.index;
  if (!isNamed(passage, {start, end: start + before}, titles)) return undefined;
  return made(directionOf(above), above, start, undefined);
}

// " (2010)" at the end of names.
const LAST_YEAR = /\s\((?:1[5-9]|20)\d\d[a-z]?\)$/u;

/** Where the year in brackets begins that ends there, behind names: "Lowe (2010), above". */
function withoutLastYear(text: string, end: number): number {
  return end - (LAST_YEAR.exec(text.slice(0, end))?.[0].length ?? 0);
}

// A word in capitals, then a comma: "Ivi, "; and a short form behind a title: ", cit.", ", op. cit."
const CAPITALISED = /^\p{Lu}/u;
const COMMA = /^,\s{1,2}/u;
const COMMA_CIT = /^[”’"»]?,\s{1,2}\p{Ll}{0,6}\.?\s?cit\b/u;

/**
 * Whether a word of a short form is somebody's name: behind a given name and before a title, "Anil Supra, *Courts*", "D. Ivi,
 * *Microstorie*", or first of all and before a title with another short form, "Ivi, *Microstorie*, cit."
 */
function isFamilyName(
  passage: string,
  {start, end}: Range,
  match: RegExpExecArray,
  titles: readonly TitleRange[],
): boolean {
  const at = start + match.index;
  const last = at + match[0].length;
  if (!CAPITALISED.test(passage.slice(at, last))) return false;
  const comma = COMMA.exec(passage.slice(last, end));
  const title = titles.find(one => one.start === last + (comma?.[0].length ?? 0));
  if (comma === null || title === undefined) return false;
  const before = passage.slice(start, at);
  if (before === '') return COMMA_CIT.test(passage.slice(title.end, end));
  return /\p{L}\.?\s$/u.test(before) && areNames(before);
}

/** Whether names stand in a range, perhaps with a title behind them, and no more. */
function isNamed(passage: string, {start, end}: Range, titles: readonly TitleRange[]): boolean {
  const title = titles.find(one => one.start > start && one.end <= end);
  if (title === undefined) return areNames(passage.slice(start, end));
  return areNames(passage.slice(start, title.start)) && passage.slice(title.end, end).trim() === '';
}

/** Whether names, a title or *op cit* stand at the end of a range. */
function endsInWork(passage: string, {start, end}: Range, titles: readonly TitleRange[]): boolean {
  const text = passage.slice(start, end).trimEnd();
  const isTitle = titles.some(title => title.start >= start && title.end === start + text.length);
  const lower = inLowerCase(text);
  const isShort = wordStarts(lower, LONGEST_SENDING).some(at => endOfShortWord(lower, at) === lower.length);
  return isTitle || isShort || startOfLastNames(text) < text.length;
}

// Behind a note's number whose it is: "note 1 in Kohl", "Anm. 1 bei Kohl", "note 1 to Table 2"; "of this submission" is ours.
const OF_ANOTHER =
  /^\s(?:of|in|to|bei|von|zu|de|du|di|da|del|della|do|en|em)\s(?!(?:this|these|our|dieser|cette|esta|questa)\b)/u;

// A word for a note somewhere before a number, without which there is no pointer.
const HAS_NOTE_NUMBER = new RegExp(`(?<![a-z])(?:${anyWord(noteWords)})\\s{0,2}\\d`);

/** Whether a note and its number stand in a text in lower case: "chapter 3, note 2". */
export function hasNoteNumber(lower: string): boolean {
  return HAS_NOTE_NUMBER.test(lower);
}

function findPointer(
  text: string,
  start: number,
  free: (match: RegExpExecArray | null) => RegExpExecArray | null,
  isBehindWork: (at: number) => boolean,
): ShortForm | undefined {
  if (!HAS_NOTE_NUMBER.test(text)) return undefined;
  for (const pattern of [
    POINTER_AFTER_WORD,
    POINTER_BEFORE_WORD,
    POINTER_IN_BRACKETS,
    POINTER_ALONE,
    POINTER_SENT,
  ]) {
    const match = free(pattern.exec(text));
    if (match === null) continue;
    if (pattern === POINTER_ALONE && OF_ANOTHER.test(text.slice(match.index + match[0].length)))
      return undefined;
    return pointing(withSending(text, match, isBehindWork) ?? match, start);
  }
  const closing = free(POINTER_CLOSING.exec(text));
  const sent = closing === null ? undefined : withSending(text, closing, isBehindWork);
  return sent === undefined || !/^[([]/u.test(sent[0]) ? undefined : pointing(sent, start);
}

/** How far before a note's number its words may begin: "(as cited in". */
const LONGEST_SENDING = 40;

/**
 * A pointer with the words that send the reader there, behind names or a title: "Lee, see note 1", "Lee (as in note 1)".
 *
 * @param lower the cite in lower case
 * @param isBehindWork whether names or a title end at a place of it
 * @returns `undefined` where no such words stand before it
 */
function withSending(
  lower: string,
  match: Matched,
  isBehindWork: (at: number) => boolean,
): Matched | undefined {
  const before = lower.slice(0, match.index).trimEnd();
  // "Vid. supra nota 2": nothing else stands before it.
  if (before !== '' && endOfSending(before, 0) === before.length)
    return {index: 0, groups: match.groups, 0: lower.slice(0, match.index + match[0].length)};
  const from = Math.max(before.lastIndexOf(','), before.lastIndexOf('('), before.lastIndexOf('['));
  if (from < 0 || before.length - from > LONGEST_SENDING) return undefined;
  const word = from + 1 + (before.slice(from + 1).length - before.slice(from + 1).trimStart().length);
  if (endOfSending(before, word) !== before.length || !isBehindWork(from)) return undefined;
  return {index: from, groups: match.groups, 0: lower.slice(from, match.index + match[0].length)};
}

function pointing(match: Matched, start: number): ShortForm {
  const number = match.groups?.['number'] ?? '';
  const offset = start + match.index + match[0].lastIndexOf(number);
  return made(directionOf(match), match, start, {
    value: Number(number),
    start: offset,
    end: offset + number.length,
  });
}

/** A capital between the two is somebody's, of another work: "supra note 2, at 4, as in Osei, op cit". */
const NAME_BETWEEN = /\p{Lu}\p{Ll}/u;

/** *Op cit* with the note number that stands beside it: "op cit (n 1)", "(Anm. 4), a. a. O."; else the first of the two. */
function withPointer(shortForm: ShortForm, pointer: ShortForm | undefined, passage: string): ShortForm {
  if (pointer === undefined) return shortForm;
  const [first, second] = pointer.start < shortForm.start ? [pointer, shortForm] : [shortForm, pointer];
  if (NAME_BETWEEN.test(passage.slice(first.end, second.start))) return first;
  return {
    ...shortForm,
    start: Math.min(shortForm.start, pointer.start),
    end: Math.max(shortForm.end, pointer.end),
    pointer: pointer.pointer,
  };
}

function directionOf(match: Matched): 'supra' | 'infra' {
  return INFRA.test(match.groups?.['word'] ?? '') ? 'infra' : 'supra';
}

function made(
  form: ShortForm['form'],
  match: Matched,
  start: number,
  pointer: ShortForm['pointer'],
): ShortForm {
  const from = start + match.index;
  const to = from + match[0].length;
  return {
    form,
    start: pointer === undefined ? from : Math.min(from, pointer.start),
    end: pointer === undefined ? to : Math.max(to, pointer.end),
    pointer,
  };
}

function isInsideTitle(passage: string, start: number, end: number, titles: readonly TitleRange[]): boolean {
  return titles.some(title => {
    if (title.start > start || end > title.end) return false;
    // Quotation marks round the words speak of the words: “op cit”.
    if (title.isQuoted) return true;
    // *op. cit.* alone in emphasis, or at the end of it, is a short form; with other words behind it, part of a title.
    const behind = passage.slice(end, title.end);
    return !(/^[\s.,]*$/u.test(behind) || (start === title.start && LOCATOR_ONLY.test(behind)));
  });
}

// "*Ibid, p 4*": a number and its label.
const LOCATOR_ONLY = /^[\s.,]*(?:\p{L}{1,10}\.?\s?)?\d[\d\s–,-]*\.?$/u;

/** A range of a passage that may be a title. */
export interface TitleRange {
  readonly start: number;
  readonly end: number;
  /** In quotation marks, not in emphasis. */
  readonly isQuoted: boolean;
}

/** The ranges of a passage that may be titles: emphasised, or in quotation marks. */
export function titleRanges(
  marks: readonly TextMark[],
  quoted: readonly {readonly start: number; readonly end: number}[],
): readonly TitleRange[] {
  const emphasised = marks.filter(({kind}) => kind === 'emphasis' || kind === 'strong' || kind === 'link');
  return [
    ...emphasised.map(({start, end}) => ({start, end, isQuoted: false})),
    ...quoted.map(({start, end}) => ({start, end, isQuoted: true})),
  ];
}
