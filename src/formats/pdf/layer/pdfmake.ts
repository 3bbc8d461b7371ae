import {createRequire} from 'node:module';
import type {ImageNode, Leaf, Node, Stack, TableNode} from './nodes.ts';
import type {Bookmark, Face, Inline, Run} from './runs.ts';

/**
 * The parts of pdfmake that the layer leans on, as far as it leans on them.
 *
 * pdfmake has no footnotes, so the layer subclasses classes that are no public interface. The package is pinned exactly,
 * and a test names every class, method and property below and fails when one moves.
 */

/** Four numbers in points, as pdfmake keeps them. */
export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly orientation: 'portrait' | 'landscape';
}

export interface Line {
  inlines: Inline[];
  x?: number;
  y?: number;
  /** Set by the layer: the entry that this line has in the outline. */
  bookmark?: Bookmark;
  readonly maxWidth: number;
  /** The width of the space behind its last word. */
  readonly trailingCut: number;
  addInline(inline: Inline): void;
  hasEnoughSpaceForInline(inline: Inline, next: readonly Inline[]): boolean;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
  getAvailableWidth(): number;
  clone(): Line;
}

export interface Vector {
  type: 'line' | 'rect';
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  lineWidth?: number;
  lineColor?: string;
  color?: string;
}

export interface PlacedImage {
  x?: number;
  y?: number;
  readonly image: string;
  readonly _height?: number;
}

export type PageItem =
  | {readonly type: 'line'; readonly item: Line}
  | {readonly type: 'vector'; readonly item: Vector}
  | {readonly type: 'image'; readonly item: PlacedImage};

export interface Page {
  readonly items: PageItem[];
  readonly pageSize: PageSize;
  readonly pageMargins: Margins;
}

/** Where the next element goes: the page, the place on it, and the room left above its bottom margin. */
export interface Context {
  readonly pages: Page[];
  page: number;
  x: number;
  y: number;
  availableWidth: number;
  availableHeight: number;
  addMargin(left: number, right: number): void;
  moveDown(offset: number): boolean;
  moveToNextPage(): unknown;
  initializePage(): void;
  getCurrentPage(): Page;
}

export interface Writer {
  context(): Context;
  addPage(size: PageSize, orientation: null, margins: Margins): void;
  moveToNextPage(): void;
  addLine(line: Line, dontMoveDown?: boolean): unknown;
  alignLine(line: Line): void;
  addImage(image: PlacedImage): unknown;
  addVector(vector: Vector, ignoreX: boolean, ignoreY: boolean): unknown;
  pushContext(width: number, height: number): void;
  popContext(): void;
}

export interface Preprocessor {
  preprocessDocument(node: Node): Node;
  preprocessBlock(node: Node): Node;
}

/** Named styles and the node's own properties, innermost last. */
export interface StyleStack {
  getProperty(name: string): unknown;
}

export interface Measure {
  textInlines: TextInlines;
  readonly styleStack: StyleStack;
  measureDocument(node: Node): Node;
  measureBlock(node: Node): Node;
  measureNode(node: Node): Node;
  measureLeaf(node: Leaf): Leaf;
  measureTable(node: TableNode): TableNode;
}

export interface TextInlines {
  buildInlines(runs: readonly Run[], styles: StyleStack): {readonly items: Inline[]};
  measure(words: Inline[], styles: StyleStack): Inline[];
}

export interface Builder {
  docPreprocessor: Preprocessor;
  docMeasure: Measure;
  writer: Writer;
  linearNodeList: Node[];
  readonly pageSize: PageSize;
  readonly pageMargins: Margins;
  processNode(node: Node): void;
  processVerticalContainer(node: Stack): void;
  processLeaf(node: Leaf): void;
  processTable(node: TableNode): void;
  processImage(node: ImageNode): void;
}

export interface Outline {
  addItem(title: string, options: {expanded: boolean; top: number; left: number}): Outline;
}

