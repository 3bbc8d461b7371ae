import {composeLines} from './lines.ts';
import type {Leaf} from './nodes.ts';
import {type Measure, type Page, PdfmakePreprocessor} from './pdfmake.ts';

/** A line in a margin: the draft mark, the number of the page. */
export interface Furniture {
  readonly leaf: Leaf;
  readonly edge: 'top' | 'bottom';
}

/** What stands in the margins of page `number` of `count`, counted from 1. */
export type Furnish = (number: number, count: number) => readonly Furniture[];

/** Draws the lines in the margins, when the number of pages is known. A line that is too long is left off where it ends. */
export function drawFurniture(pages: readonly Page[], furnish: Furnish, measure: Measure): void {
  const preprocessor = new PdfmakePreprocessor();
  for (const [index, {items, pageSize, pageMargins}] of pages.entries()) {
    for (const {leaf, edge} of furnish(index + 1, pages.length)) {
      measure.measureBlock(preprocessor.preprocessBlock(leaf));
      const [line] = composeLines(leaf._inlines ?? [], pageSize.width - pageMargins.left - pageMargins.right);
      if (line === undefined) continue;
      const {top, left, bottom} = pageMargins;
      line.x = left + (line.x ?? 0);
      line.y =
        edge === 'top' ? (top - line.getHeight()) / 2 : pageSize.height - (bottom + line.getHeight()) / 2;
      items.push({type: 'line', item: line});
    }
  }
}
