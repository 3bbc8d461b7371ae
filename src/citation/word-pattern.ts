// A character with a meaning of its own in a regular expression; a hyphen has one in classes only, where no word stands.
const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;

/**
 * A pattern for a word of the vocabulary as authors type it: a stop may be missing, white space may be missing after
 * a stop or doubled.
 *
 *     'op. cit.'  matches  op cit · op. cit. · op.cit. · Op.Cit
 */
export function wordPattern(word: string): string {
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

function escapeSpecial(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
