import {PdfmakeDocument} from './pdfmake.ts';

/** A PDF in the making, whose metadata stay well-formed whatever the title holds. */
export class ReportDocument extends PdfmakeDocument {
  /** pdfkit pastes the info into its XML packet as it stands, so that an `&` in a title would break the packet. */
  override endMetadata(): void {
    const plain = this.info;
    this.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escaped(value)]));
    super.endMetadata();
    this.info = plain;
  }
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
