import type {Passage} from '../manuscript/types.ts';
import {areNamesRight} from './agreement.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {readLead} from './lead.ts';
import type {Range} from './range.ts';

// "V. J. Ghestel", "A. A. Björn Egner": French and Italian lawyers' *vide*, German ones' "of another view", or first initials.
const VIDE = /^(?:V\.|A\.\s?A\.)\s(?=\p{Lu}[\p{L}’'-]*\.?\s\p{Lu}\p{L})/u;

/**
 * Where a cite begins behind a "V." or "A. A." that is no initial: the bibliography has the author as named behind it, and nobody of
 * that name with the letters.
 */
export function endOfVide(passage: Passage, {start, end}: Range, index: EntryIndex): number {
  const {value, marks} = passage.text;
  const vide = VIDE.exec(value.slice(start, end))?.[0].length;
  if (vide === undefined) return start;
  const [whole, behind] = [readLead(value, marks, start, end), readLead(value, marks, start + vide, end)];
  const isOurs = index.lookup(behind.words).some(one => {
    const {names, run, title} = explain(behind, one);
    // A year alone is too little: "V. A. Smith (1999)" may be Vincent Smith.
    const isTold = behind.years.length === 0 || (run !== undefined && title !== 'other');
    const isNamed = names.verdict === 'exact' || names.verdict === 'partial';
    return isNamed && isTold && one.names[0]?.name.kind === 'person';
  });
  return isOurs && !index.lookup(whole.words).some(one => areNamesRight(explain(whole, one)))
    ? start + vide
    : start;
}
