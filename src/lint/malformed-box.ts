import type {Box} from '../manuscript/types.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {overlaps} from '../text/span.ts';

/** Whether a box's opening line has a fault that says what it lacks already: `:::box{nubmer=1}`. */
export function isMalformed({opening}: Box, reading: readonly Diagnostic[]): boolean {
  return reading.some(({code, span}) => code === 'box-malformed' && overlaps(span, opening));
}
