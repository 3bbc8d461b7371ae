import type {PassagePlace} from '../manuscript/types.ts';
import type {Cite, Resolution} from './types.ts';
import {keyOf, type Walk} from './walk.ts';

/**
 * *Ibid* is the work of the cite just before, in the order in which the text calls the notes (Hart's Rules §17.2.5;
 * CSL's position "ibid"). In the same note that is the cite before it. Of the note before, all the cites count: with
 * two works in it nobody can say which is meant; with a promise at its end, none is.
 */
export function concludeIbid(cite: Cite, walk: Walk): Resolution {
  const before = walk.resolutions.at(-1);
  if (before === undefined) {
    return {status: 'unresolved', cite, antecedent: undefined, reason: 'no-antecedent', suggestions: []};
  }
  const group = isSamePlace(before.cite.in, cite.in) ? [before] : lastGroup(walk.resolutions);
  const isOpen = group.some(one => one.status === 'unresolved' || one.status === 'placeholder');
  if (isOpen) {
    return {status: 'unresolved', cite, antecedent: undefined, reason: 'note-without-work', suggestions: []};
  }
  const keys = [
    ...new Set(
      group.toReversed().flatMap(one => (one.status === 'ambiguous' ? one.candidates : (keyOf(one) ?? []))),
    ),
  ];
  const [key, other] = keys;
  if (key === undefined) {
    return {status: 'unresolved', cite, antecedent: undefined, reason: 'note-without-work', suggestions: []};
  }
  if (other !== undefined) return {status: 'ambiguous', cite, antecedent: undefined, candidates: keys};
  const locator = cite.form === 'loc-cit' ? (cite.locator ?? before.cite.locator) : cite.locator;
  return {status: 'resolved', cite: {...cite, locator}, key, antecedent: before.cite, differences: []};
}

/** The cites of the place — note, or source line of a box — in which the last cite stands. */
function lastGroup(resolutions: readonly Resolution[]): readonly Resolution[] {
  const last = resolutions.at(-1);
  if (last === undefined) return [];
  const start = resolutions.findLastIndex(one => !isSamePlace(one.cite.in, last.cite.in)) + 1;
  return resolutions.slice(start);
}

function isSamePlace(one: PassagePlace, other: PassagePlace): boolean {
  if (one.kind === 'note' && other.kind === 'note') return one.number === other.number;
  if (one.kind === 'box' && other.kind === 'box') return one.number === other.number;
  return false;
}
