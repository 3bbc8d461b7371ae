/** What closes an entry: `}` after `@book{`, `)` after `@book(`. */
export type Closer = '}' | ')';

// `@article{smith2001,` · `@book{jones` at the end of a line · `@article{,` · `@string{`
const ENTRY_OPENING =
  /@[ \t]*(?:(?:string|preamble|comment)[ \t]*[{(]|[a-z][\w:+-]*[ \t]*[{(]\s{0,40}[^\s,{}()="]*[ \t]{0,40}[,\r\n])/iuy;

/**
 * Whether a new entry begins at an `@`. Inside an entry this decides that the one before was never closed, so more is
 * asked for than at the top level: a key and its comma, or the end of the line.
 */
export function opensEntry(text: string, at: number): boolean {
  ENTRY_OPENING.lastIndex = at;
  return ENTRY_OPENING.test(text);
}

/** Whether only blanks stand between the start of the line (or of the file, a byte-order mark aside) and `at`. */
export function isAtLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  const character = text[before];
  return character === undefined || character === '\n' || character === '\r' || character === '\uFEFF';
}

/**
 * The first offset from `at` on that holds neither white space nor, inside an entry, a comment from `%` to the end of
 * its line. Between entries `%` means nothing to BibTeX: an entry behind one is read; then `isPercentBlank` is true and
 * a `%` at the start of its other lines is a blank too.
 */
export function skipBlank(text: string, at: number, isPercentBlank: boolean): number {
  let next = at;
  for (;;) {
    const character = text[next];
    if (character === undefined) return next;
    if (isBlank(character)) next++;
    else if (character === '%' && isPercentBlank && isAtLineStart(text, next)) next++;
    else if (character === '%') next = lineEnd(text, next, text.length);
    else return next;
  }
}

/** The offset of the line end after `at`, or `limit` where none comes before it. */
export function lineEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** True for white space as BibTeX has it, and for the blanks that word processors leave behind. */
export function isBlank(character: string): boolean {
  return (
    character === ' ' ||
    character === '\n' ||
    character === '\t' ||
    character === '\r' ||
    character === '\u00A0' ||
    character === '\f'
  );
}
