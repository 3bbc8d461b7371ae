import {findParagraphFaults, isYear} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const paragraphNumberSkipped: Rule = defineRule({
  code: 'paragraph-number-skipped',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a paragraph number that leaves one out: 4 after 2, where no paragraph is numbered 3. The numbers after it are not reported again.',
    why: 'Committees, clerks and other witnesses cite evidence by paragraph. A missing number looks like a missing paragraph.',
    instead:
      'Put the paragraph back or number the rest anew. opcit never renumbers, since others may have cited the numbers.',
    convention:
      'Numbers run on through headings and boxes; the House of Commons asks for numbered paragraphs in its guidance on written evidence.',
  },
  *check({manuscript}) {
    const {frontMatter, paragraphs, source} = manuscript;
    if (frontMatter.paragraphs === 'automatic') return;
    for (const {kind, index, expected} of findParagraphFaults(manuscript)) {
      const paragraph = paragraphs[index];
      if (kind !== 'skipped' || paragraph === undefined || expected === undefined) continue;
      const before = paragraphs[index - 1];
      yield {
        span: paragraph.marker,
        message: `Unexpected paragraph number ${quote(String(paragraph.typed))}, expected ${quote(String(expected))}`,
        help: isYear(paragraph.typed)
          ? `If ${paragraph.typed} is a year that begins a line, write ${quote(`${paragraph.typed}\\.`)}; else put paragraph ${expected} back, or number the rest anew.`
          : `No paragraph is numbered ${expected}; put it back, or number the rest anew.`,
        ...(before === undefined
          ? {}
          : {
              related: [
                {
                  path: source.path,
                  span: before.marker,
                  message: `paragraph ${before.typed} is the one before`,
                },
              ],
            }),
      };
    }
  },
});
