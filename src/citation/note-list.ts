import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {readLead} from './lead.ts';
import {readLocator} from './locator.ts';
import type {Range} from './range.ts';
import type {ShortFormReading} from './reading.ts';
import type {Cite} from './types.ts';
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

/** A range of more notes than this is a stretch of the document, of which the two ends count. */
const LONGEST_RANGE = 8;

/**
 * Reads several note numbers behind one word, each of them a pointer. Of a range the notes between count too; they stand at its
 * dash or "to".
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
  const numbers = numbersIn(list);
  return numbers.map(({value: number, ...at}, order): ShortFormReading => {
    const isLast = order === numbers.length - 1;
    const typed = {start: from + at.start, end: from + at.end};
    const words = {start: order === 0 ? range.start : typed.start, end: isLast ? end : typed.end};
    return {
      kind: 'short-form',
      passage,
      range: {start: words.start, end: isLast ? (locator?.end ?? words.end) : words.end},
      shortForm: {form, ...words, pointer: {value: number, ...typed}},
      lead: readLead(value, marks, words.start, words.start),
      locator: isLast ? locator : undefined,
      bracket: undefined,
    };
  });
}

/** Whether a cite is the dash or "to" of a range of notes, "notes 2–4", and stands for a note in the middle of it. */
export function isBetweenNumbers({pointer, text}: Cite): boolean {
  return pointer === undefined && /^(?:[–-]|,?\s?to)$/u.test(text);
}

// "2–5", "2 to 5".
const BETWEEN = /^(?:[–-]|,?\sto\s)$/u;

/** The numbers of a list with their places in it, those inside its ranges too. */
function numbersIn(list: string): readonly (Range & {readonly value: number})[] {
  const typed = [...list.matchAll(/\d+/gu)].map(({index, 0: digits}) => ({
    value: Number(digits),
    start: index,
    end: index + digits.length,
  }));
  return typed.flatMap((number, order) => {
    const before = typed[order - 1];
    const joint = list.slice(before?.end, number.start);
    if (before === undefined || !BETWEEN.test(joint)) return [number];
    const start = before.end + joint.search(/[^\s,]/u);
    const between = Array.from({length: Math.max(0, number.value - before.value - 1)}, (_, step) => ({
      value: before.value + step + 1,
      start,
      end: before.end + joint.trimEnd().length,
    }));
    return between.length > LONGEST_RANGE ? [number] : [...between, number];
  });
}
