/** A text as it is on disk, byte-order mark and line ends included, with the path people know it by. */
export interface SourceText {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  /** Every offset in opcit counts UTF-16 code units of this string, from 0. */
  readonly text: string;
}
