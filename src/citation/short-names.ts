import {inLowerCase, wordsOf} from '../text/words.ts';
import {anyWord} from './word-pattern.ts';

/** What leads to a short name that an author gives a work: "(hereinafter Dust Report)"; one list, all languages. */
const hereinafter: readonly string[] = [
  'hereinafter',
  'hereafter',
  'henceforth',
  'ci-après',
  'im folgenden',
  'nachfolgend',
  'en adelante',
  'di seguito',
  'doravante',
];

/** "referred to as", between the two. */
const calling: readonly string[] = [
  'referred to as',
  'cited as',
  'called',
  'known as',
  'as',
  'abgekürzt',
  'zitiert als',
];

// "(hereinafter Dust Report)", "[hereafter referred to as ‘the Dust Report’]"; of a text in lower case.
const DEFINITION = new RegExp(
  `[([](?:${anyWord(hereinafter)})[,:]?\\s{1,2}(?:(?:${anyWord(calling)})\\s{1,2})?[‘“"'«]?(?<name>[^()[\\]‘“"’”«»]{2,80})[’”"'»]?[)\\]]`,
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
  const named = ARTICLES.has(words[0] ?? '') ? words.slice(1) : words;
  return named.length === 0 ? undefined : named;
}

export const ARTICLES: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'der',
  'die',
  'das',
  'le',
  'la',
  'les',
  'el',
  'il',
]);
