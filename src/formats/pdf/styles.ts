import type {Profile} from '../../profiles/profile.ts';
import type {OpenFinding} from '../../publication/types.ts';
import type {PanelLook} from './layer/nodes.ts';
import type {Style} from './layer/pdfmake.ts';

/** Lengths in points, all taken from the size of the text. */
export interface Metrics {
  readonly size: number;
  /** From the margin to the text of a numbered paragraph; the number hangs in it. */
  readonly textIndent: number;
  /** From the text to that of a list item in it. */
  readonly listIndent: number;
  readonly quotationIndent: number;
  /** By which the later lines of a work stand further in than its first, in a list of works. */
  readonly workHang: number;
  /** From the margin to the text of a note. */
  readonly noteIndent: number;
  readonly paragraphGap: number;
  readonly itemGap: number;
  /** Above and below boxes, tables and figures. */
  readonly blockGap: number;
}

export function metricsFor(size: number): Metrics {
  return {
    size,
    textIndent: size * 2.7,
    listIndent: size * 1.5,
    quotationIndent: size * 1.5,
    workHang: size * 2.7,
    noteIndent: size * 1.5,
    paragraphGap: size * 0.62,
    itemGap: size * 0.3,
    blockGap: size * 1.3,
  };
}

/** The size of a note by that of the text. */
export const NOTE_SIZE = 0.82;

export const COLOURS = {
  text: '#1a1a1a',
  muted: '#55606e',
  accent: '#1d3f66',
  link: '#1d4f91',
  line: '#b4bcc7',
  draft: '#a3201d',
} as const;

/** Each severity has a ground to set words off and a darker ink for its label. */
export const SEVERITY_COLOURS: Readonly<
  Record<OpenFinding['severity'], {readonly ground: string; readonly ink: string}>
> = {
  error: {ground: '#fbdcd9', ink: '#a3201d'},
  warning: {ground: '#fbedc4', ink: '#7a5200'},
  info: {ground: '#dfeafa', ink: '#1d4f91'},
};

export const BOX_LOOK: PanelLook = {
  fill: '#f4f6f9',
  line: '#b9c4d2',
  padding: {x: 11, top: 8, bottom: 9},
};

export const CODE_LOOK: PanelLook = {
  fill: '#f5f5f3',
  line: undefined,
  padding: {x: 8, top: 5, bottom: 6},
};

/** Width and height in points. */
export const PAGE_SIZES: Readonly<
  Record<Profile['page']['size'], {readonly width: number; readonly height: number}>
> = {
  A4: {width: 595.28, height: 841.89},
  Letter: {width: 612, height: 792},
};

export const defaultStyle: Style = {font: 'Serif', lineHeight: 1, color: COLOURS.text, alignment: 'left'};

/** The styles that nodes name; a heading's depends on its rank, 1 for the highest that the document has. */
export type StyleName =
  | 'title'
  | 'titleSmall'
  | 'titleLine'
  | `heading${1 | 2 | 3 | 4}`
  | 'box'
  | 'boxTitle'
  | 'small'
  | 'table'
  | 'tableHeader'
  | 'note'
  | 'noteTable'
  | 'noteTableHeader'
  | 'code'
  | 'furniture'
  | 'draft';

export function stylesFor({size}: Metrics): Readonly<Record<StyleName, Style>> {
  return {
    title: {fontSize: size * 2.1, bold: true, color: COLOURS.accent, lineHeight: 0.92},
    titleSmall: {fontSize: size * 0.95, color: COLOURS.muted},
    titleLine: {fontSize: size * 1.16, color: COLOURS.text},
    heading1: {fontSize: size * 1.42, bold: true, color: COLOURS.accent},
    heading2: {fontSize: size * 1.18, bold: true, color: COLOURS.accent},
    heading3: {fontSize: size, bold: true},
    heading4: {fontSize: size, italics: true},
    box: {fontSize: size * 0.92},
    boxTitle: {fontSize: size, bold: true, color: COLOURS.accent},
    small: {fontSize: size * 0.82, color: COLOURS.muted},
    table: {fontSize: size * 0.9},
    tableHeader: {fontSize: size * 0.9, bold: true},
    note: {fontSize: size * NOTE_SIZE},
    noteTable: {fontSize: size * NOTE_SIZE},
    noteTableHeader: {fontSize: size * NOTE_SIZE, bold: true},
    code: {font: 'Mono', fontSize: size * 0.8, preserveLeadingSpaces: true, preserveTrailingSpaces: true},
    furniture: {fontSize: size * 0.78, color: COLOURS.muted},
    draft: {fontSize: size * 0.86, bold: true, color: COLOURS.draft},
  };
}
