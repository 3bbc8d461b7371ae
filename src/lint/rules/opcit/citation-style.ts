import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const citationStyle: Rule = defineRule({
  code: 'citation-style',
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a `citations: csl:<style>` whose style is not there, is no style, or only stands for another one.',
    why: 'Without its style no citekey can be written out.',
    instead:
      'Name a style that comes with opcit — `oscola`, `chicago-notes`, `mhra`, `journal-of-applied-philosophy` (with *op. cit.*), `apa` — or the path of a `.csl` file inside the project, counted from the manuscript.',
    convention:
      'Styles are files of the [Citation Style Language 1.0.2](https://docs.citationstyles.org/en/stable/specification.html). Of a dependent style, which only names its parent, take the parent.',
  },
  check: passOn('citation-style'),
});
