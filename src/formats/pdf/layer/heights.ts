import {type Ruler, sumOfHeights} from './bands.ts';
import {
  isImage,
  isLeaf,
  isStack,
  isTable,
  type Leaf,
  type Node,
  type PanelLook,
  type TableNode,
} from './nodes.ts';
import {FEWEST_LINES} from './page-breaks.ts';
import type {Line} from './pdfmake.ts';
import {layRows} from './rows.ts';
import {EMPTY_PAGE, heightOf, leastHeight} from './seating.ts';

/** A panel that takes less of a page than this is kept whole. */
const SHORT_PANEL = 0.36;

/** A rule across the page, which has no lines to measure. */
const RULE_HEIGHT = 2;

/** Points between two neighbours: the larger of their wishes. */
export function gapBetween(above: Node, below: Node): number {
  return Math.max(above.spaceAfter ?? 0, below.spaceBefore ?? 0);
}

/** The points that `node` takes with all its notes, were there a page long enough. */
export function wholeHeight(node: Node, width: number, ruler: Ruler<Leaf>): number {
  const inner = width - marginOf(node);
  if (isLeaf(node)) {
    const lines = ruler.linesOf(node, inner);
    return heightOfLines(lines) + ruler.notesOf(lines).reduce((sum, note) => sum + heightOf(note.slices), 0);
  }
  if (isTable(node)) {
    return layRows(node, inner, ruler).reduce(
      (sum, {height, notes}) => sum + height + heightOf(notes.flatMap(({slices}) => slices)),
      0,
    );
  }
  if (isImage(node)) return node._height ?? 0;
  if (!isStack(node)) return RULE_HEIGHT;

  const {x, top, bottom} = node.panel?.padding ?? {x: 0, top: 0, bottom: 0};
  const parts = node.stack.map((child, index) => {
    const before = node.stack[index - 1];
    const gap = before === undefined ? 0 : gapBetween(before, child);
    return gap + wholeHeight(child, inner - 2 * x, ruler);
  });
  return top + parts.reduce((sum, part) => sum + part, 0) + bottom;
}

/**
 * The points that must be free for `items` to begin, from `index` on: the first lines of the first item, and of those
 * that it may not part from.
 */
export function leadHeight(items: readonly Node[], index: number, width: number, ruler: Ruler<Leaf>): number {
  const node = items[index];
  if (node === undefined) return 0;
  const inner = width - marginOf(node);
  const next = items[index + 1];
  if (node.keepWithNext && next !== undefined && !mayBreak(node, inner, ruler)) {
    return (
      wholeHeight(node, width, ruler) + gapBetween(node, next) + leadHeight(items, index + 1, width, ruler)
    );
  }
  if (isLeaf(node)) return leadOfLines(ruler.linesOf(node, inner), ruler);
  if (isTable(node)) return leadOfTable(node, inner, ruler);
  if (isImage(node)) return node._height ?? 0;
  if (!isStack(node)) return RULE_HEIGHT;
  if (node.panel === undefined) return leadHeight(node.stack, 0, inner, ruler);
  return leadOfPanel(node.panel, node.stack, wholeHeight(node, width, ruler), inner, ruler);
}

/** A paragraph long enough to be parted, which may begin on a page where what it leads to has no room. */
function mayBreak(node: Node, width: number, ruler: Ruler<Leaf>): boolean {
  return isLeaf(node) && ruler.linesOf(node, width).length >= 2 * FEWEST_LINES;
}

/** A short panel is not broken when it fits on the next page; a longer one begins with what its title may not part from. */
function leadOfPanel(
  {padding}: PanelLook,
  items: readonly Node[],
  whole: number,
  width: number,
  ruler: Ruler<Leaf>,
): number {
  if (whole < ruler.pageHeight * SHORT_PANEL) return whole;
  return padding.top + leadHeight(items, 0, width - 2 * padding.x, ruler) + padding.bottom;
}

export function heightOfLines(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.getHeight(), 0);
}

function leadOfLines(lines: readonly Line[], ruler: Ruler<Leaf>): number {
  const first = lines.length < 2 * FEWEST_LINES ? lines : lines.slice(0, FEWEST_LINES);
  return heightOfLines(first) + leastHeight(EMPTY_PAGE, ruler.notesOf(first));
}

function leadOfTable(node: TableNode, width: number, ruler: Ruler<Leaf>): number {
  const rows = layRows(node, width, ruler).slice(0, node.table.headerRows + 1);
  return (
    sumOfHeights(rows) +
    leastHeight(
      EMPTY_PAGE,
      rows.flatMap(({notes}) => notes),
    )
  );
}

function marginOf(node: Node): number {
  return (node.margin?.[0] ?? 0) + (node.margin?.[2] ?? 0);
}
