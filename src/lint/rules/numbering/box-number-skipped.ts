import {numbersOfMalformed} from '../../malformed-box.ts';
import {findNumberFaults} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxNumberSkipped: Rule = defineRule({
  code: 'box-number-skipped',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a box number that leaves one out, or a box that stands elsewhere than its number says.',
    why: 'A reader looks for the box that is missing.',
    instead: 'Put the box back, or number the rest anew and correct the references to them.',
  },
  *check({manuscript, reading}) {
    const {boxes, source} = manuscript;
    for (const {kind, index, expected} of findNumberFaults(
      boxes.map(box => box.typed ?? box.expected),
      numbersOfMalformed(manuscript, reading),
    )) {
      const box = boxes[index];
      if (kind === 'repeated' || box === undefined) continue;
      const number = box.typed ?? box.expected;
      const before = boxes[index - 1];
      yield {
        span: box.opening,
        message:
          expected === undefined
            ? `Unexpected box ${quote(String(number))} here, expected box numbers that go up`
            : `Unexpected box number ${quote(String(number))}, expected ${quote(String(expected))}`,
        help:
          expected === undefined
            ? 'Move the box to its place, or number the boxes anew and correct the references to them.'
            : `There is no box ${expected}; put it back, or number the rest anew and correct the references to them.`,
        ...(before === undefined
          ? {}
          : {related: [{path: source.path, span: before.opening, message: 'the box before is here'}]}),
      };
    }
  },
});
