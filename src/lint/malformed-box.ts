import type {Box, Manuscript} from '../manuscript/types.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {overlaps} from '../text/span.ts';

/** Whether a box's opening line has a fault that says what it lacks already: `:::box{nubmer=1}`. */
export function isMalformed({opening}: Box, reading: readonly Diagnostic[]): boolean {
  return reading.some(({code, span}) => code === 'box-malformed' && overlaps(span, opening));
}

// The number in the line that opens a box, "number=1".
const NUMBER = /\bnumber\s*=\s*["']?(\d{1,4})\b/u;

/** The numbers of boxes that cannot be read: they have their own finding, and are not missing. */
export function numbersOfMalformed(
  {source}: Manuscript,
  reading: readonly Diagnostic[],
): ReadonlySet<number> {
  const numbers = reading.flatMap(({code, path, span}) => {
    if (code !== 'box-malformed' || path !== source.path) return [];
    const line = source.text.slice(span.start).split(/[\r\n]/u, 1)[0] ?? '';
    return NUMBER.exec(line)?.[1] ?? [];
  });
  return new Set(numbers.map(Number));
}
