import {rememberLast} from './remember-last.ts';

/** A run of letters and digits in a text. */
export interface Word {
  readonly text: string;
  /** For comparing: lower case, no diacritics. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

// A run of letters, marks and digits: "Tacoli", "2003a", and "L", "Europe" of "L’Europe".
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const DIACRITIC = /\p{M}/gu;

/** Letters that Unicode does not take apart, as a hurried typist writes them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const PLAIN_LETTER = /[ßæœøłđðþı]/gu;

/** The words of a text with their places, in order; apostrophes, hyphens and stops part words. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(match => ({
    text: match[0],
    folded: foldLetters(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lower case without diacritics, so that Krüger and Kruger are one word. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(DIACRITIC, '')
    .toLowerCase()
    .replace(PLAIN_LETTER, letter => PLAIN_LETTERS[letter] ?? letter);
}

/**
 * A text in lower case, each letter at its own place, so that patterns need no `i` flag: with `u` and classes such as
 * `\p{L}` that flag takes milliseconds to compile, more than everything else in reading a note.
 */
export function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, letter =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** `inLowerCase` of a whole passage, of which many places are looked at. */
export const passageInLowerCase: (passage: string) => string = rememberLast(inLowerCase);

/** The words of a stretch of a text, with their places in the text. */
export function wordsIn(text: string, start: number, end: number): readonly Word[] {
  return wordsOf(text.slice(start, end)).map(word => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }));
}
