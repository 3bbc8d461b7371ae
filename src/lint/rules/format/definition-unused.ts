import {findLostDefinitions, type LostDefinition} from '../../../manuscript/lost-definitions.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const definitionUnused: Rule = defineRule({
  code: 'definition-unused',
  group: 'format',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a line such as `[see]: http://example.org (a title)`, which Markdown reads as the address of a link, where no link `[see]` calls it, an earlier line has its label, or what it holds is no address.',
    why: 'Such a line is not printed. What was meant as a note or as words for the reader vanishes.',
    instead:
      'Write a note as `[^1]: Smith, A (2010) …`; begin a line of words with anything but a bracket and a colon behind it, or put a backslash before the bracket.',
  },
  *check({manuscript}) {
    for (const definition of findLostDefinitions(manuscript)) {
      const {span, label} = definition;
      yield {
        span,
        message: `Unexpected ${quote(slice(manuscript.source.text, span))}, expected ${describe(definition)}`,
        help: `It is not printed: remove it, or write [^${label}]: for a note, or \\[${label}]: for words of the text.`,
      };
    }
  },
});

function describe({fault, label}: LostDefinition): string {
  switch (fault) {
    case 'unused':
      return `a link ${quote(`[${label}]`)} that calls it`;
    case 'repeated':
      return 'one address for each label';
    case 'no-address':
      return 'the address of a link';
  }
}
