import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff';

/** A text before and after. */
export interface ChangedText {
  /** As people know it, with forward slashes. */
  readonly path: string;
  readonly was: string;
  readonly now: string;
}

/**
 * What changed in a text as a unified diff, with three lines around each change and the paths under `a/` and `b/`, so that
 * `git apply` and `patch -p1` take it. Every byte of a line is kept, its own line end too.
 *
 * @returns nothing for a text that is the same
 */
export function unifiedDiff({path, was, now}: ChangedText): string {
  if (was === now) return '';
  const [from, to] = path.startsWith('/') ? [path, path] : [`a/${path}`, `b/${path}`];
  return createTwoFilesPatch(from, to, was, now, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
