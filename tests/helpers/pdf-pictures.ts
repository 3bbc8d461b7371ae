import {crc32, deflateSync} from 'node:zlib';
import type {BlockOf} from '../../src/publication/types.ts';

/** A figure with a PNG drawn by hand: a soft-edged disc in one colour, with transparency. */
export function discFigure(size: number, red: number, green: number, blue: number): BlockOf<'figure'> {
  const rows = Array.from({length: size}, (_, y) => [
    0,
    ...Array.from({length: size}, (_, x) => {
      const distance = Math.hypot(x - size / 2, y - size / 2);
      return [red, green, blue, distance < size / 2 ? 255 - Math.round((distance / size) * 300) : 0];
    }).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel; red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return {
    type: 'figure',
    indent: 0,
    mediaType: 'image/png',
    bytes,
    width: size,
    height: size,
    alt: `A disc of ${size} pixels`,
  };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, checksum]);
}
