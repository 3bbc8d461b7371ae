import {isOneSlip} from '../text/suggest.ts';
import {speaksOfAnother} from './agreement.ts';
import {type Explanation, explain} from './explain.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';

/** Family names with fewer letters are told apart by a single one: "Lane" and "Land". */
const SHORTEST = 6;

/**
 * Explains a lead by an entry of which all agrees but one name with one slip of the keys: "Saterfield and Thwaite (1988)",
 * "Amos Brathwaite, *Locks* (1990)". Beside the year, the co-authors or the given name and the whole title must agree;
 * a name alone with a slip may be somebody else's.
 *
 * @returns what it is without the slip; `undefined` where more than that differs, or nothing
 */
export function explainWithSlip(lead: Lead, indexed: IndexedEntry): Explanation | undefined {
  for (const word of lead.words) {
    const form = indexed.names
      .flatMap(({name, forms}) => (name.kind === 'person' ? forms : []))
      .find(
        ([one = '', more]) => more === undefined && one.length >= SHORTEST && isOneSlip(word.folded, one),
      );
    if (form === undefined || !/^\p{Lu}/u.test(word.text)) continue;
    const words = lead.words.map(one => (one === word ? {...word, folded: form[0] ?? ''} : one));
    const mended = explain({...lead, words}, indexed);
    const {names, title, year} = mended;
    const hasGiven = names.used.length > names.count;
    const isAllElse =
      names.verdict === 'exact' && year === 'agrees' && (names.count > 1 || (title === 'whole' && hasGiven));
    if (isAllElse && !speaksOfAnother(mended)) return mended;
  }
  return undefined;
}

/** Explains a lead by an entry of two authors whose names were typed the other way round: "Thwaite and Satterfield". */
export function explainTurned(lead: Lead, indexed: IndexedEntry): Explanation | undefined {
  if (indexed.names.length !== 2) return undefined;
  const turned = explain(lead, {...indexed, names: indexed.names.toReversed()});
  const isRight = turned.names.verdict === 'exact' && turned.year !== 'differs' && !speaksOfAnother(turned);
  return isRight ? turned : undefined;
}
