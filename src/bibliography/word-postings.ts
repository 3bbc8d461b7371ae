import {type GrowingInts, growInts} from './growing-ints.ts';
import {hashWord} from './word-hash.ts';

/** What a word of an entry is part of. */
export const NAME = 0;
export const MAIN_TITLE = 1;
export const SUBTITLE = 2;
export const CONTAINER = 3;

/** The words of entries on their way into postings. */
export interface WordCollector {
  /**
   * A word of the entry at hand.
   *
   * @param counts whether it makes the title longer; small words do not
   */
  add(hash: number, part: number, counts?: boolean): void;
  /** A word of an entry that was closed before; it counts as a name. */
  addTo(entry: number, hash: number): void;
  /** Gives an entry the words of another as well, its parent. */
  inherit(entry: number, parent: number): void;
  /** Closes the entry at hand; entries count from 0. */
  next(): void;
  /** @param indexOf what the entries are called, by their number; negative for one that is left out */
  finish(indexOf: Int32Array): (words: ReadonlySet<string>) => readonly number[];
}

const COUNTS = 4;

/** Up to so many entries every one that shares a word is found; among more only those that share enough. */
const FEW = 500;

/**
 * Collects the words of entries. All is kept in rows of numbers: a word as its hash, an entry as its number, so that 100,000
 * entries take some 20 MB.
 */
export function collectWords(): WordCollector {
  const words = growInts();
  const parts = growInts();
  const ends = growInts();
  const parents: (readonly [number, number])[] = [];
  const later: (readonly [number, number])[] = [];
  return {
    add(hash, part, counts = false) {
      words.push(hash);
      parts.push(counts ? part | COUNTS : part);
    },
    addTo: (entry, hash) => later.push([hash, entry]),
    inherit: (entry, parent) => parents.push([entry, parent]),
    next: () => ends.push(words.length),
    finish: indexOf => findIn(makePostings({words, parts, ends, parents, later}, indexOf), indexOf.length),
  };
}

interface Collected {
  readonly words: GrowingInts;
  readonly parts: GrowingInts;
  readonly ends: GrowingInts;
  readonly parents: readonly (readonly [number, number])[];
  readonly later: readonly (readonly [number, number])[];
}

interface Postings {
  /** Where the postings of a bucket begin. */
  readonly starts: Int32Array;
  /** Hash, and entry with part, of each posting. */
  readonly hashes: Int32Array;
  readonly places: Int32Array;
  readonly mask: number;
  /** How many words the main title has, and the whole, by entry. */
  readonly mainLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
}

function makePostings({words, parts, ends, parents, later}: Collected, indexOf: Int32Array): Postings {
  const [hashes, kinds, limits] = [words.values(), parts.values(), ends.values()];
  const wordsOfEntry = (entry: number): readonly [number, number] => [
    limits[entry - 1] ?? 0,
    limits[entry] ?? 0,
  ];
  const inherited = parents.flatMap(([entry, parent]) => {
    const [from, to] = wordsOfEntry(parent);
    // What the parent's title is to the child, its own or its book's, is not told apart: a name counts at once.
    return Array.from(hashes.subarray(from, to), hash => [hash, entry] as const);
  });
  const extra = [...later, ...inherited];
  const count = hashes.length + extra.length;
  let size = 1024;
  while (size < count / 2 && size < 1 << 18) size *= 2;
  const mask = size - 1;
  const starts = new Int32Array(size + 1);
  const entries = limits.length;
  const mainLengths = new Uint8Array(entries);
  const titleLengths = new Uint8Array(entries);
  const forEach = (take: (hash: number, entry: number, part: number) => void): void => {
    for (let entry = 0; entry < entries; entry++) {
      if ((indexOf[entry] ?? -1) < 0) continue;
      const [from, to] = wordsOfEntry(entry);
      for (let at = from; at < to; at++) take(hashes[at] ?? 0, entry, kinds[at] ?? 0);
    }
    for (const [hash, entry] of extra) if ((indexOf[entry] ?? -1) >= 0) take(hash, entry, NAME);
  };
  forEach((hash, entry, kind) => {
    const part = kind & 3;
    starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1;
    if ((kind & COUNTS) === 0) return;
    const title = titleLengths[entry] ?? 0;
    if ((part === MAIN_TITLE || part === SUBTITLE) && title < 255) titleLengths[entry] = title + 1;
    const main = mainLengths[entry] ?? 0;
    if (part === MAIN_TITLE && main < 255) mainLengths[entry] = main + 1;
  });
  for (let bucket = 0; bucket < size; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = starts.slice(0, size);
  const placed = new Int32Array(count);
  const places = new Int32Array(count);
  forEach((hash, entry, part) => {
    const at = next[hash & mask] ?? 0;
    next[hash & mask] = at + 1;
    placed[at] = hash;
    places[at] = ((indexOf[entry] ?? 0) << 2) | (part & 3);
  });
  return {
    starts,
    hashes: placed,
    places,
    mask,
    mainLengths: byIndex(mainLengths, indexOf),
    titleLengths: byIndex(titleLengths, indexOf),
  };
}

function byIndex(lengths: Uint8Array, indexOf: Int32Array): Uint8Array {
  const moved = new Uint8Array(lengths.length);
  for (let entry = 0; entry < lengths.length; entry++) {
    const index = indexOf[entry] ?? -1;
    if (index >= 0) moved[index] = lengths[entry] ?? 0;
  }
  return moved;
}

function findIn(postings: Postings, entries: number): (words: ReadonlySet<string>) => readonly number[] {
  const {starts, hashes, places, mask, mainLengths, titleLengths} = postings;
  // By entry: the words found in its main title, in its whole title and anywhere, and the last word that was counted.
  const main = new Uint8Array(entries);
  const title = new Uint8Array(entries);
  const all = new Uint8Array(entries);
  const isNamed = new Uint8Array(entries);
  const countedIn = new Int32Array(entries);
  return words => {
    const met: number[] = [];
    let number = 0;
    for (const word of words) {
      const hash = hashWord(word);
      number += 1;
      for (let at = starts[hash & mask] ?? 0; at < (starts[(hash & mask) + 1] ?? 0); at++) {
        if (hashes[at] !== hash) continue;
        const place = places[at] ?? 0;
        const [entry, part] = [place >> 2, place & 3];
        if (all[entry] === 0) met.push(entry);
        if (part === NAME) isNamed[entry] = 1;
        if (countedIn[entry] === number) continue;
        countedIn[entry] = number;
        all[entry] = Math.min(255, (all[entry] ?? 0) + 1);
        if (part === MAIN_TITLE) main[entry] = Math.min(255, (main[entry] ?? 0) + 1);
        if (part === MAIN_TITLE || part === SUBTITLE) title[entry] = Math.min(255, (title[entry] ?? 0) + 1);
      }
    }
    const found = met.filter(entry => {
      if (entries <= FEW || isNamed[entry] === 1) return true;
      const [inMain, inTitle] = [main[entry] ?? 0, title[entry] ?? 0];
      return (
        (all[entry] ?? 0) * 2 >= words.size ||
        (inMain >= 2 && inMain * 3 >= (mainLengths[entry] ?? 0) * 2) ||
        (inTitle > 0 && inTitle * 3 >= (titleLengths[entry] ?? 0))
      );
    });
    for (const entry of met) {
      main[entry] = 0;
      title[entry] = 0;
      all[entry] = 0;
      isNamed[entry] = 0;
      countedIn[entry] = 0;
    }
    return found.sort((one, other) => one - other);
  };
}
