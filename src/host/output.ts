import {constants, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {isFolder, reasonOf} from './files.ts';
import {RequestError} from './request-error.ts';

/** A file to write, whole. */
export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files whole or not at all: all of them under temporary names beside their places first, then each renamed. A
 * reader never sees half a file, and a full disk leaves the old ones as they were. A link in the place of a file is
 * replaced, not followed.
 *
 * @throws RequestError when the system refuses; the temporary files are then gone
 */
export function writeOutputs(files: readonly OutputFile[]): void {
  const written: {readonly temporary: string; readonly path: string}[] = [];
  let current = '';
  try {
    for (const {path, bytes} of files) {
      current = path;
      if (isFolder(path))
        throw new RequestError(`${path}: a folder stands where the file should go; move it away`);
      makeFolder(dirname(path));
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      written.push({temporary, path});
      writeFileSync(temporary, bytes, {flush: true});
    }
    for (const {temporary, path} of written) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    for (const {temporary} of written) rmSync(temporary, {force: true});
    if (error instanceof RequestError) throw error;
    throw new RequestError(
      `${current}: cannot be written (${reasonOf(error)}); check the folder and its permissions`,
    );
  }
}

/**
 * Writes a file where none stands, whole or not at all: whatever appears in its place meanwhile is left as it is.
 *
 * @throws RequestError when something stands there, or the system refuses
 */
export function writeNewFile({path, bytes}: OutputFile): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, bytes, {flush: true});
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  } catch (error) {
    throw new RequestError(
      `${path}: cannot be written (${reasonOf(error)}); check the folder and its permissions`,
    );
  } finally {
    rmSync(temporary, {force: true});
  }
}

/** Makes a folder and those above it. Step by step, since Node's own way never ends where the system denies each step. */
function makeFolder(path: string): void {
  if (isFolder(path) || dirname(path) === path) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}
