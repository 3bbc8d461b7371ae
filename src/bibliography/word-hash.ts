/** Where a hash begins, and what it is multiplied by (FNV-1a, 32 bits). */
export const SEED = 0x811c9dc5;
export const PRIME = 0x01000193;

/** A number for a folded word, over its UTF-16 units; two words seldom share one. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

// Anything but the letters and digits of any writing.
const NO_LETTERS = /[^\p{L}\p{N}]+/gu;

/** A number for the letters and digits of a text, in lower case and without accents, whatever stands between them. */
export function hashLetters(text: string): number {
  return hashWord(text.normalize('NFD').toLowerCase().replace(NO_LETTERS, ''));
}

/**
 * The same of a stretch of a text, where it stands; goes on from another's hash.
 *
 * @returns `undefined` where something in it is not ASCII or is LaTeX
 */
export function hashPlainLetters(text: string, start: number, end: number, from: number): number | undefined {
  let hash = from;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || code === 0x5c || code === 0x24) return undefined;
    const letter = foldAscii(code);
    if (letter > 0) hash = Math.imul(hash ^ letter, PRIME);
  }
  return hash;
}

/** By code: an ASCII letter in lower case or a digit; 0 for anything else. */
const FOLDED = Uint8Array.from({length: 128}, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter.charCodeAt(0) : 0;
});

/** An ASCII letter in lower case or a digit; 0 for anything else. */
export function foldAscii(code: number): number {
  return code < 128 ? (FOLDED[code] ?? 0) : 0;
}
