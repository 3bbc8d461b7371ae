import type {Composition} from './composition.ts';
import {cutText, type PlacedText} from './places.ts';
import type {Inline, InlineOf} from './types.ts';

/** The links out of a document that a committee's reader can follow. */
const OUTWARD_PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:'];

// A url of characters that RFC 3986 allows: "https://example.org/a?b=c".
const PLAIN_URL = /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/u;

// A web address typed as it is: "https://committees.parliament.uk/work/1", the stop or bracket after it left out.
const ADDRESS = /https?:\/\/[^\s<>"“”[\]]{1,2000}[^\s<>"“”.,;:!?'’()[\]]/gu;

/** A piece of text with its web addresses live, so that a reader of the file can follow what a note prints. */
export function composeAddresses(piece: PlacedText, composition: Composition): readonly Inline[] {
  const plain = (from: number, to: number): Inline => {
    const part = cutText(piece, from, to);
    return record({type: 'text', value: part.value}, part, composition);
  };
  const inlines: Inline[] = [];
  let done = 0;
  for (const {0: address, index} of composition.isInLink ? [] : piece.value.matchAll(ADDRESS)) {
    const url = outwardUrl(address);
    if (url === undefined) continue;
    if (index > done) inlines.push(plain(done, index));
    done = index + address.length;
    inlines.push({type: 'link', url, children: [plain(index, done)]});
  }
  if (done < piece.value.length) inlines.push(plain(done, piece.value.length));
  return inlines;
}

/** The address of a link out of the document, spelt as RFC 3986 wants it; `undefined` for one that nobody can follow. */
export function outwardUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!OUTWARD_PROTOCOLS.includes(parsed.protocol)) return undefined;
  return PLAIN_URL.test(url) ? url : parsed.href;
}

/** An inline of a text's, with the place of that text. */
export function record(
  inline: InlineOf<'text'> | InlineOf<'cross-reference'>,
  {place}: PlacedText,
  {places}: Composition,
): Inline {
  places.inlines.set(inline, place);
  return inline;
}
