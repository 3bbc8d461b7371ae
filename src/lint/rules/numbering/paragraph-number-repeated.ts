import {findParagraphFaults} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const paragraphNumberRepeated: Rule = defineRule({
  code: 'paragraph-number-repeated',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a paragraph number that stands twice. Where the numbers begin anew, under a heading for instance, that is one finding.',
    why: '“Paragraph 7” must mean one paragraph.',
    instead: 'Give each paragraph its own number, in one run through the whole text.',
  },
  *check({manuscript}) {
    const {frontMatter, paragraphs, source} = manuscript;
    if (frontMatter.paragraphs === 'automatic') return;
    for (const {kind, index, until, expected} of findParagraphFaults(manuscript)) {
      const paragraph = paragraphs[index];
      if (kind !== 'repeated' || paragraph === undefined) continue;
      const due = expected ?? paragraph.expected;
      const twin = paragraphs.find(
        ({typed}, place) => typed === paragraph.typed && (place < index || place >= until),
      );
      const isSecond = twin === undefined || twin.marker.start < paragraph.marker.start;
      yield {
        span: paragraph.marker,
        message: `Unexpected ${isSecond ? 'second paragraph' : 'paragraph number'} ${quote(String(paragraph.typed))}, expected ${due === paragraph.typed ? 'a number of its own' : quote(String(due))}`,
        help:
          until - index > 1
            ? `The numbers begin anew here, for ${until - index} paragraphs; let them run on from ${paragraphs[index - 1]?.typed ?? 0}.`
            : 'Give it a number of its own, and the paragraphs after it the numbers that follow.',
        ...(twin === undefined
          ? {}
          : {
              related: [
                {
                  path: source.path,
                  span: twin.marker,
                  message: `paragraph ${twin.typed} is here ${isSecond ? 'already' : 'as well'}`,
                },
              ],
            }),
      };
    }
  },
});
