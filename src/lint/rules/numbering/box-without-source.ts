import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxWithoutSource: Rule = defineRule({
  code: 'box-without-source',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a box without a paragraph that begins “Source:” or “Sources:”.',
    why: 'A box is read apart from the argument; without a source line its facts have none.',
    instead: 'End the box with a source line; “Source: own fieldwork” is one.',
  },
  *check({manuscript}) {
    for (const box of manuscript.boxes) {
      if (box.form === 'typed' || box.sourceLine !== undefined) continue;
      yield {
        span: box.opening,
        message: `Unexpected box ${quote(String(box.typed ?? box.expected))} without a source, expected a line that begins ${quote('Source:')}`,
        help: 'End the box with a paragraph “Source: …”; own work may be named too.',
      };
    }
  },
});
