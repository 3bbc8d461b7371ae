import type {Name} from '../bibliography/types.ts';
import type {Explanation} from './explain.ts';
import {holderDifferences} from './holder-differences.ts';
import {imprintDifferences} from './imprint-differences.ts';
import {articleNumbers, type TypedNumber} from './journal-numbers.ts';
import type {Read} from './reading.ts';
import type {Difference} from './types.ts';

/** What a full citation says otherwise than its entry, in the order in which it is typed. */
export function describeDifferences(explanation: Explanation, reading: Read): readonly Difference[] {
  const differences = [
    ...nameDifferences(explanation, reading),
    ...yearDifferences(explanation, reading),
    ...titleDifferences(explanation, reading),
    ...holderDifferences(explanation, reading),
    ...volumeDifferences(explanation, reading),
    ...imprintDifferences(explanation, reading),
  ];
  return differences.sort((one, other) => one.span.start - other.span.start);
}

function nameDifferences(
  {names, indexed, run, unexplained}: Explanation,
  reading: Read,
): readonly Difference[] {
  const typedNames = reading.passage.text.value
    .slice(reading.range.start, namesEnd(reading, run?.startOffset))
    .replace(/[\s,.(]+$/u, '');
  const expected = listNames(indexed.entry.names, indexed.entry.hasOthers);
  const zone = {start: reading.range.start, end: reading.range.start + typedNames.length};
  const whole = {
    field: 'name',
    typed: typedNames,
    expected,
    span: reading.passage.text.spanOf(zone.start, zone.end),
  } as const;
  const strangers = unexplained.filter(word => word.end <= zone.end);
  if (names.differing !== undefined || strangers.length > 0) return [whole];
  if (names.verdict === 'partial' && names.count < indexed.names.length) return [whole];
  return [];
}

function yearDifferences({year, otherYear, indexed}: Explanation, reading: Read): readonly Difference[] {
  if (year !== 'differs' || otherYear === undefined) return [];
  return [
    {
      field: 'year',
      typed: otherYear.text,
      expected: String(indexed.entry.year),
      span: reading.passage.text.spanOf(otherYear.start, otherYear.end),
    },
  ];
}

function titleDifferences({run, indexed}: Explanation, reading: Read): readonly Difference[] {
  if (run === undefined || run.isExact) return [];
  const {text} = reading.passage;
  return [
    {
      field: 'title',
      typed: text.value.slice(run.startOffset, run.endOffset),
      expected: indexed.entry.title ?? '',
      span: text.spanOf(run.startOffset, run.endOffset),
    },
  ];
}

function volumeDifferences({run, indexed}: Explanation, reading: Read): readonly Difference[] {
  const {entry} = indexed;
  if (run === undefined) return [];
  const {text} = reading.passage;
  const rest = text.value.slice(run.endOffset, reading.range.end);
  const {volume, issue} = articleNumbers(rest, indexed);
  const difference = (field: 'volume' | 'issue', typed: TypedNumber, expected: string): Difference => {
    const [start, end] = [run.endOffset + typed.start, run.endOffset + typed.end];
    return {field, typed: text.value.slice(start, end), expected, span: text.spanOf(start, end)};
  };
  const isOther = (typed: TypedNumber | undefined, known: string | undefined): known is string =>
    typed !== undefined && known !== undefined && isNumber(known) && plain(typed.text) !== plain(known);
  return [
    ...(volume !== undefined && isOther(volume, entry.volume)
      ? [difference('volume', volume, entry.volume)]
      : []),
    ...(issue !== undefined && isOther(issue, entry.issue) && !isPageOf(issue.text, entry.pages)
      ? [difference('issue', issue, entry.issue)]
      : []),
  ];
}

// "12", "3–4", "1/2"
const NUMBERS = /^\d{1,4}(?:\s?[–—/-]{1,2}\s?\d{1,4})?$/u;

function isNumber(text: string): boolean {
  return NUMBERS.test(text);
}

function plain(number: string): string {
  return number.replace(/[\s–—/-]+/gu, '-').replace(/\b0+(?=\d)/gu, '');
}

/** Whether the 310 of "38:310" is the page on which the article begins, or one in it. */
function isPageOf(typed: string, pages: string | undefined): boolean {
  const [first, last] = (pages ?? '').split(/[–-]+/u).map(Number);
  return first !== undefined && first <= Number(typed) && Number(typed) <= (last ?? first);
}

function namesEnd({passage, range}: Read, titleStart: number | undefined): number {
  const text = passage.text.value.slice(range.start, range.end);
  const year = text.search(/\(?\s?(?:1[5-9]|20)\d\d/u);
  return Math.min(year === -1 ? range.end : range.start + year, titleStart ?? range.end);
}

/** Names as a reader would write them: "Tacoli, C. and D. Satterthwaite". */
export function listNames(names: readonly Name[], hasOthers: boolean): string {
  const written = names.map((name, order) => {
    if (name.kind === 'body') return name.literal;
    if (name.given === undefined) return name.family;
    return order === 0 ? `${name.family}, ${name.given}` : `${name.given} ${name.family}`;
  });
  if (hasOthers) return `${written.join(', ')} et al`;
  if (written.length < 2) return written.join('');
  return `${written.slice(0, -1).join(', ')} and ${written.at(-1) ?? ''}`;
}
