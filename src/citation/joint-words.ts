import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {
  ibidWords,
  infraWords,
  locCitWords,
  noteWords,
  opCitWords,
  sendingWords,
  supraWords,
} from './vocabulary.ts';

/** What the ends and beginnings of cites have in common. */

/** A year, with the letter that parts two works of one year. */
export const YEAR = '(?:1[5-9]|20)\\d\\d[a-z]?';

/** An inverted name at the beginning: "Kay, R". */
export const INVERTED_NAME = "^\\p{Lu}[\\p{L}'’-]{1,40},\\s?(?:\\p{Lu}\\.?[\\s-]?){1,4}(?!\\p{Ll})";

/** *Ibid*, *op cit*, *loc cit* in every spelling. */
const shortWordAt: PhraseMatcher = matcherOf([...ibidWords, ...opCitWords, ...locCitWords]);
const ibidWordAt: PhraseMatcher = matcherOf(ibidWords);
const noteWordAt: PhraseMatcher = matcherOf(noteWords);
const directionWordAt: PhraseMatcher = matcherOf([...supraWords, ...infraWords]);

/** Where *ibid*, *op cit* or *loc cit* ends that begins here, whole words; of a text in lower case, as all below. */
export function endOfShortWord(lower: string, at: number): number | undefined {
  return atWordEnd(lower, shortWordAt(lower, at));
}

/** Where an *ibid* ends that begins here. */
export function endOfIbid(lower: string, at: number): number | undefined {
  return atWordEnd(lower, ibidWordAt(lower, at));
}

/** Where "above", "supra", "below" end. */
export function endOfDirection(lower: string, at: number): number | undefined {
  return atWordEnd(lower, directionWordAt(lower, at));
}

const sendingWordAt: PhraseMatcher = matcherOf(sendingWords);

/** Where "see", "as in" end that send the reader to a note. */
export function endOfSending(lower: string, at: number): number | undefined {
  return atWordEnd(lower, sendingWordAt(lower, at));
}

const NUMBER = /\s{0,2}\d{1,4}(?![\p{L}\p{N}])/uy;

/** Where a note and its number end: "n 3", "note 12". */
export function endOfNote(lower: string, at: number): number | undefined {
  const word = noteWordAt(lower, at);
  return word === undefined ? undefined : endOfMatch(NUMBER, lower, word);
}

// Between a note's number and "above", and the other way round.
const TO_DIRECTION = /\)?,?\s{1,2}/uy;
const TO_NOTE = /,?\s{1,2}\(?/uy;

/** Where a note's number ends that has its direction before it or behind it: "note 3 above", "supra note 3". */
export function endOfPointer(lower: string, at: number): number | undefined {
  const note = endOfNote(lower, at);
  if (note !== undefined) {
    const gap = endOfMatch(TO_DIRECTION, lower, note);
    return gap === undefined ? undefined : endOfDirection(lower, gap);
  }
  const direction = endOfDirection(lower, at);
  if (direction === undefined) return undefined;
  const gap = endOfMatch(TO_NOTE, lower, direction);
  return gap === undefined ? undefined : endOfNote(lower, gap);
}

/** Where a match of a sticky pattern ends. */
function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

const IN_WORD = /[\p{L}\p{N}]/u;

function atWordEnd(lower: string, end: number | undefined): number | undefined {
  return end !== undefined && IN_WORD.test(lower.charAt(end)) ? undefined : end;
}

/** The places of a text at which words begin, from the last to the first of those that are not further than `most` from its end. */
export function wordStarts(text: string, most: number): readonly number[] {
  const starts: number[] = [];
  for (let at = text.length - 1; at >= Math.max(0, text.length - most); at--)
    if (IN_WORD.test(text.charAt(at)) && !IN_WORD.test(text.charAt(at - 1))) starts.push(at);
  return starts;
}
