import type {List, ListItem, Root, RootContent} from 'mdast';
import {contains} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import {isNotesHeading} from './notes-heading.ts';
import {expectNext} from './numbering.ts';
import type {Box, NumberedParagraph} from './types.ts';

// The marker of a list item, "17." or "17)".
const ITEM_MARKER = /(\d{1,9})([.)])/uy;

interface Item {
  readonly node: ListItem;
  readonly typed: number;
  readonly delimiter: string;
  readonly marker: {readonly start: number; readonly end: number};
  /** How many headings stand above it: a sub-list does not reach over one. */
  readonly section: number;
  /** Whether that heading is "Notes", "References" and the like. */
  readonly isUnderNotes: boolean;
}

/**
 * The numbered paragraphs, typed at top level, with the blocks that belong to each.
 *
 * Markdown sees lists; an author sees paragraphs. Bullets, sub-paragraphs, quotations and plain paragraphs under a
 * number belong to it until the next number or heading; a box in between belongs to nobody.
 */
export function readParagraphs(
  root: Root,
  source: string,
  boxes: readonly Box[],
): readonly NumberedParagraph[] {
  const items = topLevelItems(root, source, boxes);
  const subItems = findSubLists(items);
  const numbered = new Map(items.filter(item => !subItems.has(item)).map(item => [item.node, item]));

  const paragraphs: {item: Item; blocks: RootContent[]}[] = [];
  let current: {item: Item; blocks: RootContent[]} | undefined;
  for (const node of root.children) {
    if (node.type === 'heading') current = undefined;
    if (node.type === 'list' && node.ordered) {
      const own = splitList(node, numbered);
      if (own.leading.length > 0) current?.blocks.push(node);
      for (const item of own.paragraphs) {
        current = {item, blocks: [...item.node.children]};
        paragraphs.push(current);
      }
      continue;
    }
    if (isUnderParagraph(node) && !boxes.some(box => contains(box.span, spanOfNode(node)))) {
      current?.blocks.push(node);
    }
  }

  const expect = expectNext();
  return paragraphs.map(({item, blocks}) => ({
    typed: item.typed,
    expected: expect(item.typed),
    marker: item.marker,
    span: {
      start: item.marker.start,
      end: Math.max(item.marker.end, ...blocks.map(block => spanOfNode(block).end)),
    },
    blocks,
  }));
}

function topLevelItems(root: Root, source: string, boxes: readonly Box[]): readonly Item[] {
  const items: Item[] = [];
  let section = 0;
  let isUnderNotes = false;
  for (const node of root.children) {
    if (node.type === 'heading') {
      section += 1;
      isUnderNotes = isNotesHeading(node, source);
    }
    if (node.type !== 'list' || !node.ordered) continue;
    if (boxes.some(box => contains(box.span, spanOfNode(node)))) continue;
    for (const child of node.children) {
      const start = spanOfNode(child).start;
      ITEM_MARKER.lastIndex = start;
      const match = ITEM_MARKER.exec(source);
      if (match === null) continue;
      items.push({
        node: child,
        typed: Number(match[1]),
        delimiter: match[2] ?? '.',
        marker: {start, end: start + match[0].length},
        section,
        isUnderNotes,
      });
    }
  }
  return items;
}

/**
 * Items that are no numbered paragraphs: a list of notes or works under its own heading that counts from 1 again, and
 * what is a list typed unindented under a paragraph: those with the other delimiter, unless
 * they fill a gap in the paragraphs (the 18 of `17.`, `18)`, `19.`), and a run from 1 after which the paragraphs go on where they were.
 *
 *     5. There are two reasons:
 *     1. the first
 *     2. the second
 *     6. Both matter.
 */
function findSubLists(items: readonly Item[]): ReadonlySet<Item> {
  const sub = new Set<Item>();
  const delimiter = items[0]?.delimiter;
  let before: Item | undefined;
  const candidates = items.filter((item, index) => {
    if (
      item.isUnderNotes &&
      before !== undefined &&
      (item.typed === 1 || sub.has(items[index - 1] ?? item))
    ) {
      sub.add(item);
      return false;
    }
    const isInList = index > 0 && sub.has(items[index - 1] ?? item);
    const goesOn = !isInList && before !== undefined && item.typed === before.typed + 1;
    const isParagraph = item.delimiter === delimiter || (goesOn && fillsGap(items, index));
    if (isParagraph) before = item;
    else sub.add(item);
    return isParagraph;
  });
  for (let index = 1; index < candidates.length; index++) {
    const before = candidates[index - 1];
    if (before === undefined || before.typed < 2 || candidates[index]?.typed !== 1) continue;
    let end = index;
    while (candidates[end + 1]?.typed === (candidates[end]?.typed ?? 0) + 1) end += 1;
    const after = candidates[end + 1];
    const isOneSection = after?.section === before.section;
    if (!isOneSection || after.typed !== before.typed + 1) continue;
    for (const item of candidates.slice(index, end + 1)) sub.add(item);
    index = end;
  }
  return sub;
}

/** Whether a run in the other delimiter leads up to the next paragraph: the 18 of `17.`, `18)`, `19.` */
function fillsGap(items: readonly Item[], from: number): boolean {
  const {delimiter, typed = 0} = items[from] ?? {};
  const next = items.slice(from).find(item => item.delimiter !== delimiter);
  const length = items.slice(from).findIndex(item => item.delimiter !== delimiter);
  return next !== undefined && next.typed === typed + length;
}

/** A Markdown list may begin with items of the paragraph before it and go on with new paragraphs. */
function splitList(
  node: List,
  numbered: ReadonlyMap<ListItem, Item>,
): {readonly leading: readonly ListItem[]; readonly paragraphs: readonly Item[]} {
  const paragraphs = node.children.flatMap(child => numbered.get(child) ?? []);
  const first = paragraphs[0]?.node;
  const leading = first === undefined ? node.children : node.children.slice(0, node.children.indexOf(first));
  return {leading, paragraphs};
}

function isUnderParagraph(node: RootContent): boolean {
  switch (node.type) {
    case 'list':
    case 'paragraph':
    case 'blockquote':
    case 'table':
    case 'code':
      return true;
    default:
      return false;
  }
}
