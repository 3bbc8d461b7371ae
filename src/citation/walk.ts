import type {Manuscript, Passage, PassagePlace} from '../manuscript/types.ts';
import type {ReferenceConclusion} from './conclude-reference.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {proseWords} from './looks-like-reference.ts';
import type {Range} from './range.ts';
import type {KeyReading, PlaceholderReading, ReferenceReading, ShortFormReading} from './reading.ts';
import {placeOf} from './reading.ts';
import type {Cite, Resolution} from './types.ts';

/** A cite with what was read and, for a reference, what it was found to be. */
export type Item =
  | {readonly kind: 'placeholder'; readonly cite: Cite; readonly reading: PlaceholderReading}
  | {readonly kind: 'key'; readonly cite: Cite; readonly reading: KeyReading}
  | {readonly kind: 'short-form'; readonly cite: Cite; readonly reading: ShortFormReading}
  | {
      readonly kind: 'reference';
      readonly cite: Cite;
      readonly reading: ReferenceReading;
      readonly conclusion: Exclude<ReferenceConclusion, {readonly kind: 'prose'}>;
    };

/** Words of a note that may cite what nobody could read: "PQ 12345", "The Wanless report", a web address. */
export interface Unread {
  readonly in: PassagePlace;
  /** How many of the cites stand before it, in reading order. */
  readonly before: number;
}

/** Words that cite nothing and speak of another work by the author of some entries: "See Marsh’s later book, *Desert Roads*". */
export interface Mention {
  readonly keys: readonly string[];
  /** How many of the cites stand before it, in reading order. */
  readonly before: number;
}

/** The state of the walk: what came before, and the full citations of the whole text. */
export interface Walk {
  readonly index: EntryIndex;
  readonly resolutions: readonly Resolution[];
  /** The works that the cites so far mean, in the order in which they were first met. */
  readonly keys: ReadonlySet<string>;
  /** The works between which a full citation so far leaves the choice. */
  readonly betweenFull: ReadonlySet<string>;
  /**
   * The works to which references so far came nearest that fit no entry: "Minutes of 11 April (EDC)" may have been the full citation
   * of one.
   */
  readonly suggested: ReadonlySet<string>;
  add(resolution: Resolution): void;
  /** The first full citation of a work before this cite. */
  fullBefore(key: string, cite: Cite): Cite | undefined;
  /** The first full citation of a work, wherever it stands. */
  fullAnywhere(key: string): Cite | undefined;
  /** The last cite of a work so far. */
  lastOf(key: string): Cite | undefined;
  /**
   * References that fit no entry, before this cite, and short forms with names and a title that nothing settled: a later
   * short form may mean the work of one of them.
   */
  unknownBefore(cite: Cite): readonly Cite[];
  /** Whether another work by the author of an entry was spoken of before this cite, in words that cite nothing. */
  isMentionedBefore(key: string, cite: Cite): boolean;
  /** The names of a cite that `unknownBefore` gave, as typed; for *idem* those for which it stands. */
  namesOfUnknown(cite: Cite): string;
  /**
   * The cites so far that a reader takes together with this one: of the same note or source line; in running text, of
   * the same brackets.
   */
  groupOf(cite: Cite): readonly Resolution[];
  /** The last cite so far that stands in brackets of the text, or the last of all others. */
  lastTyped(isInText: boolean): Resolution | undefined;
  /** Whether between the cite before and this one a note is called that is not there, or that nobody could read. */
  hasGapBefore(item: Item): boolean;
  /** The passage in which a cite stands, and where in it. */
  readingOf(cite: Cite): {readonly passage: Passage; readonly range: Range} | undefined;
  /** What stands in a note: settled keys, and whether anything else stands there too. */
  worksOfNote(number: number): NoteWorks;
  hasNote(number: number): boolean;
  /** Whether a note is called before this one that is not there: when it is written, this one's number will be another. */
  isNumberOpen(number: number): boolean;
}

export interface NoteWorks {
  readonly keys: readonly string[];
  /** A promise, or a cite that means nothing settled. */
  readonly hasUnsettled: boolean;
}

