import type {Bibliography} from '../bibliography/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {concludeIbid} from './conclude-ibid.ts';
import {concludeKey, concludePlaceholder} from './conclude-key.ts';
import {concludeOpCit} from './conclude-op-cit.ts';
import {concludeFull, concludeShort} from './conclude-plain.ts';
import {concludePointer} from './conclude-pointer.ts';
import {gatherCites} from './gather-cites.ts';
import {type EntryIndex, indexEntries, withShortNames} from './index-entries.ts';
import {lawsByYear} from './laws-by-year.ts';
import {findShortName} from './short-names.ts';
import type {Citations, Cite, Resolution} from './types.ts';
import type {Item, Walk} from './walk.ts';
import {startWalk} from './walk.ts';

/**
 * What every cite of a manuscript means.
 *
 * One pass reads the passages and settles what is a cite and which are full citations, since a conflict may lean on a
 * full citation that comes later; where notes give works short names, they are read once more with these. A second pass
 * walks the cites in reading order. Each conclusion is a function with the convention above it. Nothing is guessed: where two works fit, the cite is ambiguous; where none does, unresolved.
 */
export function resolveCitations(manuscript: Manuscript, bibliography: Bibliography): Citations {
  const plain = indexEntries(bibliography);
  const gathered = gatherCites(manuscript.passages, plain);
  const names = shortNamesOf(gathered.items, manuscript, plain);
  const index = names.size === 0 ? plain : withShortNames(plain, names);
  const read = names.size === 0 ? gathered : gatherCites(manuscript.passages, index);
  const walk = startWalk(read, index, manuscript);
  for (const item of read.items) walk.add(conclude(item, walk));
  return {resolutions: walk.resolutions, firstCites: firstCitesOf(walk.resolutions)};
}

/** The short names that a manuscript gives works where it cites them in full, and the laws that it may call by their year, by key. */
function shortNamesOf(
  items: readonly Item[],
  {passages}: Manuscript,
  index: EntryIndex,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const full = items.flatMap(item =>
    item.kind === 'reference' && item.conclusion.kind === 'full' ? item.conclusion.key : [],
  );
  const names = new Map<string, readonly (readonly string[])[]>(
    [...lawsByYear([...new Set(full)], passages, index)].map(([key, name]) => [key, [name]]),
  );
  items.forEach((item, at) => {
    if (item.kind !== 'reference' || item.conclusion.kind !== 'full') return;
    const {passage, range} = item.reading;
    const next = items[at + 1]?.reading;
    const end = next?.passage === passage ? next.range.start : passage.text.value.length;
    const {key, title} = item.conclusion;
    const name = findShortName(
      passage.text.value.slice(range.start, end),
      (title?.end ?? range.start) - range.start,
    );
    if (name !== undefined) names.set(key, [...(names.get(key) ?? []), name]);
  });
  return names;
}

function conclude(item: Item, walk: Walk): Resolution {
  switch (item.kind) {
    case 'placeholder':
      return concludePlaceholder(item, walk);
    case 'key':
      return concludeKey(item, walk);
    case 'reference':
      return item.conclusion.kind === 'short'
        ? concludeShort(item.cite, item.conclusion.fits, walk)
        : concludeFull(item.cite, item.conclusion, walk);
    case 'short-form':
      return concludeShortForm(item, walk);
  }
}

function concludeShortForm(item: Extract<Item, {readonly kind: 'short-form'}>, walk: Walk): Resolution {
  const {cite, reading} = item;
  const hasLead = reading.lead.words.length > 0;
  switch (cite.form) {
    case 'ibid':
      return concludeIbid(item, walk);
    case 'idem':
      return hasLead ? concludeOpCit(item, walk) : concludeIbid(item, walk);
    case 'loc-cit':
      return hasLead || cite.pointer !== undefined ? concludeOpCit(item, walk) : concludeIbid(item, walk);
    default:
      return reading.shortForm.pointer === undefined
        ? concludeOpCit(item, walk)
        : concludePointer(item, walk);
  }
}

function firstCitesOf(resolutions: readonly Resolution[]): ReadonlyMap<string, Cite> {
  const first = new Map<string, Cite>();
  for (const resolution of resolutions) {
    if (resolution.status !== 'resolved' && resolution.status !== 'conflict') continue;
    if (!first.has(resolution.key)) first.set(resolution.key, resolution.cite);
  }
  return first;
}
