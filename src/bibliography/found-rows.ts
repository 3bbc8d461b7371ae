import {growInts} from '../text/growing-ints.ts';
import type {SourceText} from '../text/source.ts';
import type {FoundEntry} from './found-entry.ts';
import type {EntryShape} from './types.ts';

/** Entries as found, by their number among all of all files. */
export interface FoundRows {
  readonly length: number;
  /** Puts one behind the others; its order is the length so far. */
  push(entry: FoundEntry): void;
  /** An entry; each asking makes it anew. */
  at(order: number): FoundEntry;
  keyOf(order: number): string;
  /** Whether an entry takes fields from another. */
  hasParent(order: number): boolean;
  isDoubtful(order: number): boolean;
  /** Says of one that it may turn out unreadable. */
  doubt(order: number): void;
  /** Gives a key to one that has none. */
  setKey(order: number, key: string): void;
}

/** What many entries share. */
interface Kind {
  readonly type: string;
  readonly shape: EntryShape;
  readonly source: SourceText;
  readonly hasPlainNames: boolean;
  readonly hasParent: boolean;
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
  const {kinds, kindOf} = internKinds();
  return {
    get length() {
      return keys.length;
    },
    push(entry) {
      const {span, keySpan} = entry;
      if (entry.isDoubtful) doubtful.add(keys.length);
      keys.push(entry.key);
      numbers.push(span.start);
      numbers.push(span.end);
      numbers.push(keySpan.start);
      numbers.push(keySpan.end);
      numbers.push(entry.titleHash);
      numbers.push(kindOf(entry));
    },
    at(order) {
      const row = order * WIDTH;
      const kind = kinds[numbers.at(row + KIND)];
      const key = keys[order];
      if (kind === undefined || key === undefined) throw new RangeError(`no entry ${order}`);
      const {type, shape, source, hasPlainNames} = kind;
      return {
        key,
        type,
        path: source.path,
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
    hasParent: order => kinds[numbers.at(order * WIDTH + KIND)]?.hasParent ?? false,
    isDoubtful: order => doubtful.has(order),
    doubt: order => doubtful.add(order),
    setKey: (order, key) => {
      keys[order] = key;
    },
  };
}

/** Numbers what entries share; a file has few kinds, thousands of times. */
function internKinds(): {readonly kinds: readonly Kind[]; readonly kindOf: (entry: FoundEntry) => number} {
  const kinds: Kind[] = [];
  const known = new Map<EntryShape, number[]>();
  return {
    kinds,
    kindOf({type, shape, source, hasPlainNames}) {
      const numbers = known.get(shape) ?? [];
      for (const number of numbers) {
        const kind = kinds[number];
        if (kind?.type === type && kind.hasPlainNames === hasPlainNames && kind.source === source)
          return number;
      }
      known.set(shape, numbers);
      numbers.push(kinds.length);
      kinds.push({type, shape, source, hasPlainNames, hasParent: shape.names.includes('crossref')});
      return kinds.length - 1;
    },
  };
}
