import {slice} from '../../../text/span.ts';
import {defineRule, type Rule} from '../../rule.ts';

/** The line that opens the front matter. */
const FENCE = '---';

export const missingDate: Rule = defineRule({
  code: 'missing-date',
  group: 'format',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a manuscript whose front matter gives no date.',
    why: 'Every date in the files comes from the front matter, so that the same text always gives the same file. Without it the evidence carries none.',
    instead: 'Write the month in which the evidence is submitted, as in `date: 2003-11`.',
    convention:
      'The House of Lords asks for a dated submission; published evidence mostly carries month and year under its heading.',
  },
  *check({manuscript, reading}) {
    const {frontMatter, source} = manuscript;
    // Front matter that cannot be read may give a date.
    if (reading.some(({code}) => code === 'front-matter-syntax')) return;
    // A text without front matter does not call itself a submission yet.
    if (frontMatter.span === undefined || frontMatter.date !== undefined) return;
    const place = frontMatter.places.get('date');
    // A date that cannot be read has its own finding; the place of a blank value is that of its key.
    if (place !== undefined && slice(source.text, place) !== 'date') return;
    const {start} = frontMatter.span;
    yield {
      span: place ?? {start, end: start + FENCE.length},
      message: 'Unexpected submission without a date, expected `date:` in the front matter',
      help: 'Write the month in which the evidence is submitted, as in `date: 2003-11`.',
    };
  },
});
