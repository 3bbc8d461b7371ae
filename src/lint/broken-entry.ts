import type {Entry} from '../bibliography/types.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {overlaps} from '../text/span.ts';

/** Whether an entry has a key that its author typed; the one that stands in for it is for no message. */
export function hasKey({keySpan}: Entry): boolean {
  return keySpan.end > keySpan.start;
}

/** Whether an entry has a fault in its writing: what it lacks, and that no cite fits it, follows from that. */
export function isBroken(entry: Entry, reading: readonly Diagnostic[]): boolean {
  if (!hasKey(entry)) return true;
  const {path, span} = entry;
  return reading.some(
    one =>
      one.code === 'bib-syntax' && one.severity === 'error' && one.path === path && overlaps(one.span, span),
  );
}
