import {isMalformed} from '../../malformed-box.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxWithoutTitle: Rule = defineRule({
  code: 'box-without-title',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a box without a title.',
    why: 'A box is read apart from the argument, and is looked for by its title.',
    instead: 'Write `title="…"` in its opening line.',
  },
  *check({manuscript, reading}) {
    for (const box of manuscript.boxes) {
      if ((box.title ?? '').trim() !== '' || isMalformed(box, reading)) continue;
      yield {
        span: box.opening,
        message: `Unexpected box ${quote(String(box.typed ?? box.expected))} without a title, expected ${quote('title="…"')}`,
        help: `Write ${quote(`:::box{number=${box.typed ?? box.expected} title="…"}`)}.`,
      };
    }
  },
});
