import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const frontMatterUnknownKey: Rule = defineRule({
  code: 'front-matter-unknown-key',
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a front matter key that opcit does not know.',
    why: 'A misspelt key would be passed over in silence, and the submission would go out without its date or its submitter.',
    instead: 'Correct the key; put remarks of your own after a `#`.',
  },
  check: passOn('front-matter-unknown-key'),
});
