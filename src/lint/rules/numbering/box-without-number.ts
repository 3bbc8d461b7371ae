import type {Box} from '../../../manuscript/types.ts';
import {slice} from '../../../text/span.ts';
import {isMalformed} from '../../malformed-box.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const boxWithoutNumber: Rule = defineRule({
  code: 'box-without-number',
  group: 'numbering',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a box without a number.',
    why: 'It is printed without one, and nobody can refer to it.',
    instead: 'Write `number=1`, or the number that follows, in its opening line.',
  },
  *check({manuscript, reading}) {
    for (const box of manuscript.boxes) {
      if (box.typed !== undefined || isMalformed(box, reading)) continue;
      yield {
        span: box.opening,
        message: `Unexpected box without a number, expected ${quote(`number=${box.expected}`)}`,
        help: `Write ${quote(`:::box{number=${box.expected} title="…"}`)}.`,
        fix: numberFix(box, manuscript.source.text),
      };
    }
  },
});

// What stands before the attributes of a box: ":::box{", ":::box[A title]{".
const BEFORE_ATTRIBUTES = /^\s*:::+box(?:\[[^\]]*\])?\{/u;

function numberFix({opening, expected}: Box, text: string): NonNullable<Finding['fix']> {
  const line = slice(text, opening);
  const before = BEFORE_ATTRIBUTES.exec(line)?.[0];
  const at = opening.start + (before ?? line.trimEnd()).length;
  return {
    title: `Make it box ${expected}`,
    applicability: 'review',
    edits: [
      {
        span: {start: at, end: at},
        insert: before === undefined ? `{number=${expected}}` : `number=${expected} `,
      },
    ],
  };
}
