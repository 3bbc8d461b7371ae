import {findParagraphFaults, isYear} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const paragraphOutOfOrder: Rule = defineRule({
  code: 'paragraph-out-of-order',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a numbered paragraph that stands elsewhere than its number says: 4 between 2 and 3.',
    why: 'A paragraph was moved and kept its number; whoever looks it up passes it by.',
    instead: 'Move it back, or number the paragraphs anew.',
  },
  *check({manuscript}) {
    const {frontMatter, paragraphs} = manuscript;
    if (frontMatter.paragraphs === 'automatic') return;
    const numbers = paragraphs.map(({typed}) => typed);
    for (const {kind, index, until} of findParagraphFaults(manuscript)) {
      const paragraph = paragraphs[index];
      if (kind !== 'moved' || paragraph === undefined) continue;
      const those =
        until - index > 1
          ? `paragraphs ${quote(String(paragraph.typed))} to ${quote(String(numbers[until - 1]))}`
          : `paragraph ${quote(String(paragraph.typed))}`;
      yield {
        span: paragraph.marker,
        message: `Unexpected ${those} ${placeOf(numbers, index, until)}, expected numbers that go up`,
        help: isYear(paragraph.typed)
          ? `If ${paragraph.typed} is a year that begins a line, write ${quote(`${paragraph.typed}\\.`)}; else move the paragraph back to its place.`
          : 'Move it back to its place, or number the paragraphs anew.',
      };
    }
  },
});

/** Where the numbers from `index` to `until` stand, by those that they do not go up with. */
function placeOf(numbers: readonly number[], index: number, until: number): string {
  const around = numbers.slice(Math.max(0, index - 1), until + 1);
  if (!goesUp(around)) return between(numbers[index - 1], numbers[until]);
  const [first = 0, last = 0] = [numbers[index], numbers[until - 1]];
  const higher = numbers.slice(0, index).findLast(number => number > first);
  return between(
    higher,
    higher === undefined ? numbers.slice(until).find(number => number < last) : undefined,
  );
}

function goesUp(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function between(before: number | undefined, after: number | undefined): string {
  if (before === undefined) return `before ${quote(String(after))}`;
  return after === undefined
    ? `after ${quote(String(before))}`
    : `between ${quote(String(before))} and ${quote(String(after))}`;
}
