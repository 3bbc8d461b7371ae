import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {readLead} from './lead.ts';
import {readLocator} from './locator.ts';
import type {Range} from './range.ts';
import type {ShortFormReading} from './reading.ts';
import {infraWords, notesWords, noteWords, supraWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

const DIRECTION = anyWord([...supraWords, ...infraWords]);
const NUMBERS = '(?<numbers>\\d{1,4}(?:(?:,\\s?|,?\\s(?:and|to|&)\\s|[–-])\\d{1,4}){1,10})';

// "notes 3 and 4 above", "nn 3, 5 and 7", "supra notes 2 to 4".
const LIST = new RegExp(
  `^(?:(?<before>${DIRECTION}),?\\s{1,2})?(?:${anyWord(notesWords)})\\s{0,2}${NUMBERS}(?:,?\\s{1,2}(?<after>${DIRECTION}))?(?![\\p{L}\\p{N}])`,
  'u',
);
// "n 3 and 4 above". In "above n 3, 14" the second number is a page.
const LIST_IN_SINGULAR = new RegExp(
  `^(?:${anyWord(noteWords)})\\s{0,2}(?<numbers>\\d{1,4}\\s(?:and|&)\\s\\d{1,4}),?\\s{1,2}(?<after>${DIRECTION})(?![\\p{L}\\p{N}])`,
  'u',
);
// "3 and 4", "2–5".
const SEVERAL_NUMBERS = /\d(?:,\s?|,?\s(?:and|to|&)\s|[–-])\d/u;

const INFRA = new RegExp(`^(?:${anyWord(infraWords)})$`, 'u');
const BEFORE_PLACE = /^[\s.,)]*(?:at\s)?/u;

/**
 * Reads several note numbers behind one word, each of them a pointer. Of a range the two ends count.
 *
 *     See notes 3 and 4 above
 *         ^^^^^^^     ^^^^^^^
 */
export function readNoteList(passage: Passage, range: Range): readonly ShortFormReading[] {
  const {value, marks} = passage.text;
  const lower = inLowerCase(value.slice(range.start, range.end));
  if (!SEVERAL_NUMBERS.test(lower)) return [];
  const match = LIST.exec(lower) ?? LIST_IN_SINGULAR.exec(lower);
  const list = match?.groups?.['numbers'];
  if (match === null || list === undefined) return [];
  const form = INFRA.test(match.groups?.['before'] ?? match.groups?.['after'] ?? '') ? 'infra' : 'supra';
  const from = range.start + match[0].indexOf(list);
  const end = range.start + match[0].length;
  const place = end + (BEFORE_PLACE.exec(value.slice(end, range.end))?.[0].length ?? 0);
  const locator = readLocator(value, place, range.end, false);
  const numbers = [...list.matchAll(/\d+/gu)];
  return numbers.map(({index, 0: digits}, order): ShortFormReading => {
    const isLast = order === numbers.length - 1;
    const number = {start: from + index, end: from + index + digits.length};
    const words = {start: order === 0 ? range.start : number.start, end: isLast ? end : number.end};
    return {
      kind: 'short-form',
      passage,
      range: {start: words.start, end: isLast ? (locator?.end ?? words.end) : words.end},
      shortForm: {form, ...words, pointer: {value: Number(digits), ...number}},
      lead: readLead(value, marks, words.start, words.start),
      locator: isLast ? locator : undefined,
      bracket: undefined,
    };
  });
}
