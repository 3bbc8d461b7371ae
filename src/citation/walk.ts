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
  const resolutions: Resolution[] = [];
  const full = fullCitations(items);
  const unknown = items
    .filter(item => item.kind === 'reference' && item.conclusion.kind === 'unknown')
    .map(({cite}) => cite);
  const gaps = manuscript.noteReferences.flatMap(({number, span}) =>
    number === undefined ? [span.start] : [],
  );
  const idemNames = new Map<number, string>();
  const namesOfUnknown = ({id, names, text}: Cite): string => idemNames.get(id) ?? names ?? text;
  const namesOf = (resolution: Resolution): string => {
    const key = keyOf(resolution);
    const name = key === undefined ? undefined : index.get(key)?.names[0]?.name;
    if (name === undefined) return namesOfUnknown(resolution.cite);
    return name.kind === 'body' ? name.literal : `${name.given ?? ''} ${name.family}`;
  };
  const numbers = new Set(manuscript.notes.flatMap(note => note.number ?? []));
  return {
    index,
    resolutions,
    add(resolution) {
      const item = items[resolution.cite.id - 1];
      if (item !== undefined && isUnsettledWork(resolution, item, index)) {
        const {cite} = resolution;
        const before = resolutions.at(-1);
        if (cite.form === 'idem' && before !== undefined) idemNames.set(cite.id, namesOf(before));
        unknown.push(cite);
      }
      resolutions.push(resolution);
      const {cite} = resolution;
      // *Idem* with a title gives all that the cite before it does not: a full citation, as a reader sees it.
      if (resolution.status !== 'resolved' || cite.form !== 'idem' || cite.title === undefined) return;
      const cites = [...(full.get(resolution.key) ?? []), cite].sort((one, other) => one.id - other.id);
      full.set(resolution.key, cites);
    },
    fullBefore: (key, cite) => full.get(key)?.find(({id}) => id < cite.id),
    fullAnywhere: key => full.get(key)?.[0],
    lastOf: key => resolutions.findLast(one => keyOf(one) === key)?.cite,
    unknownBefore: cite => unknown.filter(({id}) => id < cite.id),
    isMentionedBefore: (key, cite) => mentions.some(one => one.before < cite.id && one.keys.includes(key)),
    namesOfUnknown,
    worksOfNote(number) {
      const settled = resolutions.filter(({cite}) => isInNote(cite.in, number));
      const known = new Set(settled.map(({cite}) => cite.id));
      const keys = new Set(settled.flatMap(one => keyOf(one) ?? []));
      let hasUnsettled = settled.some(one => keyOf(one) === undefined);
      for (const item of items) {
        // Notes further on: only their full citations and keys are certain yet.
        if (!isInNote(item.cite.in, number) || known.has(item.cite.id)) continue;
        const key = certainKey(item);
        if (key === undefined) hasUnsettled = true;
        else keys.add(key);
      }
      return {keys: [...keys], hasUnsettled};
    },
    groupOf(cite) {
      return resolutions.filter(one => isOneGroup(items[one.cite.id - 1], items[cite.id - 1]));
    },
    hasGapBefore(item) {
      const before = items[item.cite.id - 2];
      if (before === undefined) return false;
      const [from, to] = [placeOf(before.reading), placeOf(item.reading)];
      if (gaps.some(at => from < at && at < to)) return true;
      // Something unread between the two, or in the note that the cite before stands in.
      return unread.some(
        one =>
          one.before === item.cite.id - 1 ||
          (isSamePlace(one.in, before.cite.in) && !isSamePlace(one.in, item.cite.in)),
      );
    },
    readingOf: cite => items[cite.id - 1]?.reading,
    hasNote: number => numbers.has(number),
    isNumberOpen(number) {
      const call = manuscript.noteReferences.find(one => one.number === number)?.span.start;
      return call !== undefined && gaps.some(at => at < call);
    },
  };
}

/** The key of a cite that means one work, even where something typed disagrees. */
export function keyOf(resolution: Resolution): string | undefined {
  return resolution.status === 'resolved' || resolution.status === 'conflict' ? resolution.key : undefined;
}

function fullCitations(items: readonly Item[]): Map<string, Cite[]> {
  const full = new Map<string, Cite[]>();
  for (const item of items) {
    const key = certainKey(item);
    if (key === undefined) continue;
    const cites = full.get(key);
    if (cites === undefined) full.set(key, [item.cite]);
    else cites.push(item.cite);
  }
  return full;
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

function isOneGroup(one: Item | undefined, other: Item | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one === other || isSamePlace(one.cite.in, other.cite.in)) return true;
  if (one.reading.passage !== other.reading.passage) return false;
  const group = groupStart(one);
  return group !== undefined && group === groupStart(other);
}

/** Where the brackets begin in which a cite of running text stands with others. */
function groupStart({reading}: Item): number | undefined {
  if (reading.kind === 'key') return reading.key.group.start;
  return reading.kind === 'placeholder' ? undefined : reading.bracket?.start;
}

function isInNote(place: PassagePlace, number: number): boolean {
  return place.kind === 'note' && place.number === number;
}
