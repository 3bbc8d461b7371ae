import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const imageInLine: Rule = defineRule({
  code: 'image-in-line',
  group: 'format',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an image inside a line of text.',
    why: 'A picture between words has no good place on a page, so its alternative text would be printed instead.',
    instead: 'Give the image a paragraph of its own.',
  },
  check: passOn('image-in-line'),
});
