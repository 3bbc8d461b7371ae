import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibDuplicateKey: Rule = defineRule({
  code: 'bib-duplicate-key',
  group: 'bibliography',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds two entries with one key.',
    why: 'A key must name one work. Of the two only the first is used.',
    instead: 'Give one of them another key, or remove it if both describe one work.',
  },
  check: passOn('bib-duplicate-key'),
});
