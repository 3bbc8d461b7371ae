import {type Line, type Outline, PdfmakeRenderer} from './pdfmake.ts';
import type {Bookmark, Inline} from './runs.ts';

/** Points above a line to which a reader who follows a link is taken. */
const HEADROOM = 6;

/** Words drawn by one operation: neighbours on a line with the same look and the same link. */
interface Piece {
  readonly first: Inline;
  readonly text: string;
  readonly width: number;
}

/**
 * pdfmake's renderer with lines of our own drawing: one text operation and one link for each run of words, where pdfmake
 * has one for each word; a destination wherever a run has an anchor; bookmarks that lead to their line.
 */
export class ReportRenderer extends PdfmakeRenderer {
  readonly #anchors = new Set<string>();
  readonly #outlines: {readonly depth: number; readonly outline: Outline}[] = [];

  override renderLine(line: Line, x: number, y: number): void {
    const baseline = y + line.getAscenderHeight();
    if (line.bookmark !== undefined) this.#addBookmark(line.bookmark, y);
    for (const {anchor} of line.inlines) {
      if (anchor !== undefined) this.#addAnchor(anchor, y);
    }
    for (const piece of piecesOf(line.inlines)) this.#draw(piece, x + piece.first.x, baseline);
  }

  #draw({first, text, width}: Piece, x: number, baseline: number): void {
    const document = this.pdfDocument;
    const ascender = (first.font.ascender / 1000) * first.fontSize;
    const descender = (first.font.descender / 1000) * first.fontSize;
    if (first.background) {
      document
        .fillColor(first.background)
        .rect(x, baseline - ascender * GROUND, width, (ascender - descender) * GROUND)
        .fill();
    }
    document._font = first.font;
    document.fontSize(first.fontSize);
    document.fill(first.color ?? 'black');
    document.text(text, x, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      textWidth: width,
      wordCount: 1,
      ...(first.fontFeatures ? {features: first.fontFeatures} : {}),
    });
    if (first.link) document.link(x, baseline - ascender, width, ascender - descender, first.link);
    if (first.linkToDestination) {
      document.goTo(x, baseline - ascender, width, ascender - descender, first.linkToDestination);
    }
    if (first.decoration === 'lineThrough') {
      document.rect(x, baseline - ascender * STRIKE, width, first.fontSize / 18).fill();
    }
  }

  /** The first of several places with one name counts; those after it are copies, as in a header that is repeated. */
  #addAnchor(name: string, y: number): void {
    if (this.#anchors.has(name)) return;
    this.#anchors.add(name);
    this.pdfDocument.addNamedDestination(name, 'XYZ', null, Math.max(0, y - HEADROOM), null);
  }

  #addBookmark({title, depth}: Bookmark, y: number): void {
    while ((this.#outlines.at(-1)?.depth ?? -1) >= depth) this.#outlines.pop();
    const parent = this.#outlines.at(-1)?.outline ?? this.pdfDocument.outline;
    const outline = parent.addItem(title, {
      expanded: depth < EXPANDED_DEPTH,
      top: Math.max(0, y - HEADROOM),
      // pdfkit counts this one from the right edge.
      left: this.pdfDocument.page.width,
    });
    this.#outlines.push({depth, outline});
  }
}

/** Part of a face's height that a highlighted ground takes. */
const GROUND = 0.94;
/** Where a line strikes through, as a part of the ascender. */
const STRIKE = 0.27;
/** Bookmarks below this depth are folded when the document opens. */
const EXPANDED_DEPTH = 2;

function piecesOf(inlines: readonly Inline[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const inline of inlines) {
    const open = pieces.at(-1);
    if (open !== undefined && looksAlike(open.first, inline) && isNextTo(open, inline)) {
      pieces[pieces.length - 1] = {...open, text: open.text + inline.text, width: open.width + inline.width};
    } else {
      pieces.push({first: inline, text: inline.text, width: inline.width});
    }
  }
  return pieces.filter(({text}) => text !== '');
}

const LOOKS = [
  'font',
  'fontSize',
  'fontFeatures',
  'color',
  'background',
  'decoration',
  'link',
  'linkToDestination',
] as const;

function looksAlike(one: Inline, other: Inline): boolean {
  return LOOKS.every(look => one[look] === other[look]);
}

function isNextTo({first, width}: Piece, {x}: Inline): boolean {
  return Math.abs(first.x + width - x) < 0.01;
}
