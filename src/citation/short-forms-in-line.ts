import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {startOfLastNames} from './name-run.ts';
import {readReference} from './plain-reference.ts';
import type {Range} from './range.ts';
import {readShortForm} from './read-short-form.ts';
import type {Reading} from './reading.ts';
import {stripSignals, trimRange} from './segment.ts';
import {findShortForm, type ShortForm, type TitleRange} from './short-form.ts';
import {connectors} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** What is set off in a passage. */
interface Enclosed {
  /** Emphasised or in quotation marks. */
  readonly titles: readonly TitleRange[];
  readonly brackets: readonly Range[];
}

/** A short form, and those with names of their own further on in the sentence: "Lee, op cit, doubts what Kay, op cit, says". */
export function readShortForms(
  passage: Passage,
  range: Range,
  shortForm: ShortForm,
  enclosed: Enclosed,
): readonly Reading[] {
  const text = passage.text.value;
  const reading = readShortForm(passage, range, shortForm, enclosed.brackets);
  const next = findShortForm(text, reading.range.end, range.end, enclosed.titles);
  if (next === undefined)
    return [reading, ...readJoined(passage, {start: reading.range.end, end: range.end}, enclosed)];
  const between = text.slice(reading.range.end, next.start);
  const names = startOfLastNames(between);
  if (names === between.length) {
    // "See *ibid* and also op cit": nothing but words that join stands between the two.
    if (!isJoining(between)) return [reading];
    return [reading, ...readShortForms(passage, {start: next.start, end: range.end}, next, enclosed)];
  }
  const rest = {start: reading.range.end + names, end: range.end};
  return [reading, ...readShortForms(passage, rest, next, enclosed)];
}

// "and", "&" and their like behind a comma or none: something more is cited, or may be.
const JOINED = new RegExp(`^,?\\s(?:${anyWord(connectors)})\\s(?=.{0,60}\\p{Lu})`, 'u');

/** Whether a stretch between two short forms is words that join cites, and no more: " and also ". */
function isJoining(between: string): boolean {
  const {range} = stripSignals(between, trimRange(between, {start: 0, end: between.length}));
  const rest = inLowerCase(between.slice(range.start, range.end));
  return /\p{L}/u.test(between) && (rest === '' || CONNECTORS.test(rest));
}

// "and", "as well as".
const CONNECTORS = new RegExp(`^(?:${anyWord(connectors)})$`, 'u');

/** What is joined to a short form by an "and": "Hart, op cit, and the Wanless report". */
function readJoined(passage: Passage, range: Range, enclosed: Enclosed): readonly Reading[] {
  const text = passage.text.value;
  const joint = JOINED.exec(text.slice(range.start, range.end))?.[0];
  if (joint === undefined) return [];
  const rest = trimRange(text, {start: range.start + joint.length, end: range.end});
  return [readReference(passage, rest, {hasSignal: false, titles: enclosed.titles})];
}
