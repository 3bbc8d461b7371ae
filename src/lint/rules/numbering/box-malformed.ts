import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxMalformed: Rule = defineRule({
  code: 'box-malformed',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a box that is never closed, and a line of colons that opens or closes nothing.',
    why: 'An open box swallows the rest of the text; a slip in its first line leaves it among the paragraphs.',
    instead:
      'Open a box with `:::box{number=1 title="…"}` and close it with `:::`, each on a line of its own.',
  },
  check: passOn('box-malformed'),
});
