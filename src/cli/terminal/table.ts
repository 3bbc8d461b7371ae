import {crop, neutralise, pad, widthOf} from './cells.ts';
import type {Screen} from './screen.ts';

/** A column of a table for people. */
export interface Column {
  readonly title: string;
  /** Whether it gives way when the table is wider than the screen; at most one column should. */
  readonly shrinks?: boolean;
}

const GAP = '  ';
/** Below this a shrinking column says nothing; the table is then wider than the screen. */
const NARROWEST = 16;

/** Rows under a line of titles, each column as wide as its widest cell, the whole no wider than the screen if it can be. */
export function printTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string {
  const cells = rows.map(row => row.map(neutralise));
  const widths = columns.map(({title}, index) =>
    Math.max(widthOf(title), ...cells.map(row => widthOf(row[index] ?? ''))),
  );
  const excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - screen.width;
  if (excess > 0) {
    for (const [index, {shrinks}] of columns.entries()) {
      if (shrinks === true) widths[index] = Math.max(NARROWEST, (widths[index] ?? 0) - excess);
    }
  }
  const printRow = (row: readonly string[]) =>
    widths
      .map((width, index) => pad(crop(row[index] ?? '', width), width))
      .join(GAP)
      .trimEnd();
  const head = screen.paint('strong', printRow(columns.map(({title}) => title)));
  return [head, ...cells.map(printRow)].map(line => `${line}\n`).join('');
}
