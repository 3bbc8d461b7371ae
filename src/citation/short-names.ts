import {inLowerCase, wordsOf} from '../text/words.ts';
import type {Range} from './range.ts';
import {articles, callingWords, hereinafterWords, lawWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// "(hereinafter Dust Report)", "[hereafter referred to as ‘the Dust Report’]"; of a text in lower case.
const DEFINITION = new RegExp(
  `[([](?:${anyWord(hereinafterWords)})[,:]?\\s{1,2}(?:(?:${anyWord(callingWords)})\\s{1,2})?[‘“"'«]?(?<name>[^()[\\]‘“"’”«»]{2,80})[’”"'»]?[)\\]]`,
  'u',
);

// "; hereafter cited as *PC*.": the same without brackets, at the end of the note or of what it says of the cite.
const DEFINED_BEHIND = new RegExp(
  `[,;.]\\s{1,2}(?:${anyWord(hereinafterWords)})[,:]?\\s{1,2}(?:(?:${anyWord(callingWords)})\\s{1,2})?[‘“"'«]?(?<name>[^()[\\]‘“"'’”«»;,.]{2,60})[’”"'»]?(?=[\\s.]*$|[;.]\\s)`,
  'u',
);

// "(‘*NTA*’)", "[‘the Dust Report’]": in brackets and quotation marks.
const QUOTED = /[([]\s?[‘“"'«„](?<name>[^()[\]‘“"’”«»„]{2,60})[’”"'»“]\s?[)\]]/u;

// "(Seabed Convention)", "(Fens Act)": what a statute or treaty is called, in capitals.
const CALLED = /\((?<name>(?:\p{Lu}[\p{L}’'-]*\s){1,5}\p{Lu}\p{L}+)\)/u;

// The end of a sentence and the beginning of another.
const SENTENCE_END = /\p{Ll}{2}[.)*”"]{1,3}\s\p{Lu}\p{Ll}+\s\p{Ll}/u;

/**
 * The short name that a note gives the work it cites: "hereinafter" and its like (New Hart's Rules, ch. 17; OSCOLA §1.4), a name in
 * brackets and quotation marks (AGLC §1.4.4), or that of a statute in brackets alone (OSCOLA §2.8).
 *
 * @param text the note from the cite on
 * @param from where the cite's title ends in it: what stands before says what its author is called
 * @returns its words, folded, without an article; `undefined` where none is given
 */
export function findShortName(text: string, from = 0): readonly string[] | undefined {
  const rest = text.slice(from);
  const lower = inLowerCase(rest);
  const match = DEFINITION.exec(lower) ?? DEFINED_BEHIND.exec(lower) ?? QUOTED.exec(rest) ?? lawCalled(rest);
  const name = match?.groups?.['name'];
  // Behind another sentence it names what that speaks of.
  if (match === null || name === undefined || SENTENCE_END.test(text.slice(0, from + match.index)))
    return undefined;
  const words = wordsOf(name).map(({folded}) => folded);
  const named = articles.has(words[0] ?? '') ? words.slice(1) : words;
  return named.length === 0 ? undefined : named;
}

// Brackets at the end, with what they hold.
const LAST_BRACKETS = /\s[([](?<inside>[^()[\]]{2,80})[)\]][\s.]*$/u;

/**
 * Where brackets begin at the end of a cite that give it a short name, and belong to no title or place in it: "at 9 [hereinafter *Mapping
 * Gaps*]", "para 55 (‘the Commission’)", or in square ones with words of the cite itself, "at para 35 [*Haida*]" (McGill Guide §1.4.1).
 *
 * @returns its end where none stand there
 */
export function startOfLastShortName(text: string, {start, end}: Range): number {
  const cite = text.slice(start, end);
  const match = LAST_BRACKETS.exec(cite);
  if (match === null) return end;
  const typed = match[0];
  const before = new Set(wordsOf(cite.slice(0, match.index)).map(({folded}) => folded));
  const inside = wordsOf(match.groups?.['inside'] ?? '');
  const isOfCite =
    typed.trimStart().startsWith('[') &&
    /^\p{Lu}/u.test(inside[0]?.text ?? '') &&
    inside.every(({folded}) => before.has(folded));
  const isName = isOfCite || DEFINITION.test(inLowerCase(typed)) || QUOTED.test(typed);
  return isName ? start + match.index : end;
}

function lawCalled(text: string): RegExpExecArray | null {
  const match = CALLED.exec(text);
  const last = wordsOf(match?.groups?.['name'] ?? '').at(-1)?.folded;
  return last !== undefined && lawWords.has(last) ? match : null;
}
