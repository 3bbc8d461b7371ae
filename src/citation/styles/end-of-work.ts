import {inLowerCase} from '../../text/words.ts';
import type {Cite} from '../types.ts';
import {ibidWords, idemWords, locCitWords, noteWords, opCitWords, supraWords} from '../vocabulary.ts';
import {anyWord} from '../word-pattern.ts';

/** Where the words of a short form end that name its work and its place. */
export interface EndOfWork {
  /** An offset of the manuscript. */
  readonly end: number;
  /** Whether the place stands before it. */
  readonly hasPlace: boolean;
}

/**
 * Where in a short form the words end that name its work, with the place behind them. What an author adds behind either stays as
 * typed when the form is written out, and so does a place that nobody could read.
 *
 *     Hill, *Deep Water*, on wells in Ghana      Hill, ‘Deep Water’, 28
 *                       ^                                         ^
 *
 * @returns `undefined` where Markdown's marks stand in the title, so that nobody can say where it ends
 */
export function endOfWork(
  {span, title, year, names, pointer, locator}: Cite,
  text: string,
): EndOfWork | undefined {
  const typed = text.slice(span.start, span.end);
  if (title !== undefined && endOf(typed, title) === 0) return undefined;
  const ends = [
    endOf(typed, names),
    endOf(typed, title),
    ...[year, pointer].map(one => (one === undefined ? 0 : one.span.end - span.start)),
    ...[...inLowerCase(typed).matchAll(SHORT_WORDS)].map(({index, 0: word}) => index + word.length),
  ];
  const last = Math.max(...ends);
  const named = last + (CLOSING.exec(typed.slice(last))?.[0].length ?? 0);
  const at = locator === undefined ? -1 : typed.lastIndexOf(locator);
  const isPlaceNext = at >= named && !WORD.test(typed.slice(named, at).replace(LEADING, ''));
  const end = locator !== undefined && at >= 0 && (isPlaceNext || at < named) ? at + locator.length : named;
  const hasPlace = locator !== undefined && end > named;
  // Closing brackets and stops alone are the form's own.
  const isAll = !WORD.test(typed.slice(end)) && (hasPlace || locator === undefined);
  return {end: isAll ? span.end : span.start + end, hasPlace};
}

/** Where a text ends that stands in another; 0 where it does not, since Markdown's marks stand in it. */
function endOf(typed: string, part: string | undefined): number {
  const at = part === undefined ? -1 : typed.indexOf(part);
  return at < 0 ? 0 : at + (part?.length ?? 0);
}

const SHORT_WORDS = new RegExp(
  `(?<!\\p{L})(?:${anyWord([...ibidWords, ...idemWords, ...locCitWords, ...opCitWords, ...supraWords, ...noteWords])})(?!\\p{L})`,
  'gu',
);

// Behind a title or year: marks of Markdown, quotation marks, a bracket, a stop of "op. cit."
const CLOSING = /^[*_”’"'»)\].]{1,6}/u;
const WORD = /[\p{L}\p{N}]/u;
// Between a work and its place: " at ", ", ".
const LEADING = /^[\s,.:;]*(?:at\s)?/u;