/** The document of pdfkit, which pdfmake's extends. */
export interface Document {
  readonly outline: Outline;
  readonly page: {readonly width: number; readonly height: number};
  info: Readonly<Record<string, unknown>>;
  _font: Face;
  fontSize(size: number): void;
  fill(color: string): void;
  fillColor(color: string): Document;
  rect(x: number, y: number, width: number, height: number): {fill(): void};
  text(text: string, x: number, y: number, options: TextOptions): void;
  link(x: number, y: number, width: number, height: number, address: string): void;
  goTo(x: number, y: number, width: number, height: number, name: string): void;
  addNamedDestination(name: string, kind: 'XYZ', left: null, top: number, zoom: null): void;
  provideImage(name: string): {readonly obj: {readonly offset?: number}};
  provideFont(family: string, bold: boolean, italics: boolean): Face;
  endMetadata(): void;
  appendXML(xml: string, newline?: boolean): void;
  on(event: 'data', take: (chunk: Uint8Array) => void): void;
  on(event: 'end', done: () => void): void;
  on(event: 'error', fail: (error: Error) => void): void;
  end(): void;
}

export interface TextOptions {
  readonly lineBreak: false;
  readonly baseline: 'alphabetic';
  readonly textWidth: number;
  readonly wordCount: 1;
  readonly features?: readonly string[];
}

export interface Renderer {
  readonly pdfDocument: Document;
  renderPages(pages: readonly Page[]): void;
  renderLine(line: Line, x: number, y: number): void;
}

/** A named style, or the default of the whole document. */
export interface Style {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly preserveLeadingSpaces?: boolean;
  readonly preserveTrailingSpaces?: boolean;
}

/** The four faces of a family, as paths. */
export interface FamilyPaths {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

export interface DocumentOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: '1.7';
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly compress: boolean;
  readonly autoFirstPage: false;
  readonly font: null;
  readonly fontLayoutCache: boolean;
  readonly info: Readonly<Record<string, string | Date>>;
}

/** Text from pdfmake's own fonts, images and attachments; `undefined` where there are none. */
type DocumentArguments = [
  fonts: Readonly<Record<string, FamilyPaths>>,
  images: Readonly<Record<string, string>>,
  patterns: Readonly<Record<string, never>>,
  attachments: Readonly<Record<string, never>>,
  options: DocumentOptions,
  virtualFiles: null,
  mayRead: (path: string) => boolean,
];

const load = createRequire(import.meta.url);

/** A class of pdfmake by the name of its file. Required and not imported: test runners and Node unwrap `default` differently. */
function classNamed<Class>(name: string): Class {
  const {default: loaded} = load(`pdfmake/js/${name}.js`) as {default: Class};
  return loaded;
}

type LineClass = new (width: number) => Line;
type ContextClass = new () => Context;
type WriterClass = new (context: Context) => Writer;
type PreprocessorClass = new () => Preprocessor;
type TextInlinesClass = new (document: Document) => TextInlines;
type MeasureClass = new (
  document: Document,
  styles: Readonly<Record<string, Style>>,
  defaultStyle: Style,
  svgMeasure: null,
  tableLayouts: Readonly<Record<string, never>>,
) => Measure;
type BuilderClass = new (size: PageSize, margins: Margins, svgMeasure: null) => Builder;
type DocumentClass = new (...parts: DocumentArguments) => Document;
type RendererClass = new (document: Document) => Renderer;

export const PdfmakeLine: LineClass = classNamed('Line');
export const PdfmakeContext: ContextClass = classNamed('DocumentContext');
export const PdfmakeWriter: WriterClass = classNamed('PageElementWriter');
export const PdfmakePreprocessor: PreprocessorClass = classNamed('DocPreprocessor');
export const PdfmakeTextInlines: TextInlinesClass = classNamed('TextInlines');
export const PdfmakeMeasure: MeasureClass = classNamed('DocMeasure');
export const PdfmakeBuilder: BuilderClass = classNamed('LayoutBuilder');
export const PdfmakeDocument: DocumentClass = classNamed('PDFDocument');
export const PdfmakeRenderer: RendererClass = classNamed('Renderer');
