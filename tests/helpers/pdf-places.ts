import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text with its place: points from the lower left corner to the start of its baseline. */
export interface PlacedText {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** The size of its type in points. */
  readonly size: number;
}

/** Every piece of text of a PDF, in the order of its drawing. */
export async function readPlaces(bytes: Uint8Array): Promise<readonly PlacedText[]> {
  // A copy, since pdf.js takes the buffer away.
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0});
  const document = await task.promise;
  const found: PlacedText[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const {items} = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size = 0, x = 0, y = 0]: readonly number[] = item.transform;
      found.push({text: item.str.trim(), page, x, y, size});
    }
  }
  await task.destroy();
  return found;
}

/** The one piece that begins with a text. */
export function placeOf(places: readonly PlacedText[], text: string): PlacedText {
  const [place, ...others] = places.filter(one => one.text.startsWith(text));
  if (place === undefined || others.length > 0)
    throw new Error(`\`${text}\` stands ${others.length} times more`);
  return place;
}
