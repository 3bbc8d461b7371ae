import type {Passage} from '../manuscript/types.ts';
import {wordsOf} from '../text/words.ts';
import type {EntryIndex} from './index-entries.ts';
import {lawWords} from './vocabulary.ts';

/** How a law's title ends: "Housing *Act 1998*", "Clean Air *Act of 1990*". */
interface LawOfYear {
  readonly year: string;
  /** What kind of law it is: "act". */
  readonly law: string;
  /** The word before, by which it is told from others of its year: "housing". */
  readonly before: string;
}

/**
 * The laws of a manuscript that may be called by their year alone, "1998 Act, s 25": one that it cites in full, where nothing in it
 * names another law of that kind and year, which may be the one meant. Of two that it cites, both are so called.
 *
 * @param keys the works that it cites in full
 * @returns what each law is called, as folded words
 */
export function lawsByYear(
  keys: readonly string[],
  passages: readonly Passage[],
  index: EntryIndex,
): ReadonlyMap<string, readonly string[]> {
  const laws = keys.flatMap(key => {
    const indexed = index.get(key);
    // A person writes about a law.
    if (indexed === undefined || indexed.names.some(({name}) => name.kind === 'person')) return [];
    const law = endOfLaw(indexed.title);
    return law === undefined ? [] : [{key, ...law}];
  });
  if (laws.length === 0) return new Map();
  const named = passages.flatMap(({text}) => lawsIn(text.value));
  const isAlone = ({year, law}: LawOfYear): boolean =>
    named
      .filter(one => one.year === year && one.law === law)
      .every(one => laws.some(other => isSame(one, other)));
  return new Map(laws.filter(isAlone).map(({key, year, law}) => [key, [year, law]]));
}

function isSame(one: LawOfYear, other: LawOfYear): boolean {
  return one.year === other.year && one.law === other.law && one.before === other.before;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

function endOfLaw(title: readonly string[]): LawOfYear | undefined {
  const year = title.at(-1);
  if (year === undefined || !YEAR.test(year)) return undefined;
  const at = title.at(-2) === 'of' ? -3 : -2;
  const [law, before] = [title.at(at), title.at(at - 1)];
  return law !== undefined && before !== undefined && lawWords.has(law) ? {year, law, before} : undefined;
}

/** A year stands no more words than this behind the word before the kind of law: "Air Act of 1990". */
const MOST_OF_END = 3;

/** The laws that a text names with their years; "the Act 1998" is any. */
function lawsIn(text: string): readonly LawOfYear[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    if (!YEAR.test(word.text)) return [];
    const last = words.slice(Math.max(0, at - MOST_OF_END), at + 1);
    const law = endOfLaw(last.map(({folded}) => folded));
    const isNamed = last.some(one => one.folded === law?.before && /^\p{Lu}/u.test(one.text));
    return law !== undefined && isNamed ? [law] : [];
  });
}
