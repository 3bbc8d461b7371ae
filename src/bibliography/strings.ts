import {type Span, slice} from '../text/span.ts';
import type {ValuePiece} from './scan-value.ts';

/** What the @string definitions of all files give, by name in lower case; a name may be defined again further down. */
export type StringTable = ReadonlyMap<string, string>;

/** The months, which every BibTeX style defines. */
export const monthStrings: StringTable = new Map([
  ['jan', 'January'],
  ['feb', 'February'],
  ['mar', 'March'],
  ['apr', 'April'],
  ['may', 'May'],
  ['jun', 'June'],
  ['jul', 'July'],
  ['aug', 'August'],
  ['sep', 'September'],
  ['oct', 'October'],
  ['nov', 'November'],
  ['dec', 'December'],
]);

/** A value with its names of @strings put in; LaTeX still stands in it. */
export interface ExpandedValue {
  readonly text: string;
  /** Words that needed braces: names that no @string defines, which give nothing, and such as `10:1`, which give themselves. */
  readonly bareWords: readonly {readonly span: Span; readonly isUndefined: boolean}[];
}

// Definitions that double each other could fill the memory; nobody joins a value as long as this
const MOST_JOINED = 20_000;
// A number may stand without braces: `2003`
const NUMBER = /^-?\d+$/u;
// The name of an @string begins with anything but a digit
const STARTS_WITH_DIGIT = /^-?\d/u;

/** Joins the pieces of a value as typed in `text`. */
export function expandValue(
  text: string,
  pieces: readonly ValuePiece[],
  definitionOf: (name: string) => string | undefined,
): ExpandedValue {
  const [only] = pieces;
  if (only !== undefined && only.kind !== 'bare' && pieces.length === 1)
    return {text: contentOf(text, only), bareWords: []};
  let joined = '';
  const bareWords: {span: Span; isUndefined: boolean}[] = [];
  for (const piece of pieces) {
    const {span} = piece;
    if (piece.kind !== 'bare') {
      joined += contentOf(text, piece);
      continue;
    }
    const word = slice(text, span);
    const value = definitionOf(word.toLowerCase());
    if (NUMBER.test(word)) joined += word;
    else if (value !== undefined) joined += value;
    else if (STARTS_WITH_DIGIT.test(word)) {
      joined += word;
      bareWords.push({span, isUndefined: false});
    } else bareWords.push({span, isUndefined: true});
  }
  return {text: pieces.length > 1 ? joined.slice(0, MOST_JOINED) : joined, bareWords};
}

/** What stands between a piece's braces or quotes. */
export function contentOf(text: string, {span, brokenAt}: ValuePiece): string {
  return text.slice(span.start + 1, brokenAt === undefined ? span.end - 1 : span.end);
}
