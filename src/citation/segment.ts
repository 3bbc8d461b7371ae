import {inLowerCase} from '../text/words.ts';
import {endOfShortWord} from './joint-words.ts';
import {findJoints} from './joints.ts';
import {areNames} from './name-run.ts';
import type {Range} from './range.ts';
import {endOfSignals} from './signals.ts';
import {joiningSignals, quotingWords, secondHandWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

export type {Range} from './range.ts';

/** A phrase as a sentence begins with it. */
function inCapitals(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

// A semicolon, and a full stop of Chinese, parts works, unless what follows it is a locator; so does a sentence that begins with a signal.
const SEMICOLON = /[;；。]/gu;
const NEW_SENTENCE = new RegExp(
  `[.)]\\s{1,2}(?=(?:${anyWord([...joiningSignals, 'and see'].map(inCapitals))})(?!\\p{L}))`,
  'gu',
);

// A word in capitals with an initial or a year behind it: "See, K", "Page (1991)".
const INVERTED_OR_DATED = /^\p{Lu}\p{Ll}+(?:,\s\p{Lu}(?!\p{Ll}|\.g|\p{Lu})[.,\s]|\s\((?:1[5-9]|20)\d\d)/u;
const SECOND_HAND = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyWord(secondHandWords)})(?![\\p{L}\\p{N}])[\\s,:]*`,
  'u',
);

// ", citing Kay (1988)", "at 220 citing": behind a comma, a place or a bracket, as prose cites and quotes too.
const QUOTING = new RegExp(
  `(?:[,;]\\s|[([]|(?<=[\\d\\])])\\s)(?:${anyWord(quotingWords)})(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * Parts a passage into the ranges that may each be one cite, in order.
 *
 *     Smit, W (1998) …; and Kruger, F (1998) …, both in E&U 10:1
 *     ^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * @param passage the plain text
 * @param within the part of it to look at
 * @param closed ranges in which nothing is parted: titles, quotations, brackets, addresses
 * @param titles those of them that are titles or quotations
 */
export function segmentCites(
  passage: string,
  within: Range,
  closed: readonly Range[],
  titles: readonly Range[],
): readonly Range[] {
  const cuts: Range[] = [];
  const text = passage.slice(within.start, within.end);
  const isOpen = (at: number): boolean => !closed.some(range => range.start <= at && at < range.end);
  for (const match of text.matchAll(SEMICOLON)) cuts.push({start: match.index, end: match.index + 1});
  for (const match of text.matchAll(NEW_SENTENCE))
    cuts.push({start: match.index + 1, end: match.index + match[0].length});
  const segments: Range[] = [];
  let start = within.start;
  for (const cut of cuts.sort((one, other) => one.start - other.start)) {
    const from = within.start + cut.start;
    if (from < start || !isOpen(from)) continue;
    segments.push({start, end: from});
    start = within.start + cut.end;
  }
  segments.push({start, end: within.end});
  return segments
    .flatMap(segment => partAt(findJoints(passage, segment, closed, titles), segment))
    .map(range => trimRange(passage, range))
    .filter(range => range.end > range.start);
}

function partAt(joints: readonly Range[], {start, end}: Range): readonly Range[] {
  const starts = [start, ...joints.map(joint => joint.end)];
  return starts.map((from, order) => ({start: from, end: joints[order]?.start ?? end}));
}

/** The range without its signals: "see", "for example,", "Source:". */
export function stripSignals(
  passage: string,
  range: Range,
): {readonly range: Range; readonly hasSignal: boolean} {
  let start = range.start;
  for (let rounds = 0; rounds < 4; rounds++) {
    const typed = passage.slice(start, range.end);
    const lower = inLowerCase(typed);
    const signal = endOfSignals(lower, typed, 0, 1);
    // "a. a. O." is no "a. A."
    if (signal === 0 || signal >= typed.length || endOfShortWord(lower, 0) !== undefined) break;
    // "See, K (1985)" and "See (1985)": an author of that name.
    if (INVERTED_OR_DATED.test(passage.slice(start, range.end))) break;
    start += signal;
  }
  return {range: trimRange(passage, {start, end: range.end}), hasSignal: start > range.start};
}

/**
 * Of "Vianna, 1986, apud Segatto, 1995" the work consulted: what follows the words of second hand. Of "Segatto, 1995, citing
 * Vianna, 1986" what stands before them.
 */
export function workConsulted(passage: string, range: Range, closed: readonly Range[]): Range {
  const lower = inLowerCase(passage.slice(range.start, range.end));
  const isFree = (match: RegExpExecArray): boolean =>
    match.index > 0 &&
    !closed.some(one => one.start <= range.start + match.index && range.start + match.index < one.end);
  const match = SECOND_HAND.exec(lower);
  if (match !== null && isFree(match))
    return trimRange(passage, {start: range.start + match.index + match[0].length, end: range.end});
  const quoting = QUOTING.exec(lower);
  if (quoting === null || !isFree(quoting)) return range;
  // "Brown, quoting Nobody op cit": of names alone nothing is consulted.
  if (areNames(passage.slice(range.start, range.start + quoting.index))) return range;
  return trimRange(passage, {start: range.start, end: range.start + quoting.index});
}

// What surrounds a cite without belonging to it: white space, commas, and stops at its end.
const AROUND_START = /^[\s,;:–—]+/u;
const AROUND_END = /[\s,;:–—]+$/u;

/** A range without the white space and commas around it. */
export function trimRange(passage: string, range: Range): Range {
  const text = passage.slice(range.start, range.end);
  const lead = AROUND_START.exec(text)?.[0].length ?? 0;
  const tail = lead === text.length ? 0 : (AROUND_END.exec(text)?.[0].length ?? 0);
  return {start: range.start + lead, end: range.end - tail};
}

const OPENING = '([';
const CLOSING = ')]';

/** The bracketed ranges of a passage in the order of their beginnings, those inside others too. */
export function bracketRanges(passage: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: {readonly at: number; readonly closing: string}[] = [];
  for (let at = 0; at < passage.length; at++) {
    const character = passage.charAt(at);
    const opening = OPENING.indexOf(character);
    if (opening >= 0) open.push({at, closing: CLOSING.charAt(opening)});
    const last = open.at(-1);
    if (last === undefined || last.closing !== character) continue;
    ranges.push({start: last.at, end: at + 1});
    open.pop();
  }
  return ranges.sort((one, other) => one.start - other.start);
}
