import type {Bookmark, Inline, Run} from './runs.ts';

/**
 * What the layer lays out: pdfmake's own nodes, as far as they are used here, and what the layer adds to them.
 * Fields are not `readonly`, since pdfmake measures by writing into its nodes; each node is laid out once.
 */
export type Node = Leaf | Stack | TableNode | ImageNode | RuleNode;

interface Spaced {
  style?: string;
  /** Left, top, right, bottom in points; top and bottom stay 0, since the two fields below do their work. */
  margin?: [number, 0, number, 0];
  /** Points kept free above, except at the head of a page. Of two neighbours' wishes the larger one counts. */
  spaceBefore?: number;
  spaceAfter?: number;
  /** Never the last thing on a page when something follows. */
  keepWithNext?: boolean;
}

/** A paragraph of any kind. */
export interface Leaf extends Spaced {
  text: Run[];
  alignment?: 'left' | 'right' | 'center';
  /** Points by which the first line begins further in than the others; less than 0 where it hangs out. */
  leadingIndent?: number;
  /** Numbers and bullets that hang to the left of the first line: several where a list opens a numbered paragraph. */
  labels?: readonly Label[];
  bookmark?: Bookmark;
  /** Written by pdfmake: the words, measured. */
  _inlines?: Inline[];
  _minWidth?: number;
  _maxWidth?: number;
}

export interface Label {
  text: Run[];
  /** How far to the left of the text it begins, in points. */
  hang: number;
  /** Written by the layer's measure. */
  _inlines?: Inline[];
}

export interface Stack extends Spaced {
  stack: Node[];
  panel?: PanelLook;
  startsPage?: boolean;
}

/** The look of a stack that is set off from the page, as a box is. */
export interface PanelLook {
  readonly fill: string;
  readonly line: string | undefined;
  readonly padding: {readonly x: number; readonly top: number; readonly bottom: number};
}

export interface TableNode extends Spaced {
  table: {body: Leaf[][]; headerRows: 0 | 1};
  _minWidth?: number;
  _maxWidth?: number;
}

export interface ImageNode extends Spaced {
  image: string;
  width: number;
  height: number;
  alignment?: 'left' | 'center';
  /** For the structure tree of a tagged PDF, which is not written yet. */
  alt: string;
  _width?: number;
  _height?: number;
}

/** A rule across part of the measure. */
export interface RuleNode extends Spaced {
  canvas: {
    type: 'line';
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineColor: string;
  }[];
  alignment?: 'left' | 'center';
  _minHeight?: number;
}

export function isLeaf(node: Node): node is Leaf {
  return 'text' in node;
}

export function isStack(node: Node): node is Stack {
  return 'stack' in node;
}

export function isTable(node: Node): node is TableNode {
  return 'table' in node;
}

export function isImage(node: Node): node is ImageNode {
  return 'image' in node;
}
