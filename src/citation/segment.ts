import {inLowerCase} from '../text/words.ts';
import {secondHandWords, signals} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

// A semicolon parts works, unless what follows it is a locator; so does a sentence that begins with a signal.
const SEMICOLON = /;/gu;
const NEW_SENTENCE = /[.)]\s{1,2}(?=(?:See|Cf|Compare|But see|And see|Contrast|Vgl|Siehe)\b)/gu;

// A short form that goes on with another cite: "Smith, op cit, p 4, and Jones, op cit".
const AFTER_SHORT_FORM =
  /(?:(?:op|loc|art|ob)\.?\s{0,2}cit\.?|\bibid\.?)(?=[^;]{0,80}?(,?\s(?:and|und|et|y)\s(?:see\s)?(?=[^;]{1,120}?(?:op|loc|art|ob)\.?\s{0,2}cit)))/giu;

const SIGNAL = new RegExp(`^(?:${anyWord(signals)})(?![\\p{L}\\p{N}])[\\s,:]*`, 'u');
// A word in capitals with an initial or a year behind it: "See, K", "Page (1991)".
const INVERTED_OR_DATED = /^\p{Lu}\p{Ll}+(?:,\s\p{Lu}(?!\p{Ll}|\.g|\p{Lu})[.,\s]|\s\((?:1[5-9]|20)\d\d)/u;
const SECOND_HAND = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyWord(secondHandWords)})(?![\\p{L}\\p{N}])[\\s,:]*`,
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
 * @param closed ranges in which nothing is parted: titles, quotations, brackets
 */
export function segmentCites(passage: string, within: Range, closed: readonly Range[]): readonly Range[] {
  const cuts: Range[] = [];
  const text = passage.slice(within.start, within.end);
  const isOpen = (at: number): boolean => !closed.some(range => range.start <= at && at < range.end);
  for (const match of text.matchAll(SEMICOLON)) cuts.push({start: match.index, end: match.index + 1});
  for (const match of text.matchAll(NEW_SENTENCE))
    cuts.push({start: match.index + 1, end: match.index + match[0].length});
  for (const match of text.matchAll(AFTER_SHORT_FORM)) {
    const joint = match[1] ?? '';
    const at = text.indexOf(joint, match.index + match[0].length);
    if (at >= 0) cuts.push({start: at, end: at + joint.length});
  }
  const segments: Range[] = [];
  let start = within.start;
  for (const cut of cuts.sort((one, other) => one.start - other.start)) {
    const from = within.start + cut.start;
    if (from < start || !isOpen(from)) continue;
    segments.push({start, end: from});
    start = within.start + cut.end;
  }
  segments.push({start, end: within.end});
  return segments.map(range => trimRange(passage, range)).filter(range => range.end > range.start);
}

/** The range without its signals: "see", "for example,", "Source:". */
export function stripSignals(
  passage: string,
  range: Range,
): {readonly range: Range; readonly hasSignal: boolean} {
  let start = range.start;
  for (let rounds = 0; rounds < 4; rounds++) {
    const signal = SIGNAL.exec(inLowerCase(passage.slice(start, range.end)))?.[0];
    if (signal === undefined || signal.length >= range.end - start) break;
    // "See, K (1985)" and "See (1985)": an author of that name.
    if (INVERTED_OR_DATED.test(passage.slice(start, range.end))) break;
    start += signal.length;
  }
  return {range: trimRange(passage, {start, end: range.end}), hasSignal: start > range.start};
}

/** Of "Vianna, 1986, apud Segatto, 1995" the work consulted: what follows the words of second hand. */
export function workConsulted(passage: string, range: Range, closed: readonly Range[]): Range {
  const match = SECOND_HAND.exec(inLowerCase(passage.slice(range.start, range.end)));
  if (match === null || match.index === 0) return range;
  const at = range.start + match.index;
  if (closed.some(one => one.start <= at && at < one.end)) return range;
  return trimRange(passage, {start: at + match[0].length, end: range.end});
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

// Brackets in which a semicolon parts nothing.
const BRACKETS = /\([^()]{0,400}\)|\[[^[\]]{0,400}\]/gu;

/** The bracketed ranges of a passage. */
export function bracketRanges(passage: string): readonly Range[] {
  return [...passage.matchAll(BRACKETS)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
