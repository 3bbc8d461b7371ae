import {isAscii} from 'node:buffer';
import {lstatSync, readdirSync, readFileSync, type Stats, statSync} from 'node:fs';
import {join} from 'node:path';
import type {SourceText} from '../text/source.ts';
import {confine, isInside, type Project, showPath} from './project.ts';
import {RequestError} from './request-error.ts';

/**
 * Reads a text that a file of the project names, or that stands in the project.
 *
 * @param path absolute
 * @param from who names it, for the message
 * @throws RequestError when it is not there, lies outside the project, or is no UTF-8 text
 */
export function readSource(project: Project, path: string, from: string): SourceText {
  const shown = showPath(project, path);
  return {path: shown, text: decode(readBytes(confine(project, path, from), `${from}: ${shown}`), shown)};
}

/**
 * Reads a text that the person named on the command line. What a person types is their own word: it may lie outside the
 * project. A name inside the project must stay inside, so that a link in a folder from elsewhere leads nowhere.
 *
 * @param path absolute
 * @param typed as the person typed it
 */
export function readNamedSource(project: Project, path: string, typed: string): SourceText {
  const shown = showPath(project, path);
  requireFile(path, typed === '' ? shown : typed);
  const real = isInside(project, path) ? confine(project, path, 'the request') : path;
  return {path: shown, text: decode(readBytes(real, shown), shown)};
}

/** The files of a folder with one extension, as absolute paths in the order of their names; none where there is no folder. */
export function listFiles(folder: string, extension: `.${string}`): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith(extension) && !name.startsWith('.'))
    .sort()
    .map(name => join(folder, name));
}

/** True when a path names a folder. */
export function isFolder(path: string): boolean {
  return stateOf(path)?.isDirectory() ?? false;
}

/** True when anything stands at a path, also a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

/** What stands at a path; `undefined` for nothing, also below a path that is no folder and under a name that no system takes. */
function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false});
  } catch (error) {
    if (NOTHING_THERE.includes(reasonOf(error))) return undefined;
    throw new RequestError(`${path}: cannot be read (${reasonOf(error)}); check its permissions`);
  }
}

const NOTHING_THERE: readonly string[] = ['ENOTDIR', 'ENAMETOOLONG'];

/** True when two paths lead to one file that exists: by links, or by names that differ only for people. */
export function isSameFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map(stateOf);
  return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino;
}

/**
 * The text of a file's bytes, a byte-order mark included, since every offset counts it.
 *
 * @throws RequestError for bytes that are no UTF-8: offsets into a guessed text would be wrong
 */
export function decode(bytes: Uint8Array, shown: string): string {
  // Most files are ASCII, and then each byte is a unit of the text.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new RequestError(`${shown}: the file is not UTF-8 text; save it with the encoding UTF-8`);
  }
}

/**
 * The bytes of a file.
 *
 * @param path absolute, already confined where it must be
 */
export function readBytes(path: string, shown: string): Uint8Array {
  requireFile(path, shown);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new RequestError(`${shown}: cannot be read (${reasonOf(error)}); check its permissions`);
  }
}

/** The system's word for a failure, `EACCES`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}

function requireFile(path: string, shown: string): void {
  const found = stateOf(path);
  if (found === undefined)
    throw new RequestError(`${shown}: no such file; check the name and the folder you stand in`);
  if (found.isDirectory()) throw new RequestError(`${shown}: a folder and no file; name a file in it`);
  if (!found.isFile()) throw new RequestError(`${shown}: not a file that can be read; name a text file`);
}
