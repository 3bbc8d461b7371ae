import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const nestedTooDeep: Rule = defineRule({
  code: 'nested-too-deep',
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds quotations and lists that stand a hundred deep inside each other, and more than fifty boxes open at once.',
    why: 'No person writes so; it comes of a slip of a program, or of a text that means harm. What goes deeper is not read.',
    instead: 'Take the signs away at the start of the line, and close each box where it ends.',
  },
  check: passOn('nested-too-deep'),
});
