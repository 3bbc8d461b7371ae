import type {
  ListItem,
  List as ListNode,
  Paragraph as ParagraphNode,
  RootContent,
  Table as TableNode,
  TableRow,
} from 'mdast';
import {visit} from 'unist-util-visit';
import {isImage, isImagesOnly} from '../manuscript/images.ts';
import {parseMarkdown} from '../manuscript/markdown.ts';
import {spanOfNode} from '../manuscript/node-span.ts';
import type {Span} from '../text/span.ts';
import type {Composition} from './composition.ts';
import {composeAltText, composeHtml, composeInlines, composeText} from './inlines.ts';
import type {ContainerDirective, IdentifiedBox, NumberedPart} from './numbering.ts';
import {cutText, placeText} from './places.ts';
import {isShown} from './published.ts';
import type {Block, BlockOf, Inline, TableCell} from './types.ts';

type Indent = BlockOf<'paragraph'>['indent'];

// The number of a list item, "17." or "17)".
const ITEM_NUMBER = /\d{1,9}/uy;

// The tick of a task, "[x] " or "[ ] ", which Markdown takes out of the text.
const TASK_TICK = /\[[ xX]\][ \t]/u;

/**
 * Markdown's blocks as those of the publication, in their order.
 *
 * @param indent 1 for what belongs to a numbered paragraph at top level
 */
export function composeBlocks(
  nodes: readonly RootContent[],
  composition: Composition,
  indent: Indent = 0,
): readonly Block[] {
  return nodes.flatMap(node => composeBlock(node, composition, indent));
}

/** One block of Markdown; a list with numbered paragraphs in it gives several, and what nobody sees gives none. */
export function composeBlock(node: RootContent, composition: Composition, indent: Indent): readonly Block[] {
  switch (node.type) {
    case 'heading': {
      const id = composition.headings.ids.get(node) ?? 'h-section';
      const children = composeInlines(node.children, composition);
      return [placed({type: 'heading', level: node.depth, id, children}, spanOfNode(node), composition)];
    }
    case 'paragraph':
      return composeParagraph(node, composition, indent);
    case 'list':
      return composeList(node, composition, indent);
    case 'blockquote':
      return [{type: 'quotation', indent, blocks: composeBlocks(node.children, composition)}];
    case 'table':
      return [composeTable(node, composition, indent)];
    case 'code':
      return [{type: 'code', indent, text: node.value}];
    case 'thematicBreak':
      return [{type: 'divider'}];
    case 'html': {
      if (!isShown(node)) return [];
      return [composeLine(composeHtml(node, composition), spanOfNode(node), composition, {indent})];
    }
    case 'containerDirective': {
      const box = composition.numbering.boxes.get(node);
      return box === undefined
        ? composeBlocks(node.children, composition, indent)
        : [composeBox(node, box, composition)];
    }
    default:
      // Front matter and definitions are not shown here; no other kind stands among blocks.
      return [];
  }
}

function composeParagraph(node: ParagraphNode, composition: Composition, indent: Indent): readonly Block[] {
  if (isImagesOnly(node)) {
    return node.children.filter(isImage).map(image => {
      const figure = composition.figures.get(image);
      if (figure !== undefined) return {...figure, indent};
      return composeLine([composeAltText(image, composition)], spanOfNode(image), composition, {indent});
    });
  }
  if (!node.children.some(isShown)) return [];
  const part = composition.numbering.paragraphs.get(node);
  const children = composeInlines(node.children, composition);
  return [
    composeLine(children, spanOfNode(node), composition, {indent: part === undefined ? indent : 0, part}),
  ];
}

/** A list; or, where items are numbered paragraphs, those, with the items between them as lists of their own. */
function composeList(node: ListNode, composition: Composition, indent: Indent): readonly Block[] {
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  let depth = indent;
  const endList = (): void => {
    const [first] = items;
    if (first === undefined) return;
    blocks.push({
      type: 'list',
      ordered: node.ordered === true,
      start: firstNumber(node, first, composition),
      indent: depth,
      items: items.map(item => ({blocks: composeItem(item, composition)})),
    });
    items = [];
  };
  for (const item of node.children) {
    const part = composition.numbering.paragraphs.get(item);
    if (part === undefined) {
      items.push(item);
      continue;
    }
    endList();
    blocks.push(...composeNumberedItem(item, part, composition));
    depth = 1;
  }
  endList();
  return blocks;
}

