import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * The pages of a PDF as text that a person can read: a line for each printed line, in the order of the page's drawing.
 *
 *     === page 1 of 2 ===
 *     Written evidence submitted by The Body
 */
export async function readPdfLines(bytes: Uint8Array): Promise<string> {
  // A copy, since pdf.js takes the buffer away.
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0});
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const {items} = await (await document.getPage(number)).getTextContent();
    const lines = joinLines(items.flatMap(item => ('str' in item ? [item] : [])));
    pages.push([`=== page ${number} of ${document.numPages} ===`, ...lines].join('\n'));
  }
  await task.destroy();
  return `${pages.join('\n\n')}\n`;
}

/** A piece of text as pdf.js gives it. */
interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
}

/** Pieces at one height are one line; the mark of a note stands a little above the words that it follows. */
function joinLines(pieces: readonly Piece[]): readonly string[] {
  const lines: {text: string; baseline: number}[] = [];
  for (const {str, transform} of pieces) {
    const baseline = transform[5] ?? 0;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.baseline - baseline) < NEAR) {
      line.text += str;
    } else {
      lines.push({text: str, baseline});
    }
  }
  return lines.map(({text}) => text.replaceAll(WHITE_SPACE, ' ').trim()).filter(text => text !== '');
}

/** Points. Lines are further apart, marks of notes nearer to their words. */
const NEAR = 6;

const WHITE_SPACE = /\s+/gu;
