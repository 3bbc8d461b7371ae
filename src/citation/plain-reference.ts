import type {Passage} from '../manuscript/types.ts';
import {readLead} from './lead.ts';
import {findTrailingLocator} from './locator.ts';
import type {Range} from './range.ts';
import type {ReferenceReading} from './reading.ts';
import {trimRange} from './segment.ts';
import type {TitleRange} from './short-form.ts';
import {startOfLastShortName} from './short-names.ts';

/** Reads a stretch that holds no word of a short form as one reference, with the place at its end. */
export function readReference(
  passage: Passage,
  range: Range,
  {hasSignal, titles}: {readonly hasSignal: boolean; readonly titles: readonly TitleRange[]},
): ReferenceReading {
  const {value: text, marks} = passage.text;
  const end = startOfLastShortName(text, range);
  const trailing = findTrailingLocator(text, range.start, end, marks);
  // "*The Floods, Part 2*": what stands inside a title set off belongs to it.
  const at = trailing?.start ?? end;
  const isInTitle = titles.some(one => one.start < at && at < one.end);
  const locator = isInTitle ? undefined : trailing;
  return {
    kind: 'reference',
    passage,
    range: withoutLastStop(text, range),
    lead: readLead(
      text,
      marks,
      range.start,
      locator?.start ?? end,
      behindLocator(text, {start: range.start, end}, locator),
    ),
    hasSignal,
    locator,
    bracket: undefined,
  };
}

/** The year behind the page of a report: "437 U.S. 88, 90 (1978)". */
function behindLocator(text: string, {end}: Range, locator: Range | undefined): readonly Range[] {
  const hasYear = locator !== undefined && /\d{4}/u.test(text.slice(locator.end, end));
  return hasYear ? [{start: locator.end, end}] : [];
}

function withoutLastStop(text: string, range: Range): Range {
  return text.charAt(range.end - 1) === '.' && range.end - 1 > range.start
    ? trimRange(text, {start: range.start, end: range.end - 1})
    : range;
}
