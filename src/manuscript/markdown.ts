import type {Root} from 'mdast';
import {directiveFromMarkdown} from 'mdast-util-directive';
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote';
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {directive} from 'micromark-extension-directive';
import {gfmFootnote} from 'micromark-extension-gfm-footnote';
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough';
import {gfmTable} from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {visit} from 'unist-util-visit';
import {findLeadingComments, maskComments, restoreComments} from './leading-comments.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Markdown → mdast whose offsets are those of the file as it is on disk.
 *
 * A comment at the start of a line of text is HTML inside that line; CommonMark would take the line with it.
 */
export function parseMarkdown(text: string): Root {
  const comments = findLeadingComments(text);
  const root = processor.parse(maskComments(text, comments));
  moveBehindMark(root, text);
  restoreComments(root, text, comments);
  return root;
}

/** micromark drops a byte-order mark before it counts, so every place of such a file is moved by one. */
function moveBehindMark(root: Root, text: string): void {
  if (!text.startsWith(BYTE_ORDER_MARK)) return;
  visit(root, node => {
    if (node.position === undefined) return;
    for (const point of [node.position.start, node.position.end]) {
      if (point.offset !== undefined) point.offset += 1;
      if (point.line === 1) point.column += 1;
    }
  });
}

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(extensions).freeze();

/**
 * What a manuscript may have beyond CommonMark: the notes, tables and strike-through of remark-gfm, and container
 * directives (`:::box{…}` … `:::`).
 *
 * No other kind of directive: in running text a colon is a colon, so that `10:1`, `Source:GRAD` and `cf:see` stay what
 * the author typed. The parts of remark-gfm are named one by one because its fifth, bare web addresses, looks at every
 * letter of the text and takes a third of the time of parsing; `publication/` makes links of addresses.
 */
function extensions(this: Processor): undefined {
  const data = this.data() as {micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[]};
  const colon = ':'.charCodeAt(0);
  const flow = directive().flow?.[colon];
  const container = Array.isArray(flow) ? flow[0] : flow;
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmFootnote(),
    gfmTable(),
    gfmStrikethrough({singleTilde: false}),
    {flow: {[colon]: container}},
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    directiveFromMarkdown(),
  ];
}
