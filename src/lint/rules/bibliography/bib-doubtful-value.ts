import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibDoubtfulValue: Rule = defineRule({
  code: 'bib-doubtful-value',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds names that “and” does not part, an “and” without a name beside it, and a year or date that no calendar has: `Jones, Bob; Kay, Cy`, `19999`, `2001-13-45`.',
    why: 'Cites are matched by names and year, and both are printed as they are read: two authors become one, and the wrong year stands in the list of works.',
    instead: 'Part names by “and”, put the name of a body into braces of its own, and correct the date.',
    convention:
      'Names as BibTeX parts them (Patashnik, *BibTeXing*, 1988), dates as in ISO 8601-2 (the BibLaTeX manual on date fields).',
  },
  check: passOn('bib-doubtful-value'),
});
