import type {FrontMatter, IssuedDate} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import {BRITISH_MONTHS} from '../text/months.ts';

// "({reference})": the place of a value with the brackets that would be left empty, and the space before them.
const REFERENCE = /\s*[([]?\{reference\}[)\]]?/u;
// "submitted by {submitter}": the place of a value with the words that lead to it.
const SUBMITTER = /(?:\s+submitted)?(?:\s+(?:by|from))?\s*\{submitter\}/u;
// "– written evidence –": what is left hanging at either end.
const LOOSE_ENDS = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;

/**
 * The line that says what this is and from whom: the profile's pattern with what is known filled in and what is not left
 * out tidily.
 *
 *     "Written evidence submitted by {submitter} ({reference})" without a reference
 *     "Written evidence submitted by The Name of the Body"
 */
export function composeEvidenceLine({heading}: Profile, {submitter, reference}: FrontMatter): string {
  const withReference = fill(heading.value, REFERENCE, '{reference}', reference);
  return fill(withReference, SUBMITTER, '{submitter}', submitter).replaceAll(LOOSE_ENDS, '');
}

/**
 * "November 2003", or "5 November 2003" where the day is known, in the language of the text; `undefined` without a date.
 */
export function composeDateLine(issued: IssuedDate | undefined, language: string): string | undefined {
  if (issued === undefined) return undefined;
  const {year, month, day} = issued;
  if (language === BRITISH_ENGLISH) {
    return [day, BRITISH_MONTHS[month - 1], year].filter(part => part !== undefined).join(' ');
  }
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const [locale = BRITISH_ENGLISH] = Intl.DateTimeFormat.supportedLocalesOf(language);
  const form = {
    ...(day === undefined ? {} : {day: 'numeric' as const}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(locale, form).format(date);
}

const BRITISH_ENGLISH = 'en-GB';

function fill(pattern: string, whole: RegExp, place: string, value: string | undefined): string {
  return value === undefined ? pattern.replace(whole, '') : pattern.replace(place, () => value);
}
