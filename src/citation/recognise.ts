import type {Passage} from '../manuscript/types.ts';
import {type Citekey, findCitekeys} from './citekeys.ts';
import {type Lead, quotedRanges, readLead} from './lead.ts';
import {findTrailingLocator, type LocatorRange, readLocator} from './locator.ts';
import {findPlaceholders} from './placeholder.ts';
import {bracketRanges, type Range, segmentCites, stripSignals, trimRange, workConsulted} from './segment.ts';
import {findShortForm, type ShortForm, titleRanges} from './short-form.ts';

/** What may be a cite, read off its passage alone; whether a reference really is one needs the bibliography. */
export type Reading = PlaceholderReading | KeyReading | ShortFormReading | ReferenceReading;

/** Where a reading stands. */
export interface Read {
  readonly passage: Passage;
  /** In UTF-16 offsets of the passage's plain text. */
  readonly range: Range;
}
export interface PlaceholderReading extends Read {
  readonly kind: 'placeholder';
}
export interface KeyReading extends Read {
  readonly kind: 'key';
  readonly key: Citekey;
}
/** Ibid, op cit, "n 3 above" and their kin, with the names or title before them. */
export interface ShortFormReading extends Read {
  readonly kind: 'short-form';
  readonly shortForm: ShortForm;
  readonly lead: Lead;
  readonly locator: LocatorRange | undefined;
}
/** Names, a title, a year: a full reference, a short one, or prose. */
export interface ReferenceReading extends Read {
  readonly kind: 'reference';
  readonly lead: Lead;
  readonly hasSignal: boolean;
  readonly locator: LocatorRange | undefined;
}

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
  const keys: Reading[] = findCitekeys(text).map(key => ({
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
  const closed = [...titles, ...bracketRanges(text)];
  const references = rest.flatMap(gap => readGap(passage, gap, closed, titles));
  return [...placeholders, ...keys, ...references].sort((one, other) => one.range.start - other.range.start);
}

function readGap(
  passage: Passage,
  gap: Range,
  closed: readonly Range[],
  titles: readonly Range[],
): readonly Reading[] {
  const text = passage.text.value;
  const segments = joinLocators(text, segmentCites(text, gap, closed));
  return segments.flatMap((segment): readonly Reading[] => {
    const consulted = workConsulted(text, segment, closed);
    const {range, hasSignal} = stripSignals(text, consulted);
    if (!/[\p{L}\p{N}]/u.test(text.slice(range.start, range.end))) return [];
    const shortForm = findShortForm(text, range.start, range.end, titles);
    if (shortForm !== undefined) return [readShortForm(passage, range, shortForm)];
    const locator = findTrailingLocator(text, range.start, range.end);
    const lead = readLead(text, passage.text.marks, range.start, locator?.start ?? range.end);
    return [
      {kind: 'reference', passage, range: withoutLastStop(text, range), lead, hasSignal, locator} as const,
    ];
  });
}

function readShortForm(passage: Passage, range: Range, shortForm: ShortForm): ShortFormReading {
  const text = passage.text.value;
  const afterWords = skipJoint(text, shortForm.end, range.end);
  const locator = readLocator(text, afterWords, range.end, true);
  // "Smith, p 4, op cit" and "Idem (2003)": what says which work may stand on either side.
  const isIdem = shortForm.form === 'idem';
  const before = trimRange(text, {start: range.start, end: shortForm.start});
  const after = trimRange(text, {start: afterWords, end: locator === undefined ? range.end : locator.start});
  const leadRange = isIdem && locator === undefined ? after : before;
  const end = locator?.end ?? (isIdem ? leadRange.end : shortForm.end);
  return {
    kind: 'short-form',
    passage,
    range: trimRange(text, {start: range.start, end: Math.max(end, shortForm.end)}),
    shortForm,
    lead: readLead(text, passage.text.marks, leadRange.start, Math.max(leadRange.start, leadRange.end)),
    locator,
  };
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

// What may stand between a short form and its locator: "op. cit., p 4", "ibid at 12", "(n 1), 14".
const JOINT = /^[\s.,:;)\]]*(?:at\s{1,2}|,\s{0,2})?/iu;

function skipJoint(text: string, at: number, end: number): number {
  return at + (JOINT.exec(text.slice(at, end))?.[0].length ?? 0);
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
