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
      const before = words.size();
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
    next: () => ends.push(words.size()),
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

function makePostings(collected: Collected, indexOf: Int32Array): Postings {
  const {words, ends} = collected;
  const extra = extraWords(collected, indexOf);
  const count = words.size() + extra.length;
  let size = 1024;
  while (size < count / 2 && size < 1 << 18) size *= 2;
  const mask = size - 1;
  const starts = new Int32Array(size + 1);
  const entries = ends.size();
  const mainLengths = new Uint8Array(entries);
  const titleLengths = new Uint8Array(entries);
  for (let entry = 0, at = 0; entry < entries; entry++) {
    const index = indexOf[entry] ?? -1;
    const end = ends.at(entry);
    for (; at < end; at++) {
      if (index < 0) continue;
      const word = words.at(at);
      const next = bucketOf(word, mask) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
      const part = word & PART;
      if ((word & COUNTS) === 0 || (part !== MAIN_TITLE && part !== SUBTITLE)) continue;
      if ((titleLengths[index] ?? 0) < 255) titleLengths[index] = (titleLengths[index] ?? 0) + 1;
      if (part === MAIN_TITLE && (mainLengths[index] ?? 0) < 255)
        mainLengths[index] = (mainLengths[index] ?? 0) + 1;
    }
  }
  for (const [hash] of extra) {
    const next = bucketOf(hash, mask) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < size; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);

  const next = starts.slice(0, size);
  const hashes = new Int32Array(count);
  const places = new Int32Array(count);
  const put = (word: number, index: number): void => {
    const bucket = bucketOf(word, mask);
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    hashes[at] = word & HASH;
    places[at] = (index << 2) | (word & PART);
  };
  for (let entry = 0, at = 0; entry < entries; entry++) {
    const index = indexOf[entry] ?? -1;
    const end = ends.at(entry);
    for (; at < end; at++) if (index >= 0) put(words.at(at), index);
  }
  for (const [hash, index] of extra) put(hash, index);
  return {starts, hashes, places, mask, mainLengths, titleLengths};
}

/** Words that came later or from a parent, each with the index of its entry. They count as names. */
function extraWords(
  {words, ends, parents, later}: Collected,
  indexOf: Int32Array,
): readonly (readonly [number, number])[] {
  const inherited = parents.flatMap(([entry, parent]) => {
    const start = parent === 0 ? 0 : ends.at(parent - 1);
    // What the parent's title is to the child, its own or its book's, is not told apart: a name counts at once.
    return Array.from(
      {length: ends.at(parent) - start},
      (_, at) => [words.at(start + at) & HASH, entry] as const,
    );
  });
  return [...later.map(([hash, entry]) => [hash & HASH, entry] as const), ...inherited].flatMap(
    ([hash, entry]) => {
      const index = indexOf[entry] ?? -1;
      return index < 0 ? [] : [[hash, index] as const];
    },
  );
}

function bucketOf(word: number, mask: number): number {
  return (word >>> 3) & mask;
}

/** By entry: the words found in its main title, in its whole title and anywhere, and the last word that was counted. */
interface Tally {
  readonly main: Uint8Array;
  readonly title: Uint8Array;
  readonly all: Uint8Array;
  readonly isNamed: Uint8Array;
  readonly countedIn: Int32Array;
}

function findIn(postings: Postings, entries: number): (words: ReadonlySet<string>) => readonly number[] {
  const tally: Tally = {
    main: new Uint8Array(entries),
    title: new Uint8Array(entries),
    all: new Uint8Array(entries),
    isNamed: new Uint8Array(entries),
    countedIn: new Int32Array(entries),
  };
  return words => {
    const met: number[] = [];
    let number = 0;
    for (const word of words) {
      number += 1;
      count(hashWord(word) & HASH, number, postings, tally, met);
    }
    const found =
      entries <= FEW ? [...met] : met.filter(entry => mayBeMeant(entry, words.size, postings, tally));
    forget(met, tally);
    return found.sort((one, other) => one - other);
  };
}

/** Counts a word in every entry that has it, and notes the entries that no word before met. */
function count(
  hash: number,
  number: number,
  {starts, hashes, places, mask}: Postings,
  {main, title, all, isNamed, countedIn}: Tally,
  met: number[],
): void {
  const bucket = bucketOf(hash, mask);
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    if (hashes[at] !== hash) continue;
    const place = places[at] ?? 0;
    const entry = place >> 2;
    const part = place & PART;
    const before = all[entry] ?? 0;
    if (before === 0) met.push(entry);
    if (part === NAME) isNamed[entry] = 1;
    if (countedIn[entry] === number) continue;
    countedIn[entry] = number;
    if (before < 255) all[entry] = before + 1;
    if (part !== MAIN_TITLE && part !== SUBTITLE) continue;
    title[entry] = Math.min(255, (title[entry] ?? 0) + 1);
    if (part === MAIN_TITLE) main[entry] = Math.min(255, (main[entry] ?? 0) + 1);
  }
}

function mayBeMeant(
  entry: number,
  asked: number,
  {mainLengths, titleLengths}: Postings,
  {main, title, all, isNamed}: Tally,
): boolean {
  if (isNamed[entry] === 1) return true;
  const inMain = main[entry] ?? 0;
  const inTitle = title[entry] ?? 0;
  return (
    (all[entry] ?? 0) * 2 >= asked ||
    (inMain >= 2 && inMain * 3 >= (mainLengths[entry] ?? 0) * 2) ||
    (inTitle > 0 && inTitle * 3 >= (titleLengths[entry] ?? 0))
  );
}

function forget(met: readonly number[], {main, title, all, isNamed, countedIn}: Tally): void {
  for (const entry of met) {
    main[entry] = 0;
    title[entry] = 0;
    all[entry] = 0;
    isNamed[entry] = 0;
    countedIn[entry] = 0;
  }
}
