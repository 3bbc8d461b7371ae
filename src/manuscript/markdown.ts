import type {Root} from 'mdast';
import {directiveFromMarkdown} from 'mdast-util-directive';
import {directive} from 'micromark-extension-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {visit} from 'unist-util-visit';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Markdown → mdast whose offsets are those of the file as it is on disk.
 *
 * micromark drops a byte-order mark before it counts, so every place of such a file is moved by one here.
 */
export function parseMarkdown(text: string): Root {
  const root = processor.parse(text);
  if (!text.startsWith(BYTE_ORDER_MARK)) return root;
  visit(root, node => {
    if (node.position === undefined) return;
    for (const point of [node.position.start, node.position.end]) {
      if (point.offset !== undefined) point.offset += 1;
      if (point.line === 1) point.column += 1;
    }
  });
  return root;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(remarkFrontmatter, ['yaml'])
  .use(containerDirectives)
  .freeze();

/**
 * Container directives (`:::box{…}` … `:::`) and no other kind: in running text a colon is a colon, so that
 * `10:1`, `Source:GRAD` and `cf:see` stay what the author typed.
 */
function containerDirectives(this: Processor): undefined {
  const data = this.data() as {micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[]};
  const colon = ':'.charCodeAt(0);
  const flow = directive().flow?.[colon];
  const container = Array.isArray(flow) ? flow[0] : flow;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({flow: {[colon]: container}});
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(directiveFromMarkdown());
}
