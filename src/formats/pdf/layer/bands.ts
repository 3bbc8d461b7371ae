import type {Line} from './pdfmake.ts';
import type {LaidNote} from './seating.ts';

/** What goes on a page whole and across the measure: a line, a row of a table, a picture. */
export interface Band {
  /** Points. */
  readonly height: number;
  /** The notes that it calls for the first time. */
  readonly notes: readonly LaidNote[];
  /** Places it where the writer stands, and moves the writer below it. */
  put(): void;
}

/** How nodes are turned into lines, which whoever measures ahead has to know too. */
export interface Ruler<Node> {
  linesOf(node: Node, width: number): readonly Line[];
  notesOf(lines: readonly Line[]): readonly LaidNote[];
  /** The points between the margins of a page. */
  readonly pageHeight: number;
}

export function sumOfHeights(parts: readonly {readonly height: number}[]): number {
  return parts.reduce((sum, {height}) => sum + height, 0);
}