/** @param items every cite in reading order, with ids from 1 */
export function startWalk(
  {
    items,
    unread,
    mentions,
  }: {
    readonly items: readonly Item[];
    readonly unread: readonly Unread[];
    readonly mentions: readonly Mention[];
  },
  index: EntryIndex,
  manuscript: Manuscript,
): Walk {
  const firstMentions = new Map<string, number>();
  for (const {keys, before} of mentions)
    for (const key of keys) if (!firstMentions.has(key)) firstMentions.set(key, before);
  const resolutions: Resolution[] = [];
  const keys = new Set<string>();
  const betweenFull = new Set<string>();
  const suggested = new Set<string>();
  const last = new Map<string, Cite>();
  const full = fullCitations(items);
  const unknown = items
    .filter(item => item.kind === 'reference' && item.conclusion.kind === 'unknown')
    .map(({cite}) => cite);
  const unknownIds = unknown.map(({id}) => id);
  const unsettled: Cite[] = [];
  const gaps = manuscript.noteReferences
    .flatMap(({number, span}) => (number === undefined ? [span.start] : []))
    .sort((one, other) => one - other);
  const idemNames = new Map<number, string>();
  const namesOfUnknown = ({id, names, text}: Cite): string => idemNames.get(id) ?? names ?? text;
  const namesOf = (resolution: Resolution): string => {
    const key = keyOf(resolution);
    const name = key === undefined ? undefined : index.get(key)?.names[0]?.name;
    if (name === undefined) return namesOfUnknown(resolution.cite);
    return name.kind === 'body' ? name.literal : `${name.given ?? ''} ${name.family}`;
  };
  const lastTyped = new Map<boolean, Resolution>();
  const groups = new Map<string, Resolution[]>();
  const passages = new Map<Passage, number>();
  const groupOfItem = (item: Item): string => {
    const place = placeName(item.cite.in);
    if (place !== undefined) return place;
    const start = groupStart(item);
    if (start === undefined) return `cite ${item.cite.id}`;
    const {passage} = item.reading;
    const order = passages.get(passage) ?? passages.size;
    passages.set(passage, order);
    return `text ${order} ${start}`;
  };
  const remember = (resolution: Resolution): void => {
    const {cite} = resolution;
    resolutions.push(resolution);
    if (resolution.status === 'unresolved' && resolution.reason === 'not-in-bibliography') {
      const [nearest] = resolution.suggestions;
      if (nearest !== undefined) suggested.add(nearest);
    }
    const key = keyOf(resolution);
    if (key !== undefined) {
      keys.add(key);
      last.set(key, cite);
    }
    if (resolution.status === 'ambiguous' && cite.form === 'full')
      for (const candidate of resolution.candidates) betweenFull.add(candidate);
    lastTyped.set(isTypedInText(cite), resolution);
    const item = items[cite.id - 1];
    if (item !== undefined) push(groups, groupOfItem(item), resolution);
  };
  const itemsOfNotes = new Map<number, Item[]>();
  for (const item of items) if (item.cite.in.kind === 'note') push(itemsOfNotes, item.cite.in.number, item);
  const unreadBehind = new Set(unread.map(({before}) => before));
  const unreadIn = new Set(unread.map(one => placeName(one.in)));
  const calls = new Map<number, number>();
  for (const {number, span} of manuscript.noteReferences)
    if (number !== undefined && !calls.has(number)) calls.set(number, span.start);
  const numbers = new Set(manuscript.notes.flatMap(note => note.number ?? []));
  return {
    index,
    resolutions,
    keys,
    betweenFull,
    suggested,
    add(resolution) {
      const item = items[resolution.cite.id - 1];
      if (item !== undefined && isUnsettledWork(resolution, item, index)) {
        const {cite} = resolution;
        const before = resolutions.at(-1);
        if (cite.form === 'idem' && before !== undefined) idemNames.set(cite.id, namesOf(before));
        unsettled.push(cite);
      }
      remember(resolution);
      const {cite} = resolution;
      // *Idem* with a title gives all that the cite before it does not: a full citation, as a reader sees it.
      if (resolution.status !== 'resolved' || cite.form !== 'idem' || cite.title === undefined) return;
      if (cite.id < (full.get(resolution.key)?.id ?? Number.POSITIVE_INFINITY))
        full.set(resolution.key, cite);
    },
    fullBefore(key, cite) {
      const first = full.get(key);
      return first !== undefined && first.id < cite.id ? first : undefined;
    },
    fullAnywhere: key => full.get(key),
    lastOf: key => last.get(key),
    unknownBefore: cite => [...unknown.slice(0, countUpTo(unknownIds, cite.id - 1)), ...unsettled],
    isMentionedBefore: (key, cite) => (firstMentions.get(key) ?? Number.POSITIVE_INFINITY) < cite.id,
    namesOfUnknown,
    worksOfNote(number) {
      const settled = groups.get(`note ${number}`) ?? [];
      const known = new Set(settled.map(({cite}) => cite.id));
      const keysOfNote = new Set(settled.flatMap(one => keyOf(one) ?? []));
      let hasUnsettled = settled.some(one => keyOf(one) === undefined);
      for (const item of itemsOfNotes.get(number) ?? []) {
        // Notes further on: only their full citations and keys are certain yet.
        if (known.has(item.cite.id)) continue;
        const key = certainKey(item);
        if (key === undefined) hasUnsettled = true;
        else keysOfNote.add(key);
      }
      return {keys: [...keysOfNote], hasUnsettled};
    },
    groupOf(cite) {
      const item = items[cite.id - 1];
      return item === undefined ? [] : (groups.get(groupOfItem(item)) ?? []);
    },
    lastTyped: isInText => lastTyped.get(isInText),
    hasGapBefore(item) {
      const before = items[item.cite.id - 2];
      if (before === undefined) return false;
      const [from, to] = [placeOf(before.reading), placeOf(item.reading)];
      if ((gaps[countUpTo(gaps, from)] ?? Number.POSITIVE_INFINITY) < to) return true;
      // Something unread between the two, or in the note that the cite before stands in.
      if (unreadBehind.has(item.cite.id - 1)) return true;
      return !isSamePlace(before.cite.in, item.cite.in) && unreadIn.has(placeName(before.cite.in) ?? '');
    },
    readingOf: cite => items[cite.id - 1]?.reading,
    hasNote: number => numbers.has(number),
    isNumberOpen(number) {
      return (gaps[0] ?? Number.POSITIVE_INFINITY) < (calls.get(number) ?? 0);
    },
  };
}

