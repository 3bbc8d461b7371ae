import type {Passage} from '../manuscript/types.ts';
import {findCitekeys} from './citekeys.ts';
import {quotedRanges, readLead} from './lead.ts';
import {findTrailingLocator, readLocator} from './locator.ts';
import {findPlaceholders} from './placeholder.ts';
import {readShortForm} from './read-short-form.ts';
import type {Reading} from './reading.ts';
import {bracketRanges, type Range, segmentCites, stripSignals, workConsulted} from './segment.ts';
import {findShortForm, type TitleRange, titleRanges} from './short-form.ts';

/** Reads a passage: everything in it that may be a cite, in order. In running text only citekeys and promises count. */
export function recognise(passage: Passage): readonly Reading[] {
  const text = passage.text.value;
  const quoted = quotedRanges(text);
  const titles = titleRanges(passage.text.marks, quoted);
  const isRunningText = passage.in.kind === 'text';

  const placeholders: Reading[] = findPlaceholders(text, titles, isRunningText).map(range => ({
    kind: 'placeholder',
    passage,
    range,
  }));
  const keys: Reading[] = findCitekeys(passage.text).map(key => ({
    kind: 'key',
    passage,
    range: {start: key.start, end: key.end},
    key,
  }));
  const taken = [
    ...placeholders.map(({range}) => range),
    ...keys.flatMap(reading => (reading.kind === 'key' ? [reading.key.group] : [])),
  ];
  const rest = isRunningText ? [] : gapsBetween(taken, text.length);
  const brackets = bracketRanges(text);
  const references = rest.flatMap(gap => readGap(passage, gap, {titles, brackets}));
  return [...placeholders, ...keys, ...references].sort((one, other) => one.range.start - other.range.start);
}

interface Enclosed {
  /** Emphasised or in quotation marks. */
  readonly titles: readonly TitleRange[];
  readonly brackets: readonly Range[];
}

function readGap(passage: Passage, gap: Range, {titles, brackets}: Enclosed): readonly Reading[] {
  const text = passage.text.value;
  const closed = [...titles, ...brackets];
  const segments = joinLocators(text, segmentCites(text, gap, closed));
  return segments.flatMap((segment): readonly Reading[] => {
    const consulted = workConsulted(text, segment, closed);
    const {range, hasSignal} = stripSignals(text, consulted);
    if (!/[\p{L}\p{N}]/u.test(text.slice(range.start, range.end))) return [];
    const shortForm = findShortForm(text, range.start, range.end, titles);
    if (shortForm !== undefined) return [readShortForm(passage, range, shortForm, brackets)];
    const trailing = findTrailingLocator(text, range.start, range.end);
    // "*The Floods, Part 2*": what stands inside a title set off belongs to it.
    const isInTitle = titles.some(
      one => one.start < (trailing?.start ?? 0) && (trailing?.start ?? 0) < one.end,
    );
    const locator = isInTitle ? undefined : trailing;
    const lead = readLead(text, passage.text.marks, range.start, locator?.start ?? range.end);
    return [
      {kind: 'reference', passage, range: withoutLastStop(text, range), lead, hasSignal, locator} as const,
    ];
  });
}

/**
 * Segments that are nothing but a locator belong to the one before: "Ibid., ch 5, pp 180–182; ch 7, pp 257–260" is one
 * cite.
 */
function joinLocators(text: string, segments: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const locator = readLocator(text, segment.start, segment.end, true);
    const isLocator = locator !== undefined && /^[\s.)]*$/u.test(text.slice(locator.end, segment.end));
    if (before !== undefined && isLocator)
      joined[joined.length - 1] = {start: before.start, end: segment.end};
    else joined.push(segment);
  }
  return joined;
}

function withoutLastStop(text: string, range: Range): Range {
  return text.charAt(range.end - 1) === '.' && range.end - 1 > range.start
    ? {start: range.start, end: range.end - 1}
    : range;
}

function gapsBetween(taken: readonly Range[], length: number): readonly Range[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const range of [...taken].sort((one, other) => one.start - other.start)) {
    if (range.start > at) gaps.push({start: at, end: range.start});
    at = Math.max(at, range.end);
  }
  if (at < length) gaps.push({start: at, end: length});
  return gaps;
}
