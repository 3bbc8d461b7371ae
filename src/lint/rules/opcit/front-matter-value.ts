import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const frontMatterValue: Rule = defineRule({
  code: 'front-matter-value',
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a front matter value that opcit cannot use: a date that no calendar has, a capacity that is none of the three.',
    why: 'The value would be ignored, and the output would say something else than you wrote.',
    instead: 'Write one of the values that the message names.',
  },
  check: passOn('front-matter-value'),
});
