/** What an image file says of itself in its first bytes. */
export interface ImageSize {
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49484452;

/** Reads type and size from the header of a PNG or JPEG file; `undefined` for anything else, and for an empty image. */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
  const size = readPng(bytes) ?? readJpeg(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

/** PNG (ISO/IEC 15948, 11.2.2): the signature, then the chunk IHDR, which begins with width and height. */
function readPng(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 24 || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(12) !== IHDR) return undefined;
  return {mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20)};
}

/** JPEG (ITU-T T.81, B.2.2): segments up to the frame header, which holds a precision, the height and the width. */
function readJpeg(bytes: Uint8Array): ImageSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrameHeader(marker)) {
      return {mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5)};
    }
    at += standsAlone(marker) ? (marker === 0xff ? 1 : 2) : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Markers without a segment behind them, TEM and RST0 to RST7, and the fill byte 0xFF. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) || marker === 0xff;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
