import {type GrowingInts, growInts} from '../text/growing-ints.ts';
import type {Span} from '../text/span.ts';
import {wordsOf} from '../text/words.ts';
import {foldAscii, hashWord, PRIME, SEED} from './word-hash.ts';

/** What a word of an entry is part of. */
export const NAME = 0;
export const MAIN_TITLE = 1;
export const SUBTITLE = 2;
export const CONTAINER = 3;

/** The words of entries on their way into postings. */
export interface WordCollector {
  /**
   * The words of a stretch of a text in ASCII without LaTeX, for the entry at hand; of names only plain ones. They are read where
   * they stand, since strings of their own would cost more than all the rest.
   *
   * @returns whether that was possible; else nothing is added
   */
  addPlain(text: string, span: Span, part: number): boolean;
  /** The words of any text, LaTeX gone, for the entry at hand. */
  add(text: string, part: number): void;
  /** The words of an entry that was closed before; they count as names. */
  addTo(entry: number, text: string): void;
  /** Gives an entry the words of another as well, its parent. */
  inherit(entry: number, parent: number): void;
  /** Closes the entry at hand; entries count from 0. */
  next(): void;
  /** @param indexOf what the entries are called, by their number; negative for one that is left out */
  finish(indexOf: Int32Array): (words: ReadonlySet<string>) => readonly number[];
}

/** A word's part in its lowest bits: NAME to CONTAINER, and whether it makes the title longer, as small words do not. */
const PART = 3;
const COUNTS = 4;
const HASH = ~7;
// Words so short are mostly small ones.
const TELLING_LENGTH = 4;

/** Up to so many entries every one that shares a word is found; among more only those that share enough. */
const FEW = 500;

/**
 * Collects the words of entries. All is kept in rows of numbers: a word as its hash, an entry as its number, so that 100,000
 * entries take some 20 MB.
 */
export function collectWords(): WordCollector {
  const words = growInts();
  const ends = growInts();
  const parents: (readonly [number, number])[] = [];
  const later: (readonly [number, number])[] = [];
  const put = (hash: number, part: number, length: number): void => {
    words.push((hash & HASH) | part | (length >= TELLING_LENGTH ? COUNTS : 0));
  };
  return {
    addPlain(text, {start, end}, part) {
      const before = words.length;
      let here = part;
      let hash = SEED;
      let length = 0;
      for (let at = start; at <= end; at++) {
        const code = at < end ? text.charCodeAt(at) : SPACE;
        const letter = foldAscii(code);
        if (letter > 0) {
          hash = Math.imul(hash ^ letter, PRIME);
          length += 1;
          continue;
        }
        if (isSpecial(code) || (part === NAME && !isBetweenNames(code))) {
          words.cut(before);
          return false;
        }
        // Braces inside a word do not part it.
        if (code === OPEN || code === CLOSE) continue;
        // One letter in names is an initial, unless a comma makes it the family name.
        if (length > 1 || (length === 1 && (part !== NAME || code === COMMA))) put(hash, here, length);
        hash = SEED;
        length = 0;
        if (here === MAIN_TITLE && isTitleBreak(code) && text.charCodeAt(at + 1) <= SPACE) here = SUBTITLE;
      }
      return true;
    },
    add(text, part) {
      const mainEnd = part === MAIN_TITLE ? (TITLE_BREAK.exec(text)?.index ?? text.length) : text.length;
      for (const {folded, end} of wordsOf(text))
        put(hashWord(folded), end > mainEnd ? SUBTITLE : part, folded.length);
    },
    addTo(entry, text) {
      for (const {folded} of wordsOf(text)) later.push([hashWord(folded), entry]);
    },
    inherit: (entry, parent) => parents.push([entry, parent]),
    next: () => ends.push(words.length),
    finish: indexOf => findIn(makePostings({words, ends, parents, later}, indexOf), indexOf.length),
  };
}

// Where a main title ends, as the citation reader has it.
const TITLE_BREAK = /[:?!.–—]\s/u;

const [SPACE, COMMA, OPEN, CLOSE] = [0x20, 0x2c, 0x7b, 0x7d];

/** Beyond ASCII, a backslash, a dollar: not to be read as it stands. */
function isSpecial(code: number): boolean {
  return code > 0x7e || code === 0x5c || code === 0x24;
}

/** White space, a comma, a stop, a hyphen. */
function isBetweenNames(code: number): boolean {
  return code <= SPACE || code === COMMA || code === 0x2e || code === 0x2d;
}

/** A colon, a question or exclamation mark, a stop. */
function isTitleBreak(code: number): boolean {
  return code === 0x3a || code === 0x3f || code === 0x21 || code === 0x2e;
}

interface Collected {
  readonly words: GrowingInts;
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

function makePostings({words, ends, parents, later}: Collected, indexOf: Int32Array): Postings {
  const wordsOfEntry = (entry: number): readonly [number, number] => [
    entry === 0 ? 0 : ends.at(entry - 1),
    ends.at(entry),
  ];
  const inherited = parents.flatMap(([entry, parent]) => {
    const [from, to] = wordsOfEntry(parent);
    // What the parent's title is to the child, its own or its book's, is not told apart: a name counts at once.
    return Array.from({length: to - from}, (_, at) => [words.at(from + at), entry] as const);
  });
  const extra = [...later, ...inherited];
  const count = words.length + extra.length;
  let size = 1024;
  while (size < count / 2 && size < 1 << 18) size *= 2;
  const mask = size - 1;
  const starts = new Int32Array(size + 1);
  const entries = ends.length;
  const mainLengths = new Uint8Array(entries);
  const titleLengths = new Uint8Array(entries);
  const forEach = (take: (word: number, entry: number) => void): void => {
    for (let entry = 0; entry < entries; entry++) {
      if ((indexOf[entry] ?? -1) < 0) continue;
      const [from, to] = wordsOfEntry(entry);
      for (let at = from; at < to; at++) take(words.at(at), entry);
    }
    for (const [hash, entry] of extra) if ((indexOf[entry] ?? -1) >= 0) take(hash & HASH, entry);
  };
  forEach((word, entry) => {
    const part = word & PART;
    const bucket = bucketOf(word, mask);
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    if ((word & COUNTS) === 0) return;
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
  forEach((word, entry) => {
    const bucket = bucketOf(word, mask);
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    placed[at] = word & HASH;
    places[at] = ((indexOf[entry] ?? 0) << 2) | (word & PART);
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

function bucketOf(word: number, mask: number): number {
  return (word >>> 3) & mask;
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
      const hash = hashWord(word) & HASH;
      const bucket = bucketOf(hash, mask);
      number += 1;
      for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) {
        if (hashes[at] !== hash) continue;
        const place = places[at] ?? 0;
        const entry = place >> 2;
        const part = place & PART;
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
