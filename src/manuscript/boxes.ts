import type {Paragraph, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import {expectNext} from './numbering.ts';
import {plainTextOf} from './plain-text.ts';
import type {Box} from './types.ts';

// The first words of a source line: "Source: …", "Sources: …".
const SOURCE_LINE = /^Sources?\s*:/iu;

// The title of a box typed as a paragraph: "Box 2. A title", "BOX 3: A title", "Box 4 – A title".
const TYPED_TITLE = /^Box\s+(\d{1,4})\s*(?:[.:]|\s[–—-])\s*(\S.*)$/iu;

// A title is a line, not an argument: what is longer than this is a sentence that happens to begin with "Box 2."
const LONGEST_TITLE = 160;

/** What a box may have for a number: "1". */
export const BOX_NUMBER: RegExp = /^\d{1,4}$/u;

/** Every box in the order of the text, directives and typed ones. */
export function readBoxes(root: Root, source: string): readonly Box[] {
  const found: (Omit<Box, 'expected'> & {readonly typed: number | undefined})[] = [];
  root.children.forEach((node, index) => {
    if (node.type === 'containerDirective' && node.name === 'box') found.push(readDirective(node, source));
    if (node.type === 'paragraph') {
      const typed = readTypedBox(root.children, index, source);
      if (typed !== undefined) found.push(typed);
    }
  });
  const expect = expectNext();
  return found.map(box => ({...box, expected: expect(box.typed)}));
}

function readDirective(node: ContainerDirective, source: string): Omit<Box, 'expected'> {
  const span = spanOfNode(node);
  const label = node.children.find(isDirectiveLabel);
  const contents = node.children.filter(child => child !== label);
  const sourceLine = contents.findLast((child): child is Paragraph => isSourceLine(child, source));
  const number = node.attributes?.['number'] ?? '';
  return {
    form: 'directive',
    typed: BOX_NUMBER.test(number) ? Number(number) : undefined,
    title: node.attributes?.['title'] ?? (label === undefined ? undefined : plainTextOf(label, source).value),
    span,
    opening: firstLine(source, span),
    blocks: contents.filter(child => child !== sourceLine),
    sourceLine,
  };
}

/**
 * A box that an author typed as plain paragraphs: a title line, then its contents up to the source line. Without a
 * source line nobody can say where it ends, and it is its title alone.
 */
function readTypedBox(
  siblings: readonly RootContent[],
  index: number,
  source: string,
): Omit<Box, 'expected'> | undefined {
  const title = siblings[index];
  if (title?.type !== 'paragraph') return undefined;
  const text = plainTextOf(title, source).value.trim();
  const match = TYPED_TITLE.exec(text);
  if (match === null || text.length > LONGEST_TITLE) return undefined;

  const rest = siblings.slice(index + 1);
  const stop = rest.findIndex(node => node.type === 'heading' || (node.type === 'list' && node.ordered));
  const reach = stop === -1 ? rest : rest.slice(0, stop);
  const nextTitle = reach.findIndex(
    node => node.type === 'paragraph' && TYPED_TITLE.test(plainTextOf(node, source).value.trim()),
  );
  const within = nextTitle === -1 ? reach : reach.slice(0, nextTitle);
  const end = within.findIndex(node => isSourceLine(node, source));
  const sourceLine = within[end];
  return {
    form: 'typed',
    typed: Number(match[1]),
    title: match[2]?.trim(),
    span: {start: spanOfNode(title).start, end: spanOfNode(sourceLine ?? title).end},
    opening: spanOfNode(title),
    blocks: end === -1 ? [] : within.slice(0, end),
    sourceLine: sourceLine?.type === 'paragraph' ? sourceLine : undefined,
  };
}

function isSourceLine(node: RootContent, source: string): node is Paragraph {
  return node.type === 'paragraph' && SOURCE_LINE.test(plainTextOf(node, source).value.trimStart());
}

function isDirectiveLabel(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    (node.data as {directiveLabel?: boolean} | undefined)?.directiveLabel === true
  );
}

/** The first line of a span. */
export function firstLine(source: string, span: Span): Span {
  const end = source.slice(span.start, span.end).search(/[\r\n]/u);
  return end === -1 ? span : {start: span.start, end: span.start + end};
}
