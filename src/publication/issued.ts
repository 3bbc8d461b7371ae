import type {IssuedDate, Manuscript} from '../manuscript/types.ts';
import type {Reported} from '../text/diagnostic.ts';
import {slice} from '../text/span.ts';

const NO_DATE: IssuedDate = {year: 1970, month: 1, day: undefined};

/**
 * The date of the submission, from its front matter. Without one a submission is reported and must not be written;
 * a draft takes the date that the caller gives, for there is no clock here.
 *
 * A date that cannot be read was reported when the front matter was read, and is not reported again.
 */
export function readIssued(
  {frontMatter, source}: Manuscript,
  isDraft: boolean,
  fallback: IssuedDate | undefined,
): Reported<IssuedDate> {
  if (frontMatter.date !== undefined) return {value: frontMatter.date, diagnostics: []};
  const value = fallback ?? NO_DATE;
  const place = frontMatter.places.get('date');
  // The place of a blank value is that of its key.
  if (place !== undefined && slice(source.text, place) !== 'date') return {value, diagnostics: []};
  const start = frontMatter.span?.start ?? 0;
  return {
    value,
    diagnostics: [
      {
        code: 'missing-date',
        severity: isDraft ? 'warning' : 'error',
        path: source.path,
        span: place ?? {start, end: start},
        message: 'Unexpected submission without a date, expected `date:` in the front matter',
        help: 'Write the month in which the evidence is submitted, as in `date: 2003-11`.',
      },
    ],
  };
}
