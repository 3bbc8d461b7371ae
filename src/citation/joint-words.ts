import {ibidWords, infraWords, locCitWords, noteWords, opCitWords, supraWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** Sources of patterns that the ends and beginnings of cites have in common; each is one group or none, without flags. */

/** Words that lead to another cite. */
export const connectors: readonly string[] = ['and', '&', 'as well as', 'plus', 'also', 'und', 'y', 'et'];

/** Signals that lead to another cite in the middle of a note. */
export const joiningSignals: readonly string[] = [
  'see also',
  'see further',
  'see generally',
  'see',
  'but see',
  'but',
  'cf.',
  'compare',
  'contrast',
  'siehe auch',
  'siehe',
];

/** A year, with the letter that parts two works of one year. */
export const YEAR = '(?:1[5-9]|20)\\d\\d[a-z]?';

/** An inverted name at the beginning: "Kay, R". */
export const INVERTED_NAME = "^\\p{Lu}[\\p{L}'’-]{1,40},\\s?(?:\\p{Lu}\\.?[\\s-]?){1,4}(?!\\p{Ll})";

/** *Ibid*, *op cit*, *loc cit* in every spelling; in lower case. */
export const SHORT_WORDS: string = `(?:${anyWord([...ibidWords, ...opCitWords, ...locCitWords])})`;

/** A note and its number: "n 3", "note 12"; in lower case. */
export const NOTE: string = `(?:${anyWord(noteWords)})\\s{0,2}\\d{1,4}`;

/** "above", "supra", "below"; in lower case. */
export const DIRECTION: string = `(?:${anyWord([...supraWords, ...infraWords])})`;

/** Where a word ends. */
export const WORD_END = '(?![\\p{L}\\p{N}])';
