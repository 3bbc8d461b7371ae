import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const frontMatterSyntax: Rule = defineRule({
  code: 'front-matter-syntax',
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds front matter that is not YAML: a tab, an unclosed quote, a colon inside a value, a key given twice, or front matter that does not begin the file.',
    why: 'Title, submitter, date and limits are read from it; what cannot be read is not there.',
    instead:
      'Write one `key: value` on each line between the two lines `---`, and put a value with a colon between double quotes.',
  },
  check: passOn('front-matter-syntax'),
});
