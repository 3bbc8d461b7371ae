import type {PositionIndex} from '../../text/position.ts';
import type {Span} from '../../text/span.ts';
import {type Cell, isPlain, layOut} from '../terminal/cells.ts';
import type {Screen, Tone} from '../terminal/screen.ts';

/** A text with its lines found, so that many frames cost one reading. */
export interface FramedText {
  readonly text: string;
  readonly positions: PositionIndex;
}

/**
 * The line as typed, with the span marked.
 *
 *       41 │ …as in the sources.[^12] See Smith, op cit, p 4, which…
 *          │                             ~~~~~~~~~~~~~~~~~~~
 *
 * A span over several lines shows its first and its last. A line longer than the screen is cut round the span.
 *
 * @param indent what stands before the line number
 * @param tone the colour of the marks
 */
export function printFrame(
  {text, positions}: FramedText,
  span: Span,
  {screen, indent, tone}: {readonly screen: Screen; readonly indent: string; readonly tone: Tone},
): readonly string[] {
  const parts = splitByLine(positions, trimLineEnds(text, span));
  const numberWidth = String(parts.at(-1)?.line ?? 0).length;
  const margin = indent.length + numberWidth + BAR.length;
  const bar = (label: string) => screen.paint('quiet', `${indent}${label.padStart(numberWidth)}${BAR}`);

  const printPart = ({line, start, end}: LinePart): readonly string[] => {
    const {shown, before, marked} = cutLine(positions.line(line), start, end, screen.width - margin);
    const marks = screen.paint(tone, MARK.repeat(Math.max(1, marked)));
    return [bar(String(line)) + shown, bar('') + ' '.repeat(before) + marks];
  };

  const [first, ...rest] = parts;
  const last = rest.at(-1);
  if (first === undefined) return [];
  if (last === undefined) return printPart(first);
  const between = rest.length > 1 ? [screen.paint('quiet', `${indent}${'⋮'.padStart(numberWidth)}`)] : [];
  return [...printPart(first), ...between, ...printPart(last)];
}

const BAR = ' │ ';
const MARK = '~';
const CUT = '…';

/** The part of a span on one line; `start` and `end` are offsets in that line. */
interface LinePart {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

function splitByLine(positions: PositionIndex, span: Span): readonly LinePart[] {
  const from = positions.at(span.start);
  const to = positions.at(span.end);
  if (from.line === to.line) return [{line: from.line, start: from.column - 1, end: to.column - 1}];
  const middle = Array.from({length: to.line - from.line - 1}, (_, index) => from.line + 1 + index);
  const whole = (line: number, start: number) => ({line, start, end: positions.line(line).length});
  const last = positions.line(to.line);
  return [
    whole(from.line, from.column - 1),
    ...middle.map(line => whole(line, 0)),
    {line: to.line, start: last.length - last.trimStart().length, end: to.column - 1},
  ];
}

/** A span that takes in the line end after it is shown without: there is nothing to mark on the next line. */
function trimLineEnds(text: string, {start, end}: Span): Span {
  let trimmed = end;
  while (trimmed > start && '\r\n'.includes(text[trimmed - 1] ?? ' ')) trimmed--;
  return {start, end: trimmed};
}

/** What of a line is shown, and where in it the marks stand, in columns. */
interface Cut {
  readonly shown: string;
  readonly before: number;
  readonly marked: number;
}

/** How far a cut may move to fall between two words, in cells. */
const NUDGE = 12;

/** A line that fits and has nothing to lay out is shown as it is. */
function cutLine(line: string, start: number, end: number, width: number): Cut {
  if (line.length > width || !isPlain(line)) return cutRound(layOut(line), start, end, width);
  const before = Math.min(start, line.length);
  return {shown: line.trimEnd(), before, marked: Math.max(before, Math.min(end, line.length)) - before};
}

function cutRound(cells: readonly Cell[], start: number, end: number, width: number): Cut {
  const reach = columnsBefore(cells);
  const indexOf = (offset: number) => {
    const index = cells.findIndex(cell => cell.start >= offset);
    return index < 0 ? cells.length : index;
  };
  const from = indexOf(start);
  const to = Math.max(from, indexOf(end));
  const columnAt = (index: number) => reach[index] ?? 0;
  const total = columnAt(cells.length);
  if (total <= width) return cutBetween(cells, columnAt, {first: 0, last: cells.length, from, to});

  const room = Math.max(1, width - 2 * CUT.length);
  const marked = columnAt(to) - columnAt(from);
  const lead = marked >= room ? Math.floor(room / 8) : Math.floor((room - marked) / 3);
  const left = Math.max(0, Math.min(columnAt(from) - lead, total - room));
  let first = cells.findIndex((_, index) => columnAt(index) >= left);
  if (first > 0) first = nextWord(cells, first, from);
  let last = first;
  while (last < cells.length && columnAt(last + 1) - columnAt(first) <= room) last++;
  if (last < cells.length) last = previousWord(cells, last, to > last ? from : to);
  return cutBetween(cells, columnAt, {first, last, from, to});
}

function cutBetween(
  cells: readonly Cell[],
  columnAt: (index: number) => number,
  {
    first,
    last,
    from,
    to,
  }: {readonly first: number; readonly last: number; readonly from: number; readonly to: number},
): Cut {
  const head = first > 0 ? CUT : '';
  const tail = last < cells.length ? CUT : '';
  const shown = cells.slice(first, last).map(cell => cell.shown);
  return {
    shown: (head + shown.join('') + tail).trimEnd(),
    before: head.length + columnAt(from) - columnAt(first),
    marked: columnAt(Math.min(to, last)) - columnAt(from) + (to > last ? tail.length : 0),
  };
}

function columnsBefore(cells: readonly Cell[]): readonly number[] {
  const reach = [0];
  for (const cell of cells) reach.push((reach.at(-1) ?? 0) + cell.width);
  return reach;
}

function nextWord(cells: readonly Cell[], index: number, limit: number): number {
  for (let at = index; at < Math.min(index + NUDGE, limit); at++) {
    if (cells[at]?.shown === ' ') return at + 1;
  }
  return index;
}

function previousWord(cells: readonly Cell[], index: number, limit: number): number {
  for (let at = index; at > Math.max(index - NUDGE, limit); at--) {
    if (cells[at]?.shown === ' ') return at;
  }
  return index;
}
