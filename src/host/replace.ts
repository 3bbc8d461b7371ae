import {chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {reasonOf} from './files.ts';
import {RequestError} from './request-error.ts';

/** A file that somebody keeps, with what was read of it and what is to stand there. */
export interface ReplacedFile {
  /** Absolute. */
  readonly path: string;
  /** As people know it, for messages. */
  readonly shown: string;
  /** The whole text as read. */
  readonly was: string;
  readonly now: string;
}

/**
 * Puts texts in the place of those that were read, whole or not at all: each under a temporary name beside its file first, then
 * renamed. A file that changed since it was read is somebody's work in between: then nothing is written. A link leads
 * to the file that is replaced and stays; permissions stay.
 *
 * @throws RequestError when a file changed, and when the system refuses; the temporary files are then gone
 */
export function replaceFiles(files: readonly ReplacedFile[]): void {
  const temporaries: string[] = [];
  let current = '';
  try {
    const places = files.map(file => {
      current = file.shown;
      requireUnchanged(file);
      return {file, real: realpathSync(file.path)};
    });
    const prepared = places.map(({file, real}) => {
      current = file.shown;
      const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
      temporaries.push(temporary);
      writeFileSync(temporary, file.now, {flush: true});
      chmodSync(temporary, statSync(real).mode);
      return {file, real, temporary};
    });
    for (const {file} of prepared) requireUnchanged(file);
    for (const {file, real, temporary} of prepared) {
      current = file.shown;
      renameSync(temporary, real);
    }
  } catch (error) {
    for (const temporary of temporaries) rmSync(temporary, {force: true});
    if (error instanceof RequestError) throw error;
    throw new RequestError(
      `${current}: cannot be written (${reasonOf(error)}); check the folder and its permissions`,
    );
  }
}

function requireUnchanged({path, shown, was}: ReplacedFile): void {
  if (readFileSync(path).equals(Buffer.from(was))) return;
  throw new RequestError(`${shown}: the file changed since it was read; nothing was written, run it again`);
}
