import type {Band, Ruler} from './bands.ts';
import {PageContext} from './context.ts';
import {sliceGalley} from './galley.ts';
import {gapBetween, leadHeight} from './heights.ts';
import {composeLines, dropLabels, hangLabel} from './lines.ts';
import type {ImageNode, Leaf, Node, Stack, TableNode} from './nodes.ts';
import {linesToPlace} from './page-breaks.ts';
import {openPanel} from './panels.ts';
import {
  type Line,
  type Margins,
  type Measure,
  type PageSize,
  PdfmakeBuilder,
  PdfmakePreprocessor,
} from './pdfmake.ts';
import {layRows} from './rows.ts';
import {type LaidNote, type Seating, seat, seatAnyhow} from './seating.ts';
import {leadOfRow, rowBands, type TableWriter, tableRule} from './table-bands.ts';
import {PageWriter} from './writer.ts';

/** Points above each note. */
const NOTE_GAP = 2;
/** Higher than any note; a galley has one page. */
const GALLEY_HEIGHT = 1e9;

/**
 * Lays out text and notes in one pass: a line goes on a page only when the notes that it calls begin there.
 *
 * pdfmake's builder walks the nodes and keeps the margins; everything that fills height is placed here.
 */
export class PageLayout extends PdfmakeBuilder {
  readonly #context = new PageContext();
  readonly #ruler: Ruler<Leaf>;
  readonly #lines = new WeakMap<Leaf, {readonly width: number; readonly lines: readonly Line[]}>();
  readonly #notes = new Map<number, LaidNote>();
  readonly #nestedNotes = new Map<number, readonly number[]>();
  readonly #called = new Set<number>();
  /** Points that must stay free below the node being processed, for what may not part from it. */
  #following = 0;

  constructor(size: PageSize, margins: Margins, measure: Measure) {
    super(size, margins, null);
    this.docPreprocessor = new PdfmakePreprocessor();
    this.docMeasure = measure;
    this.writer = new PageWriter(this.#context);
    this.linearNodeList = [];
    this.#ruler = {
      linesOf: this.#linesOf.bind(this),
      notesOf: this.#notesOf.bind(this),
      pageHeight: size.height - margins.top - margins.bottom,
    };
  }

