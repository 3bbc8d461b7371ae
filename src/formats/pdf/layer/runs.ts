/** Words before and after they are measured. */

/** Words of one look. */
export interface Run {
  text: string;
  font?: string;
  fontSize?: number;
  fontFeatures?: readonly string[];
  bold?: boolean;
  italics?: boolean;
  color?: string;
  background?: string;
  decoration?: 'lineThrough';
  /** Its words stay on one line. */
  noWrap?: boolean;
  /** An address outside the document. */
  link?: string;
  /** The name of a place in the document. */
  linkToDestination?: string;
  /** The name by which this place is linked to; several runs may carry it, the first one counts. */
  anchor?: string;
  /** The number of the note that has to stand at the foot of the page on which this run falls. */
  note?: number;
}

/** A face as pdfkit embeds it; lengths in thousandths of the size. */
export interface Face {
  readonly ascender: number;
  readonly descender: number;
  readonly font: {hasGlyphForCodePoint(codePoint: number): boolean};
  /** A text shaped; pdfkit measures by it and draws it. */
  layoutRun(text: string, features: readonly string[] | undefined): ShapedRun;
  widthOfString(text: string, size: number, features: readonly string[] | undefined): number;
}

/** Lengths in thousandths of the size. */
export interface ShapedRun {
  readonly positions: readonly {xAdvance: number; readonly advanceWidth: number}[];
}

/** A word of a leaf, measured. What a `Run` carries beside its text arrives here, copied to each of its words. */
export interface Inline extends Omit<Run, 'font' | 'fontFeatures'> {
  font: Face;
  fontSize: number;
  fontFeatures: readonly string[] | undefined;
  width: number;
  height: number;
  /** From the start of its line. */
  x: number;
  readonly trailingCut: number;
  readonly alignment: 'left' | 'right' | 'center';
  /** No break is allowed between this word and the next. */
  noNewLine?: boolean;
  /** Hangs beside the line and belongs to nothing that is said in it. */
  isLabel?: boolean;
}

/** An entry in the outline of the document. */
export interface Bookmark {
  readonly title: string;
  /** 0 for the document's own title; a deeper one is nested under the last shallower one. */
  readonly depth: number;
}
