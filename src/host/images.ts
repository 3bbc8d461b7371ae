import {dirname, resolve} from 'node:path';
import {readBytes} from './files.ts';
import {confine, isFile, isInside, type Project, showPath} from './project.ts';

/** An image that a manuscript names. */
export interface ImageRequest {
  /** As typed between the brackets. */
  readonly url: string;
  /** Where it stands, for messages: `manuscript/evidence.md:41:8`. */
  readonly place: string;
}

/**
 * Reads the images of a manuscript: PNG and JPEG files inside the project, told by their first bytes and not by their
 * names. An address on the web is never fetched. What is not there is missing from the answer, and a file of another kind
 * is handed on as no bytes at all: composing reports both at their places.
 *
 * @param manuscriptPath absolute; the addresses are relative to its folder
 * @returns the bytes by address as typed
 * @throws RequestError for a file outside the project
 */
export function readImages(
  project: Project,
  manuscriptPath: string,
  images: readonly ImageRequest[],
): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const {url, place} of images) {
    if (found.has(url) || SCHEME.test(url)) continue;
    const path = resolve(dirname(manuscriptPath), decodeUrl(url));
    if (isInside(project, path) && !isFile(path)) continue;
    const bytes = readBytes(confine(project, path, place), showPath(project, path));
    found.set(url, isPicture(bytes) ? bytes : new Uint8Array());
  }
  return found;
}

// "https:", "data:", and "//host/…", which has the scheme of its page.
const SCHEME = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/iu;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

function isPicture(bytes: Uint8Array): boolean {
  return [PNG, JPEG].some(start => start.every((byte, index) => bytes[index] === byte));
}

/** `my%20map.png` names `my map.png`; an address with a stray per cent sign is taken as typed. */
function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
