import type {Resolution} from '../types.ts';
import type {CitedItem, CitekeyGroup} from './citekey-groups.ts';
import {toCslLocator} from './csl-locator.ts';
import type {FinalNumbers} from './note-numbers.ts';

/**
 * One cite as a processor is told of it: a group of keys that it writes, or a typed cite that it only counts, so that the
 * next key knows what stands before it.
 */
export interface Cluster {
  /** The group that the processor writes; `undefined` for a typed cite. */
  readonly group: CitekeyGroup | undefined;
  /** What it cites; empty for a typed cite whose work is not settled, which may be any. */
  readonly items: readonly Pick<CitedItem, 'key' | 'prefix' | 'suffix' | 'locator' | 'isWithoutAuthor'>[];
  /** The number of the note that it stands in; 0 in the text. */
  readonly note: number;
}

/**
 * All cites in reading order, as a note style counts them. What stands in a box or in running text is no note: it gets no
 * number, and the note before it is taken to hold one cite more, since *ibid* behind it would be read as meaning it. So it is
 * before a key that is a word of a sentence, "@khan2001 [p. 111] say so too": *ibid* is no name that could say so.
 */
export function clustersInNotes(
  resolutions: readonly Resolution[],
  groupOf: (resolution: Resolution) => CitekeyGroup | undefined,
  {typed, made}: FinalNumbers,
): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let last = 0;
  for (const {resolution, group} of parted(resolutions, groupOf)) {
    const {in: place} = resolution.cite;
    const number =
      place.kind === 'note' ? typed.get(place.number) : group === undefined ? undefined : made.get(group);
    if (number !== undefined) {
      if (group !== undefined && isSaying(group))
        clusters.push({group: undefined, items: [], note: last === 0 ? number : last});
      last = number;
      clusters.push(clusterOf(resolution, group, number));
    } else if (last > 0 && place.kind !== 'note') clusters.push({group: undefined, items: [], note: last});
  }
  return clusters;
}

/** Whether a key in a note is a word among others and no reference by itself. */
function isSaying({isInSentence, passage, start, end}: CitekeyGroup): boolean {
  const {value} = passage.text;
  return (
    isInSentence && passage.in.kind === 'note' && /\p{L}/u.test(value.slice(0, start) + value.slice(end))
  );
}

/** All cites in reading order, as a style of author and date or of numbers counts them: the text is one run. */
export function clustersInText(
  resolutions: readonly Resolution[],
  groupOf: (resolution: Resolution) => CitekeyGroup | undefined,
): readonly Cluster[] {
  return parted(resolutions, groupOf).map(({resolution, group}) => clusterOf(resolution, group, 0));
}

interface Parted {
  readonly resolution: Resolution;
  readonly group: CitekeyGroup | undefined;
}

/** Each group once, where its first key stands; each typed cite by itself. */
function parted(
  resolutions: readonly Resolution[],
  groupOf: (resolution: Resolution) => CitekeyGroup | undefined,
): readonly Parted[] {
  const seen = new Set<CitekeyGroup>();
  return resolutions.flatMap(resolution => {
    const group = groupOf(resolution);
    if (group !== undefined && seen.has(group)) return [];
    if (group !== undefined) seen.add(group);
    return [{resolution, group}];
  });
}

function clusterOf(resolution: Resolution, group: CitekeyGroup | undefined, note: number): Cluster {
  if (group !== undefined) return {group, items: group.items, note};
  if (resolution.status !== 'resolved') return {group, items: [], note};
  const {key, cite} = resolution;
  const {locator: typed} = cite;
  const locator = typed === undefined ? undefined : (toCslLocator(typed) ?? {label: 'page', locator: typed});
  return {group, items: [{key, prefix: '', suffix: '', locator, isWithoutAuthor: false}], note};
}
