import type {Manuscript, PassagePlace} from '../manuscript/types.ts';
import type {ReferenceConclusion} from './conclude-reference.ts';
import type {EntryIndex} from './index-entries.ts';
import type {KeyReading, PlaceholderReading, ReferenceReading, ShortFormReading} from './recognise.ts';
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
  /** Full references that fit no entry, before this cite: a short form may lean on one of them. */
  unknownBefore(cite: Cite): readonly Cite[];
  /** What stands in a note: settled keys, and whether anything else stands there too. */
  worksOfNote(number: number): NoteWorks;
  hasNote(number: number): boolean;
}

export interface NoteWorks {
  readonly keys: readonly string[];
  /** A promise, or a cite that means nothing settled. */
  readonly hasUnsettled: boolean;
}

/** @param items every cite in reading order, with ids from 1 */
export function startWalk(items: readonly Item[], index: EntryIndex, manuscript: Manuscript): Walk {
  const resolutions: Resolution[] = [];
  const full = fullCitations(items);
  const unknown = items.filter(item => item.kind === 'reference' && item.conclusion.kind === 'unknown');
  const numbers = new Set(manuscript.notes.flatMap(note => note.number ?? []));
  return {
    index,
    resolutions,
    add(resolution) {
      resolutions.push(resolution);
    },
    fullBefore: (key, cite) => full.get(key)?.find(({id}) => id < cite.id),
    fullAnywhere: key => full.get(key)?.[0],
    lastOf: key => resolutions.findLast(one => keyOf(one) === key)?.cite,
    unknownBefore: cite => unknown.map(item => item.cite).filter(({id}) => id < cite.id),
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
    hasNote: number => numbers.has(number),
  };
}

/** The key of a cite that means one work, even where something typed disagrees. */
export function keyOf(resolution: Resolution): string | undefined {
  return resolution.status === 'resolved' || resolution.status === 'conflict' ? resolution.key : undefined;
}

function fullCitations(items: readonly Item[]): ReadonlyMap<string, readonly Cite[]> {
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

function isInNote(place: PassagePlace, number: number): boolean {
  return place.kind === 'note' && place.number === number;
}
