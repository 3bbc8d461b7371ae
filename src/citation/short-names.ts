import {inLowerCase, wordsOf} from '../text/words.ts';
import {articles, callingWords, hereinafterWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// "(hereinafter Dust Report)", "[hereafter referred to as ‘the Dust Report’]"; of a text in lower case.
const DEFINITION = new RegExp(
  `[([](?:${anyWord(hereinafterWords)})[,:]?\\s{1,2}(?:(?:${anyWord(callingWords)})\\s{1,2})?[‘“"'«]?(?<name>[^()[\\]‘“"’”«»]{2,80})[’”"'»]?[)\\]]`,
  'u',
);

// The end of a sentence and the beginning of another.
const SENTENCE_END = /\p{Ll}{2}[.)*”"]{1,3}\s\p{Lu}\p{Ll}+\s\p{Ll}/u;

/**
 * The short name that a note gives the work it cites: "hereinafter" and its like (New Hart's Rules, ch. 17; OSCOLA §1.4).
 *
 * @param text the note from the cite on
 * @returns its words, folded, without an article; `undefined` where none is given
 */
export function findShortName(text: string): readonly string[] | undefined {
  const match = DEFINITION.exec(inLowerCase(text));
  const name = match?.groups?.['name'];
  // Behind another sentence it names what that speaks of.
  if (match === null || name === undefined || SENTENCE_END.test(text.slice(0, match.index))) return undefined;
  const words = wordsOf(name).map(({folded}) => folded);
  const named = articles.has(words[0] ?? '') ? words.slice(1) : words;
  return named.length === 0 ? undefined : named;
}
