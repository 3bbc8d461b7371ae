import {type Ruler, sumOfHeights} from './bands.ts';
import {shareWidth} from './columns.ts';
import type {Leaf, TableNode} from './nodes.ts';
import type {Line} from './pdfmake.ts';
import type {LaidNote} from './seating.ts';

/** A row of a table, laid out. */
export interface Row {
  readonly isHeader: boolean;
  /** The first lines of all cells, then the second ones, and so on. */
  readonly strips: readonly Strip[];
  /** Points, the space above and below the lines included. */
  readonly height: number;
  readonly notes: readonly LaidNote[];
}

/** Lines side by side, each with its place from the left edge of the table. */
export interface Strip {
  readonly lines: readonly {readonly line: Line; readonly x: number}[];
  /** Points from its top to the baseline that its lines share. */
  readonly baseline: number;
  readonly height: number;
  readonly notes: readonly LaidNote[];
}

/** Points above and below the lines of a row. */
export const ROW_PADDING = 3.5;
/** Points between two columns, and where their longest words ask for the room. */
const COLUMN_GAP = 14;
const LEAST_COLUMN_GAP = 5;

/** Lays out the cells of a table that is `width` points wide. */
export function layRows({table}: TableNode, width: number, ruler: Ruler<Leaf>): readonly Row[] {
  const columns = (table.body[0] ?? []).map((_, index) => index);
  const wishes = columns.map(column => ({
    least: Math.max(...table.body.map(row => row[column]?._minWidth ?? 0)),
    most: Math.max(...table.body.map(row => row[column]?._maxWidth ?? 0)),
  }));
  const gaps = Math.max(0, columns.length - 1);
  const spare = (width - wishes.reduce((total, {least}) => total + least, 0)) / Math.max(1, gaps);
  const gap = Math.max(LEAST_COLUMN_GAP, Math.min(COLUMN_GAP, spare));
  const widths = shareWidth(wishes, width - gap * gaps);
  const lefts = columns.map(column => widths.slice(0, column).reduce((left, each) => left + each + gap, 0));
  return table.body.map((cells, index) => {
    const lines = cells.map((cell, column) => ruler.linesOf(cell, widths[column] ?? width));
    const strips = stripsOf(lines, lefts, ruler);
    return {
      isHeader: index < table.headerRows,
      strips,
      height: sumOfHeights(strips) + 2 * ROW_PADDING,
      notes: strips.flatMap(({notes}) => notes),
    };
  });
}

function stripsOf(
  cells: readonly (readonly Line[])[],
  lefts: readonly number[],
  ruler: Ruler<Leaf>,
): readonly Strip[] {
  const count = Math.max(...cells.map(({length}) => length));
  return Array.from({length: count}, (_, index) => {
    const lines = cells.flatMap((cell, column) => {
      const line = cell[index];
      return line === undefined ? [] : [{line, x: lefts[column] ?? 0}];
    });
    const baseline = Math.max(...lines.map(({line}) => line.getAscenderHeight()));
    return {
      lines,
      baseline,
      height: Math.max(...lines.map(({line}) => baseline - line.getAscenderHeight() + line.getHeight())),
      notes: ruler.notesOf(lines.map(({line}) => line)),
    };
  });
}
