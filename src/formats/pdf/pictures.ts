import {inflateSync} from 'node:zlib';
import type {Block, BlockOf, Publication} from '../../publication/types.ts';
import type {ReportDocument} from './layer/document.ts';

type Figure = BlockOf<'figure'>;

/** The figures of a publication under the names by which pdfmake finds them. */
export function namePictures({blocks, notes}: Publication): ReadonlyMap<string, Figure> {
  const figures = [...blocks, ...notes.flatMap(note => note.blocks)].flatMap(figuresIn);
  return new Map(figures.map((figure, index) => [`picture-${index + 1}`, figure]));
}

/** Pictures as data addresses: pdfmake reads them from memory, never from a file. */
export function pictureAddresses(pictures: ReadonlyMap<string, Figure>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...pictures].map(([name, {mediaType, bytes}]) => [
      name,
      `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    ]),
  );
}

/**
 * Embeds the pictures one after the other, and gives the names of those that could be read.
 *
 * A PNG with transparency is unpacked in the background; were several under way at once, the order in which they end
 * up in the file would differ from run to run.
 */
export async function embedPictures(
  document: ReportDocument,
  pictures: ReadonlyMap<string, Figure>,
): Promise<ReadonlyMap<Uint8Array, string>> {
  const names = new Map<Uint8Array, string>();
  for (const [name, figure] of pictures) {
    if (!canBeUnpacked(figure)) continue;
    try {
      const {obj} = document.provideImage(name);
      while (obj.offset === undefined) await nextTurn();
      names.set(figure.bytes, name);
    } catch {
      // Not a picture; the figure says so in its place.
    }
  }
  return names;
}

function figuresIn(block: Block): readonly Figure[] {
  switch (block.type) {
    case 'figure':
      return [block];
    case 'box':
    case 'quotation':
      return block.blocks.flatMap(figuresIn);
    case 'list':
      return block.items.flatMap(item => item.blocks).flatMap(figuresIn);
    default:
      return [];
  }
}

/** A PNG with damaged data would end the whole process, since pdfkit throws in a callback; so it is tried out first. */
function canBeUnpacked({mediaType, bytes}: Figure): boolean {
  if (mediaType !== 'image/png') return true;
  try {
    inflateSync(Buffer.concat(dataOf(Buffer.from(bytes))));
    return true;
  } catch {
    return false;
  }
}

/** The `IDAT` chunks: after eight bytes of signature come chunks of length (4), name (4), data and checksum (4). */
function dataOf(png: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let at = 8;
  while (at + 8 <= png.length) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve);
  });
}
