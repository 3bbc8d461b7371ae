import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxMalformed: Rule = defineRule({
  code: 'box-malformed',
  group: 'numbering',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds a box that cannot be read as one: never closed, under another name (`:::note`), inside a list, a quotation or another box, with a number in words or an attribute that is none; and a line of colons that opens or closes nothing.',
    why: 'It would be printed among the paragraphs, colons and all, without a frame and without a number to refer to. Of a box that is never closed nobody can say where it ends.',
    instead:
      'Open a box with `:::box{number=1 title="…"}` and close it with `:::`, each on a line of its own.',
  },
  check: passOn('box-malformed'),
});
