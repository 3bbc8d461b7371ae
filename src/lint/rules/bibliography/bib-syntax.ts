import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibSyntax: Rule = defineRule({
  code: 'bib-syntax',
  group: 'bibliography',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds what cannot be read in a bibliography: an entry never closed, a missing comma, a value without braces or quotes.',
    why: 'What stands behind the fault is lost to its entry, and cites of the work may no longer fit it. The entries around it are still read.',
    instead: 'Close the braces and separate the fields by commas.',
  },
  check: passOn('bib-syntax'),
});
