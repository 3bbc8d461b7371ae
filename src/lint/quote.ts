/** UTF-16 code units of an author's text that a message shows before it is cut. */
const LONGEST = 60;

/**
 * The author's words in backticks, fit for a message: on one line, without backticks of their own, cut when long.
 *
 *     Tacoli, C and   →   `Tacoli, C and D Satterthwaite`
 *     D Satterthwaite
 */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('`', "'").trim();
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
  return `\`${shown}\``;
}

/** Quoted texts as a list for reading: "`a`", "`a` or `b`", "`a`, `b` or `c`". */
export function quoteList(texts: readonly string[], joint: 'and' | 'or'): string {
  const quoted = texts.map(quote);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${joint} ${last}`;
}
