import {growInts} from '../text/growing-ints.ts';
import type {SourceText} from '../text/source.ts';
import type {FoundEntry} from './found-entry.ts';
import type {EntryKind, EntryShape} from './types.ts';

/** Entries as found, by their number among all of all files. */
export interface FoundRows {
  readonly length: number;
  /** Puts one behind the others; its order is the length so far. */
  push(entry: FoundEntry): void;
  /** An entry; each asking makes it anew. */
  at(order: number): FoundEntry;
  keyOf(order: number): string;
  /** Which of the kinds an entry is of. */
  kindOf(order: number): number;
  /** What entries so far share. */
  readonly kinds: readonly EntryKind[];
  isDoubtful(order: number): boolean;
  /** Says of one that it may turn out unreadable. */
  doubt(order: number): void;
  /** Gives a key to one that has none. */
  setKey(order: number, key: string): void;
}

interface FoundKind extends EntryKind {
  readonly source: SourceText;
}

/** Where the numbers of an entry stand in its row, and how many there are. */
const START = 0;
const END = 1;
const KEY_START = 2;
const KEY_END = 3;
const TITLE_HASH = 4;
const KIND = 5;
const WIDTH = 6;

/**
 * No entries yet. Of each only a row of numbers and the key are kept: 100,000 take some 6 MB, where as many objects take 27, and
 * most of them are looked at once.
 */
export function growFoundRows(): FoundRows {
  const numbers = growInts();
  const keys: string[] = [];
  const doubtful = new Set<number>();
  const {kinds, numberOf} = internKinds();
  return {
    get length() {
      return keys.length;
    },
    push(entry) {
      const {span, keySpan} = entry;
      if (entry.isDoubtful) doubtful.add(keys.length);
      keys.push(entry.key);
      const row = [span.start, span.end, keySpan.start, keySpan.end, entry.titleHash, numberOf(entry)];
      for (const number of row) numbers.push(number);
    },
    at(order) {
      const row = order * WIDTH;
      const kind = kinds[numbers.at(row + KIND)];
      const key = keys[order];
      if (kind === undefined || key === undefined) throw new RangeError(`no entry ${order}`);
      const {type, path, shape, source, hasPlainNames} = kind;
      return {
        key,
        type,
        path,
        span: {start: numbers.at(row + START), end: numbers.at(row + END)},
        keySpan: {start: numbers.at(row + KEY_START), end: numbers.at(row + KEY_END)},
        shape,
        titleHash: numbers.at(row + TITLE_HASH),
        hasPlainNames,
        source,
        order,
        isDoubtful: doubtful.has(order),
      };
    },
    keyOf: order => keys[order] ?? '',
    kindOf: order => numbers.at(order * WIDTH + KIND),
    kinds,
    isDoubtful: order => doubtful.has(order),
    doubt: order => doubtful.add(order),
    setKey: (order, key) => {
      keys[order] = key;
    },
  };
}

/** Numbers what entries share. */
function internKinds(): {
  readonly kinds: readonly FoundKind[];
  readonly numberOf: (entry: FoundEntry) => number;
} {
  const kinds: FoundKind[] = [];
  const known = new Map<EntryShape, number[]>();
  return {
    kinds,
    numberOf({type, path, shape, source, hasPlainNames}) {
      const numbers = known.get(shape) ?? [];
      for (const number of numbers) {
        const kind = kinds[number];
        if (kind?.type === type && kind.hasPlainNames === hasPlainNames && kind.source === source)
          return number;
      }
      known.set(shape, numbers);
      numbers.push(kinds.length);
      kinds.push({type, path, shape, source, hasPlainNames});
      return kinds.length - 1;
    },
  };
}
