import type {ReportDocument} from './document.ts';
import {drawNotes} from './foot.ts';
import {drawFurniture, type Furnish} from './furniture.ts';
import {findMissingGlyphs, type MissingGlyph} from './glyphs.ts';
import {PageLayout} from './layout.ts';
import {ReportMeasure} from './measure.ts';
import type {Stack} from './nodes.ts';
import {lateNotes} from './note-area.ts';
import type {PageSize, Style} from './pdfmake.ts';
import {ReportRenderer} from './renderer.ts';

/** All that is laid out, and on what. Lengths in points. */
export interface Print {
  readonly size: {readonly width: number; readonly height: number};
  readonly margin: number;
  readonly defaultStyle: Style;
  readonly styles: Readonly<Record<string, Style>>;
  readonly body: Stack;
  /** By number. */
  readonly notes: ReadonlyMap<number, Stack>;
  readonly furnish: Furnish;
}

/** What could not be had. */
export interface PrintFaults {
  /** Notes that begin after the page of their reference; pages count from 1. */
  readonly late: readonly {readonly note: number; readonly reference: number; readonly start: number}[];
  /** Notes that nothing calls, which are therefore on no page. */
  readonly uncalled: readonly number[];
  /** Characters that no face has, each once. */
  readonly missing: readonly MissingGlyph[];
}

/** Lays the print out in one pass and draws it into `document`. */
export function print(document: ReportDocument, print: Print): PrintFaults {
  const {size, margin, styles, defaultStyle} = print;
  const measure = new ReportMeasure(document, styles, defaultStyle);
  const layout = new PageLayout(asPageSize(size), even(margin), measure);
  const context = layout.layOut(print.body, print.notes);
  drawNotes(context);
  // Before the margins are drawn, which say the same on every page, and mostly what the title block says too.
  const inText = findMissingGlyphs(context.pages);
  drawFurniture(context.pages, print.furnish, measure);
  const inMargins = findMissingGlyphs(context.pages).filter(
    ({character}) => !inText.some(other => other.character === character),
  );
  new ReportRenderer(document).renderPages(context.pages);
  return {late: lateNotes(context.notes), uncalled: layout.uncalled, missing: [...inText, ...inMargins]};
}

/** The bytes of a document to which nothing more is drawn. */
export function bytesOf(document: ReportDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', chunk => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}

function asPageSize(size: Print['size']): PageSize {
  return {...size, orientation: size.width > size.height ? 'landscape' : 'portrait'};
}

function even(margin: number): {left: number; top: number; right: number; bottom: number} {
  return {left: margin, top: margin, right: margin, bottom: margin};
}
