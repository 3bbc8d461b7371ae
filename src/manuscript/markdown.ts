import type {Root, RootContent} from 'mdast';
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
import {compareSpans, type Span} from '../text/span.ts';
import {findLeadingComments, maskComments} from './leading-comments.ts';
import {findDeepNesting, flatten} from './nesting.ts';
import {spanOfNode} from './node-span.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Markdown → mdast whose offsets are those of the file as it is on disk.
 *
 * A comment at the start of a line of text is HTML inside that line; CommonMark would take the line with it.
 */
export function parseMarkdown(text: string): Root {
  const comments = findLeadingComments(text);
  const deep = findDeepNesting(text);
  const {root, flat, unclosed} = parseClosed(flatten(maskComments(text, comments), deep));
  moveBehindMark(root, text);
  restoreText(root, text, flat, [...comments, ...deep, ...unclosed]);
  return root;
}

/**
 * Puts what the author typed back into the nodes, where the text that was parsed had something else of the same length.
 *
 * @param flat the text that was parsed
 * @param places where the two differ
 */
function restoreText(root: Root, text: string, flat: string, places: readonly Span[]): void {
  if (places.length === 0) return;
  const sorted = [...places].sort(compareSpans);
  let next = 0;
  visit(root, node => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (!('value' in node) || from === undefined || to === undefined) return;
    while ((sorted[next]?.start ?? to) < from) next += 1;
    for (let place = sorted[next]; place !== undefined && place.end <= to; place = sorted[++next]) {
      const {start, end} = place;
      node.value = node.value.replace(flat.slice(start, end), () => text.slice(start, end));
    }
  });
}

interface Parsed {
  readonly root: Root;
  /** The text that was parsed in the end. */
  readonly flat: string;
  /** The colons of boxes that nobody closed. */
  readonly unclosed: readonly Span[];
}

/** How many boxes that are never closed are read as the line that opens them; a text with more is read as it stands. */
const MOST_UNCLOSED = 10;

/** A box that is never closed would hold all the rest of the text; so the line that opens it is read as text. */
function parseClosed(text: string): Parsed {
  const offset = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const colons: Span[] = [];
  let flat = text;
  let root = processor.parse(flat);
  while (colons.length < MOST_UNCLOSED) {
    const unclosed = root.children.find(node => isUnclosed(node, flat, offset));
    if (unclosed === undefined) break;
    const start = spanOfNode(unclosed).start + offset;
    const span = {start, end: start + flat.slice(start).search(/[^:]/u)};
    colons.push(span);
    flat = flatten(flat, [span]);
    root = processor.parse(flat);
  }
  return {root, flat, unclosed: colons};
}

// What a container's closing line is: colons and nothing else.
const CLOSING_LINE = /(?:^|\n|\r)[ \t>]*:::+[ \t]*$/u;

/**
 * Whether the closing line of a container is missing. Markdown gives the closing line of a second one, with as many
 * colons, to the first, and leaves the second open; it is the first that its author did not close.
 */
function isUnclosed(node: RootContent, text: string, offset: number): boolean {
  if (node.type !== 'containerDirective') return false;
  const source = (one: RootContent): string => {
    const {start, end} = spanOfNode(one);
    return text.slice(start + offset, end + offset);
  };
  const isOpen = (one: RootContent): boolean => !CLOSING_LINE.test(source(one));
  const width = (one: RootContent): number => source(one).search(/[^:]/u);
  return (
    isOpen(node) ||
    node.children.some(
      child => child.type === 'containerDirective' && isOpen(child) && width(child) === width(node),
    )
  );
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
