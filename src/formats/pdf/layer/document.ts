import {limitKerning} from './kerning.ts';
import {type DocumentOptions, type FamilyPaths, PdfmakeDocument} from './pdfmake.ts';
import type {Face} from './runs.ts';

/** What a document is made with. */
export interface DocumentParts {
  readonly families: Readonly<Record<string, FamilyPaths>>;
  /** Pictures by name, as data addresses. */
  readonly images: Readonly<Record<string, string>>;
  /** Whether a file may be read; pdfmake asks for each. */
  readonly mayRead: (path: string) => boolean;
  /** The only date that the file bears; without one it bears none. */
  readonly issued: Date | undefined;
  readonly options: DocumentOptions;
}

/** Stands in where pdfkit cannot do without a date, and is taken out of what it writes. */
const NO_DATE = new Date(0);
const NO_DATE_ELEMENT = '<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>';

/** A PDF in the making, whose metadata stay well-formed whatever the title holds, and take no date from the clock. */
export class ReportDocument extends PdfmakeDocument {
  constructor({families, images, mayRead, issued, options}: DocumentParts) {
    const info = {...options.info, CreationDate: issued ?? NO_DATE};
    super(families, images, {}, {}, {...options, info}, null, mayRead);
    if (issued !== undefined) return;
    const {CreationDate: _, ...undated} = this.info;
    this.info = undated;
  }

  override provideFont(family: string, bold: boolean, italics: boolean): Face {
    return limitKerning(super.provideFont(family, bold, italics));
  }

  /** pdfkit pastes the info into its XML packet as it stands, so that an `&` in a title would break the packet. */
  override endMetadata(): void {
    const plain = this.info;
    const entries = Object.entries(plain).map(([key, value]) => [key, escaped(value)]);
    this.info = {CreationDate: NO_DATE, ...Object.fromEntries(entries)};
    super.endMetadata();
    this.info = plain;
  }

  override appendXML(xml: string, newline?: boolean): void {
    const isUndated = this.info['CreationDate'] === NO_DATE;
    super.appendXML(isUndated ? xml.replace(NO_DATE_ELEMENT, '') : xml, newline);
  }
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
