import type {EntryRecord} from '../bibliography/types.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {overlaps} from '../text/span.ts';
import type {Subject} from './rule.ts';

type Placed = Pick<EntryRecord, 'path' | 'span' | 'keySpan'>;

/** Whether an entry has a key that its author typed; the one that stands in for it is for no message. */
export function hasKey({keySpan}: Pick<EntryRecord, 'keySpan'>): boolean {
  return keySpan.end > keySpan.start;
}

/** Whether an entry has a fault in its writing: what it lacks, and that no cite fits it, follows from that. */
export function isBroken(entry: Placed, reading: readonly Diagnostic[]): boolean {
  if (!hasKey(entry)) return true;
  const {path, span} = entry;
  return faultsIn(reading).some(one => one.path === path && overlaps(one.span, span));
}

const faults = new WeakMap<readonly Diagnostic[], readonly Diagnostic[]>();

/** The faults of writing, picked out once for all entries. */
function faultsIn(reading: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = faults.get(reading);
  if (known !== undefined) return known;
  const found = reading.filter(({code, severity}) => code === 'bib-syntax' && severity === 'error');
  faults.set(reading, found);
  return found;
}

/**
 * Whether no more than one of the works that a cite may mean has an entry that can be read whole. That it fits two then
 * follows from a fault which is reported and refuses a build; which of them is meant stays open.
 *
 * @param candidates the keys that the cite fits
 */
export function isLeftByBrokenEntry(
  {bibliography, reading, profile}: Subject,
  candidates: readonly string[],
): boolean {
  if ((profile.rules['bib-syntax'] ?? 'error') !== 'error') return false;
  const whole = candidates.filter(key => {
    const entry = bibliography.byKey.get(key);
    return entry === undefined || !isBroken(entry, reading);
  });
  return whole.length < 2;
}
