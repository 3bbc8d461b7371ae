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
    const number = (index: number): number | undefined => paragraphs[index]?.typed;
    for (const {kind, index, until} of findParagraphFaults(manuscript)) {
      const paragraph = paragraphs[index];
      if (kind !== 'moved' || paragraph === undefined) continue;
      const those =
        until - index > 1
          ? `paragraphs ${quote(String(paragraph.typed))} to ${quote(String(number(until - 1)))}`
          : `paragraph ${quote(String(paragraph.typed))}`;
      yield {
        span: paragraph.marker,
        message: `Unexpected ${those} ${between(number(index - 1), number(until))}, expected numbers that go up`,
        help: isYear(paragraph.typed)
          ? `If ${paragraph.typed} is a year that begins a line, write ${quote(`${paragraph.typed}\\.`)}; else move the paragraph back to its place.`
          : 'Move it back to its place, or number the paragraphs anew.',
      };
    }
  },
});

function between(before: number | undefined, after: number | undefined): string {
  if (before === undefined) return `before ${quote(String(after))}`;
  return after === undefined
    ? `after ${quote(String(before))}`
    : `between ${quote(String(before))} and ${quote(String(after))}`;
}
