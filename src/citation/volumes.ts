import {foldLetters} from '../text/words.ts';
import {numeralOf} from './numerals.ts';
import {volumeKinds} from './vocabulary.ts';

/** A volume, part or book named by its number: "Bd. 2", "Volume II". */
export interface Volume {
  /** Which of the kinds of volumes its word may be, as places in `volumeKinds`: "t." is a volume in French and a part in German. */
  readonly kinds: readonly number[];
  readonly number: number;
}

const kindsOfWord: ReadonlyMap<string, readonly number[]> = readKinds();

function readKinds(): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  for (const [kind, phrases] of volumeKinds.entries()) {
    for (const phrase of phrases) {
      const word = foldLetters(phrase.replace('.', ''));
      const known = kinds.get(word);
      if (known === undefined) kinds.set(word, [kind]);
      else known.push(kind);
    }
  }
  return kinds;
}

/**
 * The volume at a place of some folded words.
 *
 * @param at where its word stands; the number follows
 */
export function volumeAt(words: readonly string[], at: number): Volume | undefined {
  const kinds = kindsOfWord.get(words[at] ?? '');
  const number = kinds === undefined ? undefined : numeralOf(words[at + 1] ?? '');
  return kinds === undefined || number === undefined ? undefined : {kinds, number};
}

/** All volumes that some folded words name. */
export function volumesIn(words: readonly string[]): readonly Volume[] {
  return words.flatMap((_, at) => volumeAt(words, at) ?? []);
}

/** Whether "Bd. 2" and "vol. II" are one: words for the same kind, and the same number. */
export function isSameKind(one: Volume, other: Volume): boolean {
  return one.kinds.some(kind => other.kinds.includes(kind));
}

/**
 * Folded words in which volumes are written one way, for comparing with `agreeInVolume`: "bd 2" and "volume ii" have the same two
 * words.
 */
export function withVolumes(words: readonly string[]): readonly string[] {
  if (!words.some(word => kindsOfWord.has(word))) return words;
  return words.map((word, at) => {
    const volume = volumeAt(words, at);
    if (volume !== undefined) return `${KIND}${volume.kinds.join('')}`;
    const before = volumeAt(words, at - 1);
    return before === undefined ? word : `${NUMBER}${before.number}`;
  });
}

// What stands before the kind of a volume and before its number, and in no word.
const KIND = '#';
const NUMBER = '=';

/** Whether a word stands for the kind of a volume. */
export function isVolumeWord(word: string): boolean {
  return word.startsWith(KIND);
}

/** Whether two words are the same kind of volume or the same number, one of them at least in a volume's place. */
export function agreeInVolume(one: string, other: string): boolean {
  if (isVolumeWord(one) && isVolumeWord(other)) return [...one.slice(1)].some(kind => other.includes(kind));
  if (!one.startsWith(NUMBER) && !other.startsWith(NUMBER)) return false;
  const [number, otherNumber] = [one, other].map(word => numeralOf(word.replace(NUMBER, '')));
  return number !== undefined && number === otherNumber;
}
