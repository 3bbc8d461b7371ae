import {type Line, PdfmakeWriter} from './pdfmake.ts';

/** pdfmake's writer, which leaves lines where `composeLines` aligned them. */
export class PageWriter extends PdfmakeWriter {
  override alignLine(_line: Line): void {}
}
