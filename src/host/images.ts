import {dirname, resolve} from 'node:path';
import {readBytes} from './files.ts';
import {confined, isFile, type Project, showPath} from './project.ts';

/**
 * Reads the images of a manuscript: PNG and JPEG files inside the project, told by their first bytes and not by their
 * names. An address on the web is never fetched. What is not there, and what lies outside the project by its name or
 * through a link, is missing from the answer; a file of another kind is handed on as no bytes at all. The linter reports
 * each at its place.
 *
 * @param manuscriptPath absolute; the addresses are relative to its folder
 * @param urls as typed between the brackets
 * @returns the bytes by address as typed
 * @throws RequestError for a file of the project that the system does not let us read
 */
export function readImages(
  project: Project,
  manuscriptPath: string,
  urls: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const url of urls) {
    if (found.has(url) || SCHEME.test(url)) continue;
    const path = resolve(dirname(manuscriptPath), decodeUrl(url));
    const real = confined(project, path);
    if (real === undefined || !isFile(real)) continue;
    const bytes = readBytes(real, showPath(project, path));
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
