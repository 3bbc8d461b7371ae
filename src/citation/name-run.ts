import {type Word, wordsOf} from '../text/words.ts';
import {othersWords, partsOfDocument, sentenceOpenings, wordsWithinNames} from './vocabulary.ts';

/** Whether a word in lower case may stand in names. */
export function isWithinNames(folded: string): boolean {
  return wordsWithinNames.has(folded);
}

// What may stand between two words of names: white space, a comma or stop, an ampersand, a hyphen, an apostrophe.
const BETWEEN = /^(?:[,.]{0,2}\s{0,2}(?:&\s{1,2})?|[-‐’']|\s?\/\s?)$/u;

/** More words than this are no names. */
const MOST_WORDS = 16;

/**
 * The names with which a text begins: capitals, initials, and the small words of names.
 *
 *     Tacoli, C and D Satterthwaite (2003) The bridges …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * @returns where they end in the text, without a stop or comma; 0 where it begins with no name
 */
export function endOfNames(text: string): number {
  const first = wordsOf(text.slice(0, 40))[0];
  if (
    first === undefined ||
    first.start !== 0 ||
    !/^\p{Lu}/u.test(first.text) ||
    partsOfDocument.has(first.folded)
  )
    return 0;
  let last: Word | undefined;
  let end = 0;
  for (const word of wordsOf(text.slice(0, 240)).slice(0, MOST_WORDS)) {
    if (last !== undefined && !BETWEEN.test(text.slice(last.end, word.start))) break;
    const isName = /^\p{Lu}/u.test(word.text);
    if (!isName && !wordsWithinNames.has(word.folded) && !isSuffix(text, word)) break;
    last = word;
    // Small words end names only in "et al", "and others" and their like.
    if (isName || standsForOthers(word.folded) || isSuffix(text, word)) end = word.end;
  }
  return end;
}

/** Whether a word ends those that stand for authors who are not named: "al", "others", "colleagues". */
export function standsForOthers(folded: string): boolean {
  return lastOfOthers.has(folded);
}

/** Words of two letters and more with which those end that stand for authors who are not named: "al", "others", "colleagues". */
const lastOfOthers: ReadonlySet<string> = new Set(
  othersWords.flatMap(phrase => wordsOf(phrase).at(-1)?.folded ?? []).filter(word => word.length > 1),
);

/** Whether a text is names and nothing else. */
export function areNames(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && /^[\s,.]*$/u.test(trimmed.slice(endOfNames(trimmed)));
}

/**
 * The names with which a text ends: "However, as May and Kay".
 *
 * @returns where they begin in the text; its length where it ends with none
 */
export function startOfLastNames(text: string): number {
  const from = Math.max(0, text.length - 160);
  const words = wordsOf(text.slice(from)).slice(-MOST_WORDS);
  let start = text.length;
  let next = text.length;
  for (const word of [...words].reverse()) {
    const between = text.slice(from + word.end, next);
    if (!(next === text.length ? /^[.,]?\s{0,2}$/u : BETWEEN).test(between)) break;
    const isName = /^\p{Lu}/u.test(word.text);
    if ((isName && sentenceOpenings.has(word.folded)) || (!isName && !wordsWithinNames.has(word.folded)))
      break;
    next = from + word.start;
    if (isName) start = next;
  }
  return start;
}

/** The "s" of a possessive, "Defra’s". */
function isSuffix(text: string, {folded, start}: Word): boolean {
  return folded === 's' && /[’']/u.test(text.charAt(start - 1));
}
