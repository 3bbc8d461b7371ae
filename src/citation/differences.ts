import type {Name} from '../bibliography/types.ts';
import type {Explanation} from './explain.ts';
import {imprintDifferences} from './imprint-differences.ts';
import type {Read} from './reading.ts';
import type {Difference} from './types.ts';

// A volume and an issue after a journal's name: "10:1", "27(3)".
const VOLUME_AND_ISSUE = /(?<![\d:])(\d{1,4})\s?(?::\s?(\d{1,4})|\((\d{1,4})\))(?![\d:])/u;

/** What a full citation says otherwise than its entry, in the order in which it is typed. */
export function describeDifferences(explanation: Explanation, reading: Read): readonly Difference[] {
  const differences = [
    ...nameDifferences(explanation, reading),
    ...yearDifferences(explanation, reading),
    ...titleDifferences(explanation, reading),
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
  if (run === undefined || entry.volume === undefined) return [];
  const {text} = reading.passage;
  const rest = text.value.slice(run.endOffset, reading.range.end);
  const match = VOLUME_AND_ISSUE.exec(rest);
  if (match === null) return [];
  const [, volume = '', afterColon, inBrackets] = match;
  const issue = afterColon ?? inBrackets ?? '';
  const start = run.endOffset + match.index;
  const difference = (field: 'volume' | 'issue', typed: string, expected: string): Difference => {
    const from = field === 'volume' ? start : start + match[0].lastIndexOf(typed);
    return {field, typed, expected, span: text.spanOf(from, from + typed.length)};
  };
  return [
    ...(volume === entry.volume ? [] : [difference('volume', volume, entry.volume)]),
    ...(entry.issue === undefined || issue === entry.issue ? [] : [difference('issue', issue, entry.issue)]),
  ];
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
