/**
 * Where the longest of some phrases that begins at a place of a text in lower case ends, at the end of a word; `undefined` where
 * none does.
 */
export type PhraseMatcher = (lower: string, at: number) => number | undefined;

/**
 * Matches phrases as authors type them: a stop may be missing, white space may be missing after a stop or doubled. It says what
 * `anyWord` says as a pattern, and costs nothing to set up: the long patterns take milliseconds each to compile.
 *
 *     'op. cit.'  matches  op cit · op. cit. · op.cit.
 */
export function matcherOf(phrases: readonly string[]): PhraseMatcher {
  const byLetter = new Map<string, string[]>();
  for (const phrase of phrases) {
    const letter = phrase.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), phrase]);
  }
  return (lower, at) => {
    let last: number | undefined;
    for (const phrase of byLetter.get(lower.charAt(at)) ?? []) {
      const end = endOf(phrase, lower, at);
      if (end !== undefined && end > (last ?? at) && !LETTER.test(lower.charAt(end))) last = end;
    }
    return last;
  };
}

const LETTER = /\p{L}/u;
// Between two words of a phrase: white space, and LaTeX's space that does not break.
const SPACE = /[\s~]/u;
const MOST_SPACES = 3;

function endOf(phrase: string, lower: string, at: number): number | undefined {
  const fewest = phrase.includes('.') ? 0 : 1;
  let here = at;
  for (const character of phrase) {
    if (character === '.') {
      if (lower.charAt(here) === '.') here += 1;
    } else if (character === ' ') {
      const from = here;
      while (here - from < MOST_SPACES && SPACE.test(lower.charAt(here))) here += 1;
      if (here - from < fewest) return undefined;
    } else {
      if (!lower.startsWith(character, here)) return undefined;
      here += character.length;
    }
  }
  return here;
}
