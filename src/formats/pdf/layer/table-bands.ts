import {type Band, sumOfHeights} from './bands.ts';
import {FEWEST_LINES} from './page-breaks.ts';
import type {Writer} from './pdfmake.ts';
import {ROW_PADDING, type Row, type Strip} from './rows.ts';
import {EMPTY_PAGE, heightOf, leastHeight, SEPARATOR_HEIGHT} from './seating.ts';

/** Where a table is written. */
export interface TableWriter {
  readonly writer: Writer;
  /** Points. */
  readonly width: number;
  /** The height of a page between its margins, less what a header that is repeated takes. */
  readonly pageHeight: number;
}

const RULES = {
  heavy: {lineWidth: 0.9, lineColor: '#33404f'},
  light: {lineWidth: 0.4, lineColor: '#b4bcc7'},
} as const;

/** The bands of a row: itself, or its strips when it is too high for that. The first row of a table has a rule above it. */
export function rowBands(row: Row, target: TableWriter, isFirst: boolean): readonly Band[] {
  const parts = fitsOnPage(row, target) ? [row.strips] : row.strips.map(strip => [strip]);
  return parts.map((strips, index) => {
    const isStart = index === 0;
    const isEnd = index === parts.length - 1;
    return {
      height: sumOfHeights(strips) + (isStart ? ROW_PADDING : 0) + (isEnd ? ROW_PADDING : 0),
      notes: strips.flatMap(({notes}) => notes),
      put() {
        const context = target.writer.context();
        if (isStart && isFirst) tableRule(target, 'heavy');
        if (isStart) context.moveDown(ROW_PADDING);
        for (const strip of strips) putStrip(strip, target);
        if (isEnd) context.moveDown(ROW_PADDING);
        if (isEnd) tableRule(target, row.isHeader ? 'heavy' : 'light');
      },
    };
  });
}

/** The points that must be free for a row to begin: all of it with its notes, or its first lines when it is broken. */
export function leadOfRow(row: Row, target: TableWriter): number {
  const strips = fitsOnPage(row, target) ? row.strips : row.strips.slice(0, FEWEST_LINES);
  const notes = strips.flatMap(strip => strip.notes);
  return sumOfHeights(strips) + 2 * ROW_PADDING + leastHeight(EMPTY_PAGE, notes);
}

/** A row that takes more than half a page, or a page with its notes, is broken between its lines; a header never is. */
function fitsOnPage({isHeader, height, notes}: Row, {pageHeight}: TableWriter): boolean {
  const withNotes = height + SEPARATOR_HEIGHT + heightOf(notes.flatMap(({slices}) => slices));
  return isHeader || (height < pageHeight / 2 && withNotes < pageHeight);
}

/** A rule as wide as the table where the writer stands. */
export function tableRule({writer, width}: TableWriter, weight: keyof typeof RULES): void {
  const {y} = writer.context();
  writer.addVector({type: 'line', x1: 0, x2: width, y1: y, y2: y, ...RULES[weight]}, false, true);
}

/** Lines are placed as copies: those of a header stand on several pages. */
function putStrip({lines, baseline, height}: Strip, {writer}: TableWriter): void {
  for (const {line, x} of lines) {
    const copy = line.clone();
    const drop = baseline - line.getAscenderHeight();
    copy.x = (line.x ?? 0) + x;
    writer.context().moveDown(drop);
    writer.addLine(copy, true);
    writer.context().moveDown(-drop);
  }
  writer.context().moveDown(height);
}
