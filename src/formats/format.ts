import type {Publication} from '../publication/types.ts';

/** A way to write a publication. */
export interface Format {
  /** The word after `--to`. */
  readonly id: string;
  readonly title: string;
  readonly extension: `.${string}`;
  readonly mediaType: string;
  /** The whole file. The same publication always gives the same bytes. */
  write(publication: Publication): Promise<Artifact>;
}

export interface Artifact {
  readonly bytes: Uint8Array;
  /** What the format has to say about the result: a note that starts a page late, a character no font has. */
  readonly warnings: readonly string[];
}
