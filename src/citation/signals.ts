import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {connectors, joiningSignals, secondHandWords, signals, smallSignals} from './vocabulary.ts';

// A letter alone may be an initial: "Y. Tanaka".
const signalAt: PhraseMatcher = matcherOf(
  [...new Set([...signals, ...joiningSignals, ...connectors, ...secondHandWords])].filter(
    word => !/^\p{L}$/u.test(word),
  ),
);

// "a. A. Egner", "pace Thirkell"
const smallSignalAt: PhraseMatcher = matcherOf(smallSignals);

const IN_WORD = /[\p{L}\p{N}]/u;
const BEHIND = /[\s,:]/u;

/**
 * Where the signals and connectors with which a text begins end, white space, commas and colons behind them included: "see, for
 * example, ", "Source: ".
 *
 * @param lower the text in lower case
 * @param typed the same as it was typed
 * @param most how many of them may stand there
 * @returns `at` where none stands there
 */
export function endOfSignals(lower: string, typed: string, at: number, most: number): number {
  let here = at;
  for (let count = 0; count < most; count++) {
    const isSmall = /\p{Ll}/u.test(typed.charAt(here));
    const end = signalAt(lower, here) ?? (isSmall ? smallSignalAt(lower, here) : undefined);
    if (end === undefined || IN_WORD.test(lower.charAt(end))) break;
    here = end;
    while (here < lower.length && BEHIND.test(lower.charAt(here))) here += 1;
  }
  return here;
}
