import {isOneSlip} from '../text/suggest.ts';
import {type Word, wordsOf} from '../text/words.ts';
import type {IndexedEntry} from './index-entries.ts';
import {commonWords, issueNumberWords, months, shortMonths, volumeKinds} from './vocabulary.ts';

/**
 * What the words typed of a journal or book say of what the entry stands in. `same`: it, cut short or by its initials, or something
 * else that the entry says, its series perhaps. `near`: it with a slip of the keys or a word left out. `other`: another journal or book.
 */
export type HolderEvidence = 'same' | 'near' | 'other';

/**
 * Compares a journal or book as typed with the entry's. Every word counts on both sides: the *Journal of Urban Affairs* shares most
 * with the *Journal of Rural Affairs*. "J. Rural Aff." is the latter, and so are "JRA" and "Rural Affairs".
 *
 * @param typed its words, perhaps with a volume or date behind
 * @param indexed an entry that says what it stands in
 */
export function compareHolder(typed: readonly Word[], indexed: IndexedEntry): HolderEvidence {
  const main = wordsOf(indexed.entry.container?.split(SUBTITLE)[0] ?? '').map(({folded}) => folded);
  const opening = typed.slice(
    0,
    typed.findIndex((word, at) => (typed[at + 1]?.start ?? 0) - word.end > 1) + 1,
  );
  const evidence = [
    compareName(typed, indexed.container, indexed),
    compareName(typed, main, indexed),
    ...(opening.length > 0 && 2 * opening.length >= main.length ? [compareName(opening, main, indexed)] : []),
  ];
  return evidence.find(one => one === 'same') ?? evidence.find(one => one === 'near') ?? 'other';
}

// What parts a title from its subtitle.
const SUBTITLE = /\s?[:(–—]\s?/u;

function compareName(
  typed: readonly Word[],
  container: readonly string[],
  {entry, otherWords}: IndexedEntry,
): HolderEvidence {
  const words = wordsOfName(typed);
  const isTold = (word: string): boolean => commonWords.has(word) || otherWords().has(word);
  if (words.length === 0 || areInitialsOf(words, container) || areInitialsOf(container, words)) return 'same';
  const own = container.filter(word => !commonWords.has(word));
  const strange = words.filter(
    word =>
      !own.some(one => isWrittenFor(word, one)) && !isShortFor(word, own) && !isInAcronym(word, words, own),
  );
  const left = own.filter(
    one =>
      !words.some(word => isWrittenFor(word, one) || isShortFor(one, [word])) &&
      !isInAcronym(one, own, words),
  );
  const isLeftOut = left.some(word => word !== PERIODICAL);
  const matched = words.length - strange.length;
  // A series or publisher that the entry names too
  if (matched === 0 || own.length === 0) return words.every(isTold) ? 'same' : 'other';
  if (strange.length === 0 && matched > 0) {
    const isCutTitle = entry.type !== 'article' && words.some(word => isWrittenFor(word, own[0] ?? ''));
    if (!isLeftOut || (isCutTitle && 2 * left.length <= own.length)) return 'same';
    return 2 * left.length <= own.length ? 'near' : 'other';
  }
  const more = strange.filter(word => word !== PERIODICAL && !isTold(word));
  if (more.length === 0 && !isLeftOut) return 'same';
  const isSlipped = (word: string): boolean =>
    left.some(one => one.length >= FEWEST_OF_SLIPPED && isOneSlip(word, one));
  return matched >= strange.length && more.length > 0 && more.every(isSlipped) ? 'near' : 'other';
}

/** Left out or put in, it makes no other journal. */
const PERIODICAL = 'journal';

/** Shorter words are one slip from many others. */
const FEWEST_OF_SLIPPED = 5;

const numbering: ReadonlySet<string> = new Set([...volumeKinds.flat(), ...issueNumberWords]);

/** The words of a name, without the numbers and the day that stand behind it. */
function wordsOfName(typed: readonly Word[]): readonly string[] {
  const number = typed.findIndex(({text}, at) => at > 0 && /^\d/u.test(text));
  const before = typed.slice(0, number === -1 ? undefined : number).map(({folded}) => folded);
  while (number !== -1 && before.length > 1 && isOfNumber(before.at(-1) ?? '')) before.pop();
  return before.filter(word => !commonWords.has(word));
}

function isOfNumber(word: string): boolean {
  return numbering.has(word) || months.has(word) || shortMonths.has(word);
}

/** Whether a word is another as it is or cut: "Econ", "J", "Wkly", "Jnl", "Affair". */
function isWrittenFor(typed: string, known: string): boolean {
  if (known.startsWith(typed) || typed === `${known}s`) return true;
  return typed.charAt(0) === known.charAt(0) && CONSONANTS.test(typed) && isSpreadOver(typed, known);
}

// "wkly", "jnl", "intl": no vowel behind the first letter.
const CONSONANTS = /^\p{L}[^aeiou]+$/u;

/** Whether the letters of one stand in the other in their order. */
function isSpreadOver(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters.charAt(at)) at += 1;
  return at === letters.length;
}

/** Whether a word is the initials of some that stand in a row: "IDS" of "Institute of Development Studies Bulletin". */
function isShortFor(word: string, own: readonly string[]): boolean {
  return (
    word.length >= 2 &&
    own
      .map(one => one.charAt(0))
      .join('')
      .includes(word)
  );
}

/** Whether a word of a name is among those that an acronym stands for, as "Studies" is for "IDS". */
function isInAcronym(word: string, name: readonly string[], acronyms: readonly string[]): boolean {
  const letters = name.map(one => one.charAt(0)).join('');
  const place = name.indexOf(word);
  return acronyms.some(one => {
    const at = one.length < 2 ? -1 : letters.indexOf(one);
    return at !== -1 && at <= place && place < at + one.length;
  });
}

/** "TWPR", "E&U": the first letters of the words of a name. */
export function areInitialsOf(typed: readonly string[], name: readonly string[]): boolean {
  const letters = typed.join('');
  const telling = name.filter(word => !commonWords.has(word));
  return [name, telling].some(all => all.map(word => word.charAt(0)).join('') === letters);
}