function firstNumber(list: ListNode, first: ListItem, {manuscript}: Composition): number {
  ITEM_NUMBER.lastIndex = spanOfNode(first).start;
  const typed = ITEM_NUMBER.exec(manuscript.source.text)?.[0];
  return typed === undefined ? (list.start ?? 1) : Number(typed);
}

function composeItem(item: ListItem, composition: Composition): readonly Block[] {
  const [first, ...rest] = item.children.filter(isShown);
  const tick = composeTick(item, composition);
  if (first?.type !== 'paragraph' || tick.length === 0) return composeBlocks(item.children, composition);
  const children = [...tick, ...composeInlines(first.children, composition)];
  return [
    composeLine(children, spanOfNode(item), composition, {indent: 0}),
    ...composeBlocks(rest, composition),
  ];
}

/**
 * A numbered paragraph: the first line of text in it carries the number, what else stands in the item is aligned with
 * it. Where the item begins with something that has no such line, such as a table, a line without words carries it.
 */
function composeNumberedItem(item: ListItem, part: NumberedPart, composition: Composition): readonly Block[] {
  const [first, ...rest] = item.children.filter(isShown);
  const {start} = spanOfNode(item);
  if (first?.type === 'paragraph' && !isImagesOnly(first)) {
    const children = [...composeTick(item, composition), ...composeInlines(first.children, composition)];
    return [
      composeLine(children, {start, end: spanOfNode(first).end}, composition, {indent: 0, part}),
      ...composeBlocks(rest, composition, 1),
    ];
  }
  const [head, ...others] = composeBlocks(item.children, composition, 1);
  if (head?.type === 'paragraph') {
    const end = first === undefined ? spanOfNode(item).end : spanOfNode(first).end;
    return [composeLine(head.children, {start, end}, composition, {indent: 0, part}), ...others];
  }
  const end = first === undefined ? spanOfNode(item).end : spanOfNode(first).start;
  const line = composeLine([], {start, end}, composition, {indent: 0, part});
  return head === undefined ? [line] : [line, head, ...others];
}

/** The tick of a task as its author typed it. */
function composeTick(item: ListItem, composition: Composition): readonly Inline[] {
  if (typeof item.checked !== 'boolean') return [];
  const {text} = composition.manuscript.source;
  const span = spanOfNode(item);
  const match = TASK_TICK.exec(text.slice(span.start, span.end));
  if (match === null) return [];
  const start = span.start + match.index;
  return composeText(placeText(match[0], text, {start, end: start + match[0].length}), composition);
}

function composeTable(node: TableNode, composition: Composition, indent: Indent): BlockOf<'table'> {
  const [header, ...rows] = node.children.map(row => composeRow(row, composition));
  return {
    type: 'table',
    indent,
    align: (node.align ?? []).map(side => side ?? undefined),
    header: header ?? [],
    rows,
  };
}

function composeRow(row: TableRow, composition: Composition): readonly TableCell[] {
  return row.children.map(cell => {
    const composed = {children: composeInlines(cell.children, composition)};
    composition.places.blocks.set(composed, spanOfNode(cell));
    return composed;
  });
}

