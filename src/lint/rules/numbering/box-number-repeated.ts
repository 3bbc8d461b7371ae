import {numbersOfMalformed} from '../../malformed-box.ts';
import {findNumberFaults} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const boxNumberRepeated: Rule = defineRule({
  code: 'box-number-repeated',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a box number that stands twice.',
    why: '“See box 2” must mean one box.',
    instead: 'Give each box its own number, in one run through the whole text.',
  },
  *check({manuscript, reading}) {
    const {boxes, source} = manuscript;
    for (const {kind, index, until, expected} of findNumberFaults(
      boxes.map(box => box.typed ?? box.expected),
      numbersOfMalformed(manuscript, reading),
    )) {
      const box = boxes[index];
      if (kind !== 'repeated' || box === undefined) continue;
      const number = box.typed ?? box.expected;
      const twin = boxes.find(
        (one, place) => (one.typed ?? one.expected) === number && (place < index || place >= until),
      );
      const isSecond = twin === undefined || twin.opening.start < box.opening.start;
      yield {
        span: box.opening,
        message: `Unexpected ${isSecond ? 'second box' : 'box number'} ${quote(String(number))}, expected ${expected === undefined ? 'a number of its own' : quote(String(expected))}`,
        help: 'Give it a number of its own, and correct the references to it.',
        ...(twin === undefined
          ? {}
          : {
              related: [
                {
                  path: source.path,
                  span: twin.opening,
                  message: `box ${number} is here ${isSecond ? 'already' : 'as well'}`,
                },
              ],
            }),
      };
    }
  },
});