  /** Fills pages with `body`, and each page's foot with the notes of `notes` that its text calls. */
  layOut(body: Stack, notes: ReadonlyMap<number, Stack>): PageContext {
    const measured = this.docMeasure.measureDocument(this.docPreprocessor.preprocessDocument(body));
    this.writer.addPage(this.pageSize, null, this.pageMargins);
    for (const [number, note] of notes) this.#layNote(number, note);
    this.processNode(measured);
    while (this.#context.fillFoot()) this.writer.moveToNextPage();
    return this.#context;
  }

  /** Notes of which no line ever asked. */
  get uncalled(): readonly number[] {
    return [...this.#notes.keys()].filter(number => !this.#called.has(number));
  }

  override processVerticalContainer(node: Stack): void {
    const context = this.writer.context();
    const {x} = node.panel?.padding ?? {x: 0};
    // In a galley, which is cut between its lines, a frame could not be drawn.
    if (node.panel === undefined || !(context instanceof PageContext)) {
      context.addMargin(x, x);
      this.#processItems(node.stack);
      context.addMargin(-x, -x);
      return;
    }
    if (!context.isAtTop() && context.room().height < this.#heightToBegin(node, context))
      this.writer.moveToNextPage();
    const isAtTop = context.isAtTop();
    const panel = openPanel(node.panel, context);
    if (isAtTop) context.markTop();
    context.spanning.push(panel);
    context.addMargin(x, x);
    this.#processItems(node.stack);
    context.addMargin(-x, -x);
    context.spanning.pop();
    panel.close(context);
  }

  override processLeaf(node: Leaf): void {
    const lines = this.#linesOf(node, this.writer.context().availableWidth);
    this.#flow(lines.map(line => this.#bandOf(line)));
  }

  override processImage(node: ImageNode): void {
    this.#flow([{height: node._height ?? 0, notes: [], put: () => this.writer.addImage(node)}]);
  }

  override processTable(node: TableNode): void {
    const context = this.writer.context();
    const width = context.availableWidth;
    const rows = layRows(node, width, this.#ruler);
    const [first, second] = rows;
    if (first === undefined) return;
    const repeated = first.isHeader ? first.height : 0;
    const target: TableWriter = {writer: this.writer, width, pageHeight: this.#ruler.pageHeight - repeated};

    if (first.isHeader && second !== undefined) this.#following = leadOfRow(second, target);
    const [header, ...others] = rows.map(row => rowBands(row, target, row === first));
    if (header !== undefined) this.#flow(header);
    if (first.isHeader) {
      for (const {line} of first.strips.flatMap(({lines}) => lines)) dropLabels(line);
    }
    const spanning = {
      leave: () => tableRule(target, 'light'),
      enter: () => {
        if (first.isHeader) for (const band of header ?? []) band.put();
      },
    };
    if (context instanceof PageContext) context.spanning.push(spanning);
    for (const bands of others) this.#flow(bands);
    if (context instanceof PageContext) context.spanning.pop();
  }

  #processItems(items: readonly Node[]): void {
    for (const [index, node] of items.entries()) {
      const context = this.writer.context();
      const before = items[index - 1];
      const isAtTop = context instanceof PageContext && context.isAtTop();
      if ('startsPage' in node && node.startsPage && !isAtTop) this.writer.moveToNextPage();
      else if (before !== undefined && !isAtTop) {
        context.moveDown(Math.min(gapBetween(before, node), context.availableHeight));
      }
      const next = items[index + 1];
      if (node.keepWithNext && next !== undefined) {
        const lead = leadHeight(items, index + 1, context.availableWidth, this.#ruler);
        this.#following = gapBetween(node, next) + lead;
      }
      this.processNode(node);
    }
  }

  /** Places bands in order, moving on to new pages so that no paragraph is parted badly and every note begins beside its call. */
  #flow(bands: readonly Band[]): void {
    const following = this.#following;
    this.#following = 0;
    const context = this.writer.context();
    if (!(context instanceof PageContext)) {
      for (const band of bands) band.put();
      return;
    }
    let placed = 0;
    while (placed < bands.length) {
      const seatings = seatInOrder(context, bands, placed);
      const free = (seatings.at(-1)?.room ?? context.room()).height;
      const count = linesToPlace({
        fitting: seatings.length,
        remaining: bands.length - placed,
        isStart: placed === 0,
        hasRoomAfter: free >= following,
      });
      const isFreshPage = context.isAtTop() && !context.room().hasNotes;
      if (count === 0 && !isFreshPage) {
        this.writer.moveToNextPage();
        continue;
      }
      // On a fresh page something has to be placed, or nothing ever would be.
      for (const seating of count > 0
        ? seatings.slice(0, count)
        : this.#seatAnyhow(context, bands, placed, seatings)) {
        context.settle(seating);
        bands[placed]?.put();
        placed += 1;
      }
    }
  }

  #seatAnyhow(
    context: PageContext,
    bands: readonly Band[],
    index: number,
    seatings: readonly Seating[],
  ): readonly Seating[] {
    const band = bands[index];
    if (seatings.length > 0 || band === undefined) return seatings;
    return [seatAnyhow(context.room(), band.height, band.notes)];
  }

  #bandOf(line: Line): Band {
    return {
      height: line.getHeight(),
      notes: this.#notesOf([line]),
      put: () => this.writer.addLine(line),
    };
  }

  /** The margins of the panel are taken off the width of the place already. */
  #heightToBegin({margin: _, ...panel}: Stack, {availableWidth}: PageContext): number {
    return leadHeight([panel], 0, availableWidth, this.#ruler);
  }

  #linesOf(leaf: Leaf, width: number): readonly Line[] {
    const known = this.#lines.get(leaf);
    if (known?.width === width) return known.lines;
    const lines = composeLines(leaf._inlines ?? [], width);
    const first = lines[0];
    // The last one hung is read first.
    for (const label of leaf.labels?.toReversed() ?? []) if (first !== undefined) hangLabel(first, label);
    if (first !== undefined && leaf.bookmark !== undefined) first.bookmark = leaf.bookmark;
    this.#lines.set(leaf, {width, lines});
    return lines;
  }

  /** The notes that lines call, each followed by those that its own text calls. */
  #notesOf(lines: readonly Line[]): readonly LaidNote[] {
    const numbers = lines.flatMap(notesCalledIn);
    const called = new Set<number>();
    for (const number of numbers) this.#collect(number, called);
    return [...called].flatMap(number => this.#notes.get(number) ?? []);
  }

  #collect(number: number, called: Set<number>): void {
    if (called.has(number)) return;
    called.add(number);
    this.#called.add(number);
    for (const nested of this.#nestedNotes.get(number) ?? []) this.#collect(nested, called);
  }

  #layNote(number: number, note: Stack): void {
    const measured = this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock(note));
    this.writer.pushContext(this.writer.context().availableWidth, GALLEY_HEIGHT);
    this.processNode(measured);
    const items = this.writer.context().getCurrentPage().items;
    this.writer.popContext();
    this.#notes.set(number, {number, slices: sliceGalley(number, NOTE_GAP, items)});
    this.#nestedNotes.set(
      number,
      items.flatMap(item => (item.type === 'line' ? notesCalledIn(item.item) : [])),
    );
  }
}

/** Seats as many bands as fit, each with what is left by the one before. */
function seatInOrder(context: PageContext, bands: readonly Band[], from: number): readonly Seating[] {
  const seatings: Seating[] = [];
  const called = new Set(context.notes.referencedOn.keys());
  let room = context.room();
  for (const band of bands.slice(from)) {
    const notes = band.notes.filter(({number}) => !called.has(number));
    const seating = seat(room, band.height, notes);
    if (seating === undefined) break;
    for (const {number} of notes) called.add(number);
    seatings.push(seating);
    room = seating.room;
  }
  return seatings;
}

function notesCalledIn(line: Line): readonly number[] {
  return line.inlines.flatMap(({note}) => (note === undefined ? [] : [note]));
}