/** The key of a cite that means one work, even where something typed disagrees. */
export function keyOf(resolution: Resolution): string | undefined {
  return resolution.status === 'resolved' || resolution.status === 'conflict' ? resolution.key : undefined;
}

/** The first full citation of each work. */
function fullCitations(items: readonly Item[]): Map<string, Cite> {
  const full = new Map<string, Cite>();
  for (const item of items) {
    const key = certainKey(item);
    if (key !== undefined && !full.has(key)) full.set(key, item.cite);
  }
  return full;
}

/** A citekey in the text becomes a note, and a promise there may yet become one. */
export function isTypedInText({in: place, form}: Cite): boolean {
  return place.kind === 'text' && form !== 'key' && form !== 'placeholder';
}

/** What a cite means without the walk: a full citation, or a citekey, which stands for one. */
function certainKey(item: Item): string | undefined {
  if (item.kind === 'key') return item.reading.key.key;
  return item.kind === 'reference' && item.conclusion.kind === 'full' ? item.conclusion.key : undefined;
}

/**
 * Whether a short form that nothing settled speaks of a work of somebody's: "Lang, *Speeches*, ibid", or "eadem, *Speeches*
 * (1907)". Names alone say nothing new.
 */
function isUnsettledWork({status, cite, antecedent}: Resolution, item: Item, index: EntryIndex): boolean {
  if (status !== 'unresolved' || item.kind !== 'short-form') return false;
  // One that leans on a work without an entry speaks of no other.
  if (antecedent !== undefined) return false;
  const {lead} = item.reading;
  if (lead.words.length === 0 || proseWords(lead) >= 2) return false;
  const explanations = index.lookup(lead.words).map(one => explain(lead, one));
  // Behind *idem* the title of a work that the bibliography has, by somebody else, is no new one.
  if (cite.form === 'idem') return !explanations.some(({title}) => title === 'whole');
  if (cite.names === undefined) return false;
  return (
    cite.title !== undefined ||
    explanations.some(
      ({run, title, names}) => run !== undefined && title !== 'other' && names.verdict !== 'none',
    )
  );
}

/** True for two places in one note, or in the source lines of one box. */
export function isSamePlace(one: PassagePlace, other: PassagePlace): boolean {
  if (one.kind === 'note' && other.kind === 'note') return one.number === other.number;
  return one.kind === 'box' && other.kind === 'box' && one.number === other.number;
}

/** The name of a note or box, by which what stands in it is found; running text has none. */
function placeName(place: PassagePlace): string | undefined {
  return place.kind === 'text' ? undefined : `${place.kind} ${place.number}`;
}

/** Where the brackets begin in which a cite of running text stands with others. */
function groupStart({reading}: Item): number | undefined {
  if (reading.kind === 'key') return reading.key.group.start;
  return reading.kind === 'placeholder' ? undefined : reading.bracket?.start;
}

/** How many of the numbers, in order, are no more than a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
