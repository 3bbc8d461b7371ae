import type {Paragraph, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
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
    typed: /^\d{1,4}$/u.test(number) ? Number(number) : undefined,
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

// A line that opens or closes a container: ":::box{number=1}", ":::".
const FENCE_LINE = /^[ \t]*:::+/u;

// What a container's closing line is: colons and nothing else.
const CLOSING_LINE = /(?:^|\n|\r)[ \t>]*:::+[ \t]*$/u;

/**
 * Boxes that Markdown cannot read as the author meant them: one never closed swallows the rest of the text, one whose
 * opening line has a slip (`:::box{title="no end}`) stays a paragraph.
 */
export function reportMalformedBoxes(root: Root, source: SourceText, diagnostics: Diagnostic[]): void {
  const report = (span: Span, message: string, help: string): void => {
    diagnostics.push({code: 'box-malformed', severity: 'error', path: source.path, span, message, help});
  };
  visit(root, node => {
    if (node.type === 'containerDirective') {
      const span = spanOfNode(node);
      if (CLOSING_LINE.test(source.text.slice(span.start, span.end))) return;
      report(
        firstLine(source.text, span),
        `Unexpected end of the text in \`:::${node.name}\`, expected its closing line`,
        'Close the box with a line of three colons; until then everything after it stands inside the box.',
      );
    }
    if (node.type === 'paragraph') {
      const span = spanOfNode(node);
      const line = firstLine(source.text, span);
      const text = source.text.slice(line.start, line.end);
      if (!FENCE_LINE.test(text)) return;
      report(
        line,
        `Unexpected \`${text.trim()}\`, expected a line that opens or closes a box`,
        'A box opens with :::box{number=1 title="…"} on a line of its own and closes with ::: on another.',
      );
    }
  });
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

function firstLine(source: string, span: Span): Span {
  const end = source.slice(span.start, span.end).search(/[\r\n]/u);
  return end === -1 ? span : {start: span.start, end: span.start + end};
}