/** A box; its source line goes to its foot only from there, so that nothing in a box changes its order. */
function composeBox(node: ContainerDirective, {box, id}: IdentifiedBox, composition: Composition): Block {
  const label = node.children.find(isDirectiveLabel);
  const isLabelTitle = node.attributes?.['title'] === undefined || node.attributes['title'] === null;
  const contents = node.children.filter(child => child !== label || !isLabelTitle);
  const last = contents.findLast(isShown);
  const isSourceLast = box.sourceLine !== undefined && last === box.sourceLine;
  const source = isSourceLast
    ? composeLine(
        composeInlines(box.sourceLine.children, composition),
        spanOfNode(box.sourceLine),
        composition,
        {indent: 0},
      )
    : undefined;
  const title =
    label !== undefined && isLabelTitle
      ? composeInlines(label.children, composition)
      : composeBoxTitle(box.title ?? '', box.opening, composition);
  const blocks = composeBlocks(
    contents.filter(child => !isSourceLast || child !== last),
    composition,
  );
  return placed(
    {
      type: 'box',
      number: box.typed,
      id,
      label:
        box.typed === undefined ? '' : composition.profile.boxes.pattern.replace('{n}', String(box.typed)),
      title: trimInlines(title, composition),
      blocks,
      source,
    },
    box.opening,
    composition,
  );
}

/**
 * A title typed as an attribute of the box's opening line, its emphasis and code set like any other. One that would be
 * no line of running text to Markdown, such as "1. A title", is printed as it stands.
 */
function composeBoxTitle(title: string, opening: Span, composition: Composition): readonly Inline[] {
  if (title === '') return [];
  const {text} = composition.manuscript.source;
  const span = findTitle(text, opening);
  if (span === undefined) return [{type: 'text', value: title}];
  const typed = text.slice(span.start, span.end);
  const [line, ...others] = parseMarkdown(typed).children;
  if (line?.type === 'paragraph' && others.length === 0) {
    moveNodes(line, span.start);
    return composeInlines(line.children, composition);
  }
  return composeText(placeText(title, text, span), composition);
}

// `{number=3 title="The *Maji* basin"}`: what stands between the quotation marks, or up to a space where there are none
const TITLE_ATTRIBUTE = /[\s{]title[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^ \t"'{}]+))/du;

function findTitle(text: string, opening: Span): Span | undefined {
  const match = TITLE_ATTRIBUTE.exec(text.slice(opening.start, opening.end));
  const place = match?.indices?.slice(1).find(range => range !== undefined);
  return place === undefined ? undefined : {start: opening.start + place[0], end: opening.start + place[1]};
}

/** Makes the places of nodes that were parsed out of a text those in the whole of it. */
function moveNodes(root: ParagraphNode, by: number): void {
  visit(root, node => {
    const {start, end} = node.position ?? {};
    if (start?.offset !== undefined) start.offset += by;
    if (end?.offset !== undefined) end.offset += by;
  });
}

/** Inlines without the white space at their two ends, which says nothing in a title; a text keeps its place. */
function trimInlines(inlines: readonly Inline[], {places}: Composition): readonly Inline[] {
  const trimmed = inlines.map((inline, at) => {
    if (inline.type !== 'text') return inline;
    const {value} = inline;
    const from = at === 0 ? value.length - value.trimStart().length : 0;
    const to = at === inlines.length - 1 ? value.trimEnd().length : value.length;
    if (from === 0 && to === value.length) return inline;
    const cut = {...inline, value: value.slice(from, Math.max(from, to))};
    const place = places.inlines.get(inline);
    if (place !== undefined && to > from) places.inlines.set(cut, cutText({value, place}, from, to).place);
    return cut;
  });
  return trimmed.filter(inline => inline.type !== 'text' || inline.value !== '');
}

function isDirectiveLabel(node: RootContent): node is ParagraphNode {
  return (
    node.type === 'paragraph' &&
    (node.data as {directiveLabel?: boolean} | undefined)?.directiveLabel === true
  );
}

/** A paragraph of the publication, with or without a number. */
function composeLine(
  children: readonly Inline[],
  span: Span,
  composition: Composition,
  {indent, part}: {readonly indent: Indent; readonly part?: NumberedPart | undefined},
): BlockOf<'paragraph'> {
  return placed({type: 'paragraph', number: part?.number, id: part?.id, indent, children}, span, composition);
}

function placed<Kind extends Block>(block: Kind, span: Span, {places}: Composition): Kind {
  places.blocks.set(block, span);
  return block;
}
