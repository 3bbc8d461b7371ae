import {type Word, wordsOf} from '../text/words.ts';

/** Small words in and between names: "Department of Health and Social Care", "de la Cruz", "Lee et al". */
const WITHIN_NAMES: ReadonlySet<string> = new Set(
  'and of for the on et al others y und e with de da di do dos du del della la le les el van von der den ten ter bin ibn zu zur af ap ed eds'.split(
    ' ',
  ),
);

/** Whether a word in lower case may stand in names. */
export function isWithinNames(folded: string): boolean {
  return WITHIN_NAMES.has(folded);
}

/** Parts of this or another document, which stand before a number or "above" as a name does. */
const PARTS: ReadonlySet<string> = new Set(
  'box boxes table tables figure figures section sections chapter chapters part parts annex annexes appendix appendices paragraph paragraphs para paras note notes page pages footnote footnotes question questions clause clauses article articles introduction summary conclusion conclusions recommendation recommendations'.split(
    ' ',
  ),
);

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
  if (first === undefined || first.start !== 0 || !/^\p{Lu}/u.test(first.text) || PARTS.has(first.folded))
    return 0;
  let last: Word | undefined;
  let end = 0;
  for (const word of wordsOf(text.slice(0, 240)).slice(0, MOST_WORDS)) {
    if (last !== undefined && !BETWEEN.test(text.slice(last.end, word.start))) break;
    const isName = /^\p{Lu}/u.test(word.text);
    if (!isName && !WITHIN_NAMES.has(word.folded) && !isSuffix(text, word)) break;
    last = word;
    // Small words end names only in "et al" and "and others".
    if (isName || word.folded === 'al' || word.folded === 'others' || isSuffix(text, word)) end = word.end;
  }
  return end;
}

/** Whether a text is names and nothing else. */
export function areNames(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && /^[\s,.]*$/u.test(trimmed.slice(endOfNames(trimmed)));
}

/** Words with which a sentence begins and that stand in no name: "However Hart (op cit)". */
const OPENINGS: ReadonlySet<string> = new Set(
  'as however but although though while whereas when where since both moreover further furthermore also thus therefore indeed similarly here yet because if in by like later recently see at on for to from with after before under according following and or of the'.split(
    ' ',
  ),
);

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
    if ((isName && OPENINGS.has(word.folded)) || (!isName && !WITHIN_NAMES.has(word.folded))) break;
    next = from + word.start;
    if (isName) start = next;
  }
  return start;
}

/** The "s" of a possessive, "Defra’s". */
function isSuffix(text: string, {folded, start}: Word): boolean {
  return folded === 's' && /[’']/u.test(text.charAt(start - 1));
}
