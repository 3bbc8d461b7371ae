import type {RootContent} from 'mdast';
import type {Manuscript} from '../../../manuscript/types.ts';
import {contains, type Span} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const paragraphUnnumbered: Rule = defineRule({
  code: 'paragraph-unnumbered',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a paragraph without a number directly under a heading, between paragraphs that have numbers. Plain paragraphs, bullets and quotations under a numbered paragraph belong to it and are left alone, as is what stands before the first number or after the last.',
    why: 'It cannot be cited, and it mostly means that a number was forgotten.',
    instead: 'Number it, or join it to the paragraph before.',
  },
  *check({manuscript}) {
    const {frontMatter, paragraphs, root, source} = manuscript;
    const first = paragraphs[0];
    const last = paragraphs.at(-1);
    if (frontMatter.paragraphs === 'automatic' || first === undefined || last === undefined) return;
    let before: RootContent | undefined;
    for (const node of root.children) {
      const isUnderHeading = before?.type === 'heading';
      if (node.type !== 'html') before = node;
      if (!isUnderHeading || node.type !== 'paragraph' || isPicture(node)) continue;
      const span = {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0};
      if (span.start < first.span.start || span.start > last.span.start) continue;
      if (isElsewhere(span, manuscript)) continue;
      const line = firstLine(source.text, span);
      yield {
        span: line,
        message: `Unexpected paragraph without a number ${quote(source.text.slice(line.start, line.end))}, expected a number before it`,
        help: 'Number it as the others are, or move it under the paragraph to which it belongs.',
      };
    }
  },
});

function isPicture({children}: Extract<RootContent, {readonly type: 'paragraph'}>): boolean {
  return children.every(({type}) => type === 'image' || type === 'imageReference' || type === 'html');
}

/** In a box or a numbered paragraph, or with a number that has its own finding. */
function isElsewhere(span: Span, {boxes, paragraphs, unreadNumbers, typedNotes}: Manuscript): boolean {
  return (
    [...unreadNumbers.map(({marker}) => marker), ...typedNotes.map(note => note.span)].some(
      ({start}) => span.start <= start && start < span.start + 1,
    ) ||
    boxes.some(box => contains(box.span, span)) ||
    paragraphs.some(paragraph => contains(paragraph.span, span))
  );
}

function firstLine(text: string, span: Span): Span {
  const length = text.slice(span.start, span.end).search(/[\r\n]/u);
  return length === -1 ? span : {start: span.start, end: span.start + length};
}
