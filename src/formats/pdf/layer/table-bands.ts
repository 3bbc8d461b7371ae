import type {Band} from './bands.ts';
import type {Writer} from './pdfmake.ts';
import {ROW_PADDING, type Row, type Strip} from './rows.ts';

/** Where a table is written. */
export interface TableWriter {
  readonly writer: Writer;
  /** Points. */
  readonly width: number;
  /** A row higher than this is broken between its lines; any other goes on one page. */
  readonly longestRow: number;
}

const RULES = {
  heavy: {lineWidth: 0.9, lineColor: '#33404f'},
  light: {lineWidth: 0.4, lineColor: '#b4bcc7'},
} as const;

/** The bands of a row: itself, or its strips when it is too high for that. The first row of a table has a rule above it. */
export function rowBands(row: Row, target: TableWriter, isFirst: boolean): readonly Band[] {
  const parts = row.height > target.longestRow ? row.strips.map(strip => [strip]) : [row.strips];
  return parts.map((strips, index) => {
    const isStart = index === 0;
    const isEnd = index === parts.length - 1;
    return {
      height:
        strips.reduce((sum, {height}) => sum + height, 0) +
        (isStart ? ROW_PADDING : 0) +
        (isEnd ? ROW_PADDING : 0),
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

/** A rule as wide as the table where the writer stands. */
export function tableRule({writer, width}: TableWriter, weight: keyof typeof RULES): void {
  const {y} = writer.context();
  writer.addVector({type: 'line', x1: 0, x2: width, y1: y, y2: y, ...RULES[weight]}, false, true);
}

/** Lines are placed as copies: those of a header stand on several pages. */
function putStrip({lines, height}: Strip, {writer}: TableWriter): void {
  for (const {line, x} of lines) {
    const copy = line.clone();
    copy.x = (line.x ?? 0) + x;
    writer.addLine(copy, true);
  }
  writer.context().moveDown(height);
}
