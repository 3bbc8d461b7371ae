// A character with a meaning of its own in a regular expression; a hyphen has one in classes only, where no word stands.
const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;

// "u. a.", "n.d.": two letters, which without their stops would be somebody's acronym.
const TWO_LETTERS = /^\p{L}\.\s?\p{L}\.$/u;

/**
 * A pattern for a word of the vocabulary as authors type it: a stop may be missing, white space may be missing after
 * a stop or doubled.
 *
 *     'op. cit.'  matches  op cit · op. cit. · op.cit. · Op.Cit
 *     'u. a.'     matches  u. a. · u.a.
 */
export function wordPattern(word: string): string {
  if (TWO_LETTERS.test(word)) return `${word.charAt(0)}\\.[\\s~]{0,3}${word.at(-2) ?? ''}\\.`;
  return word
    .split(' ')
    .map(part => part.split('.').map(escapeSpecial).join('\\.?'))
    .join(word.includes('.') ? '[\\s~]{0,3}' : '[\\s~]{1,3}');
}

/** One alternative for each word, the longest first, so that "see also" is not read as "see". */
export function anyWord(words: readonly string[]): string {
  return [...words]
    .sort((one, other) => other.length - one.length)
    .map(wordPattern)
    .join('|');
}

/**
 * A short pattern that fits wherever one of these words begins, and elsewhere too: it takes no time to compile, and where it
 * finds nothing the long pattern need not be compiled. Of texts in lower case.
 */
export function gateOf(words: readonly string[]): string {
  return [...new Set(words.map(beginning))].join('|');
}

/** The first two letters of a word, of "a. a. o." the first three with what may stand between them. */
function beginning(word: string): string {
  const parts = word.split(/[\s.]+/u).filter(part => part !== '');
  const [first = ''] = parts;
  return first.length > 1
    ? escapeSpecial(first.slice(0, 2))
    : parts
        .slice(0, 3)
        .map(part => escapeSpecial(part.slice(0, 2)))
        .join('[\\s.~]{0,4}');
}

function escapeSpecial(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
