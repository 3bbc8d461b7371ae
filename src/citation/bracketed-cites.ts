import type {Passage} from '../manuscript/types.ts';
import {readAuthorYear} from './author-year.ts';
import {readLead} from './lead.ts';
import {areNames, startOfLastNames} from './name-run.ts';
import {gapsBetween, type Range} from './range.ts';
import {readShortForm} from './read-short-form.ts';
import type {ReferenceReading, ShortFormReading} from './reading.ts';
import {segmentCites, stripSignals} from './segment.ts';
import {findShortForm, type TitleRange} from './short-form.ts';
import {ibidWords, idemWords, infraWords, locCitWords, opCitWords, supraWords} from './vocabulary.ts';
import {gateOf} from './word-pattern.ts';

/** Round brackets that hold cites and nothing else. */
export interface CiteBracket {
  readonly range: Range;
  readonly readings: readonly (ShortFormReading | ReferenceReading)[];
}

/**
 * The round brackets of a passage that hold nothing but cites, read: "(Lee, 1991; see also May and Kay, 1992, p 4)",
 * "(Tacoli, op cit)", "(ibid, p 4)". A bracket that holds one other word holds prose.
 *
 * @param brackets the bracketed ranges of the passage in order
 * @param taken ranges that are read already: promises, "(Lee, 1991; add refs)"
 */
export function findCiteBrackets(
  passage: Passage,
  brackets: readonly Range[],
  titles: readonly TitleRange[],
  taken: readonly Range[],
): readonly CiteBracket[] {
  const found: CiteBracket[] = [];
  for (const range of brackets) {
    if (passage.text.value.charAt(range.start) !== '(') continue;
    if (found.some(one => range.start < one.range.end)) continue;
    if (titles.some(title => title.start <= range.start && range.end <= title.end)) continue;
    if (taken.some(one => one.start <= range.start && range.start < one.end)) continue;
    if (!MAY_CITE.test(passage.text.value.slice(range.start, range.end).toLowerCase())) continue;
    const readings = readInside(passage, range, {brackets, titles, taken});
    if (readings.length > 0) found.push({range, readings});
  }
  return found;
}

// What brackets that cite hold: a year, a word of a short form, a note; of a text in lower case.
const MAY_CITE = new RegExp(
  `\\d|${gateOf([...ibidWords, ...idemWords, ...opCitWords, ...locCitWords, ...supraWords, ...infraWords])}`,
);

// Where the last sentence of a text begins.
const LAST_SENTENCE = /(?:^|[.?!:;]\s)(?=[^.?!:;]*$)/u;

/**
 * The cites of brackets in running text. A number alone, "(see note 3 above)", and *supra* refer to the document. *Op cit* alone is
 * the work of whoever is named before it, "Hart (op cit) argues"; where no names stand there, the sentence says whose it is,
 * if anything does.
 */
export function readInText(
  passage: Passage,
  {range, readings}: CiteBracket,
): readonly (ShortFormReading | ReferenceReading)[] {
  return readings.flatMap((one, order) => {
    if (one.kind === 'reference' || one.lead.words.length > 0) return [one];
    const {form, pointer} = one.shortForm;
    if (pointer !== undefined || form === 'supra' || form === 'infra') return [];
    if (order > 0 || (form !== 'op-cit' && form !== 'loc-cit')) return [one];
    const {value, marks} = passage.text;
    const before = value.slice(0, range.start).trimEnd();
    const names = startOfLastNames(before);
    const sentence = LAST_SENTENCE.exec(before);
    const isNamed = names < before.length;
    const start = isNamed ? names : sentence === null ? 0 : sentence.index + sentence[0].length;
    const isAlone =
      value.slice(range.start + 1, one.range.start).trim() === '' && one.range.end === range.end - 1;
    const whole = isNamed && isAlone ? {start: names, end: range.end} : one.range;
    return [{...one, range: whole, lead: readLead(value, marks, start, before.length)}];
  });
}

function readInside(
  passage: Passage,
  bracket: Range,
  {
    brackets,
    titles,
    taken,
  }: {
    readonly brackets: readonly Range[];
    readonly titles: readonly TitleRange[];
    readonly taken: readonly Range[];
  },
): readonly (ShortFormReading | ReferenceReading)[] {
  const text = passage.text.value;
  const inside = {start: bracket.start + 1, end: bracket.end - 1};
  const nested = brackets.filter(one => bracket.start < one.start && one.end < bracket.end);
  const readings: (ShortFormReading | ReferenceReading)[] = [];
  const segments = gapsBetween(taken, inside).flatMap(gap =>
    segmentCites(text, gap, [...titles, ...nested], titles),
  );
  for (const segment of segments) {
    const {range, hasSignal} = stripSignals(text, segment);
    const read = readPlainly(passage, range, hasSignal, titles);
    if (read.length === 0) return [];
    readings.push(...read.map(one => ({...one, bracket})));
  }
  return readings;
}

/** A segment that is one short form or author–year cite to its last letter. */
function readPlainly(
  passage: Passage,
  range: Range,
  hasSignal: boolean,
  titles: readonly TitleRange[],
): readonly (ShortFormReading | ReferenceReading)[] {
  const text = passage.text.value;
  const shortForm = findShortForm(text, range.start, range.end, titles);
  if (shortForm === undefined) return readAuthorYear(passage, range, hasSignal);
  const reading = readShortForm(passage, range, shortForm, []);
  const isWhole =
    reading.range.start === range.start && /^[\s.]*$/u.test(text.slice(reading.range.end, range.end));
  const lead = text.slice(reading.lead.start, reading.lead.end);
  const isNamed =
    reading.lead.words.length === 0 || areNames(withoutYear(lead)) || reading.lead.markedTitle !== undefined;
  return isWhole && isNamed ? [reading] : [];
}

// A year behind names: ", 1991", " (1991)".
const YEAR_AT_END = /,?\s?\(?(?:1[5-9]|20)\d\d[a-z]?\)?,?\s*$/u;

function withoutYear(lead: string): string {
  return lead.replace(YEAR_AT_END, '');
}
