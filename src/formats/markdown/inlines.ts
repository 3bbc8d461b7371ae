import type {PhrasingContent, Text} from 'mdast';
import type {Inline, InlineOf} from '../../publication/types.ts';
import {writeLabel} from './label.ts';

type InlineWriters = {
  readonly [Type in Inline['type']]: (inline: InlineOf<Type>) => readonly PhrasingContent[];
};

const WRITERS: InlineWriters = {
  text: ({value}) => [{type: 'text', value}],
  emphasis: ({children}) => [{type: 'emphasis', children: writePhrasing(children)}],
  strong: ({children}) => [{type: 'strong', children: writePhrasing(children)}],
  deleted: ({children}) => [{type: 'delete', children: writePhrasing(children)}],
  'code-inline': ({value}) => [{type: 'inlineCode', value}],
  link: ({url, children}) => [{type: 'link', url, children: writePhrasing(children)}],
  // Plain text: whoever reads the file as a manuscript finds what it refers to by its words.
  'cross-reference': ({value}) => [{type: 'text', value}],
  'note-reference': ({number}) => [{type: 'footnoteReference', identifier: `${number}`, label: `${number}`}],
  finding: writeFinding,
  'line-break': () => [{type: 'break'}],
};

/**
 * The inlines of a paragraph, a heading, a cell or a title, without the white space that a comment left at either end:
 * Markdown would have to spell it out.
 */
export function writeInlines(inlines: readonly Inline[]): PhrasingContent[] {
  const written = writePhrasing(inlines);
  change(written, 0, withoutLeadingSpace);
  change(written, written.length - 1, withoutTrailingSpace);
  return partNotesFromColons(written.filter(node => !isPlain(node) || node.value !== ''));
}

/** A call of a note at the head of a line with a colon behind it would be the note itself: `[^1]: …`. */
function partNotesFromColons(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): readonly PhrasingContent[] => {
    const before = nodes[index - 2];
    const isBehindFirst = before === undefined || before.type === 'break';
    if (!isPlain(node) || nodes[index - 1]?.type !== 'footnoteReference' || !isBehindFirst) return [node];
    if (!node.value.startsWith(':')) return [node];
    return [
      {type: 'text', value: '\\:', data: {isLabel: true}},
      {...node, value: node.value.slice(1)},
    ];
  });
}

// "  one", "one  "
const LEADING_SPACE = /^[ \t]+/u;
const TRAILING_SPACE = /(?<![ \t])[ \t]+$/u;

/** A text without the spaces at its ends that Markdown would not keep; one that breaks no line is kept. */
export function withoutOuterSpace(text: string): string {
  return withoutLeadingSpace(withoutTrailingSpace(text));
}

function withoutLeadingSpace(text: string): string {
  return text.replace(LEADING_SPACE, '');
}

function withoutTrailingSpace(text: string): string {
  return text.replace(TRAILING_SPACE, '');
}

function change(nodes: PhrasingContent[], index: number, how: (value: string) => string): void {
  const node = nodes[index];
  if (isPlain(node)) nodes[index] = {...node, value: how(node.value)};
}

/**
 * Neighbouring texts are joined, since what has to be escaped depends on what stands beside it; so is code, whose marks
 * would touch.
 */
function writePhrasing(inlines: readonly Inline[]): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  for (const node of inlines.flatMap(inline => writeInline(inline))) {
    const last = written.at(-1);
    if (isPlain(node) && isPlain(last)) {
      written[written.length - 1] = {type: 'text', value: last.value + node.value};
    } else if (node.type === 'inlineCode' && last?.type === 'inlineCode') {
      written[written.length - 1] = {type: 'inlineCode', value: last.value + node.value};
    } else {
      written.push(node);
    }
  }
  return written;
}

function isPlain(node: PhrasingContent | undefined): node is Text {
  return node?.type === 'text' && node.data === undefined;
}

function writeInline<Type extends Inline['type']>(inline: InlineOf<Type>): readonly PhrasingContent[] {
  const write: InlineWriters[Type] = WRITERS[inline.type as Type];
  return write(inline);
}

/** The words that a finding concerns, then its label; a mark without words stands before the words that follow. */
function writeFinding({number, code, hasLabel, children}: InlineOf<'finding'>): readonly PhrasingContent[] {
  const words = writePhrasing(children);
  if (!hasLabel) return words;
  const space: PhrasingContent = {type: 'text', value: ' '};
  const label = writeLabel(number, code);
  return words.length === 0 ? [label, space] : [...words, space, label];
}
