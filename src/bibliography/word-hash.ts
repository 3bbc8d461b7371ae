import {wordsOf} from '../text/words.ts';

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number for a folded word (FNV-1a over its UTF-16 units); two words seldom share one. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

/**
 * The hashes of the words of a text, folded as `wordsOf` folds them, each handed over with the offset behind the word. A text in
 * ASCII makes no strings on the way.
 */
export function hashWords(text: string, take: (hash: number, end: number, length: number) => void): void {
  if (!isAscii(text)) {
    for (const {folded, end} of wordsOf(text)) take(hashWord(folded), end, folded.length);
    return;
  }
  let hash = SEED;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = foldAscii(text.charCodeAt(at));
    if (letter > 0) {
      hash = Math.imul(hash ^ letter, PRIME);
      length += 1;
    } else if (length > 0) {
      take(hash, at, length);
      hash = SEED;
      length = 0;
    }
  }
}

/** A number for the letters and digits of a text in lower case, whatever stands between them. */
export function hashLetters(text: string): number {
  let hash = SEED;
  const plain = isAscii(text)
    ? text
    : text
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
  const isPlainAscii = plain === text;
  for (let at = 0; at < plain.length; at++) {
    const letter = isPlainAscii ? foldAscii(plain.charCodeAt(at)) : plain.charCodeAt(at);
    if (letter > 0) hash = Math.imul(hash ^ letter, PRIME);
  }
  return hash;
}

/** A letter in lower case or a digit; 0 for anything else. */
function foldAscii(code: number): number {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return code;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : 0;
}

// A character beyond ASCII.
const BEYOND_ASCII = /[^\0-\x7f]/u;

/** Whether a text is in ASCII throughout. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}
