// Control characters that XML 1.0 has no way to write, and code points that Unicode keeps for no character: "\u0007", "\uFFFE"
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
// One half of a pair without the other: "\uD83D" alone
const LONE_SURROGATE = /\p{Cs}/gu;
// "one\ntwo": where a person broke a line of Markdown
const LINE_END = /\r\n?|\n/gu;
// "one \n  two"
const WHITE_SPACE = /\s+/gu;

/** A text that XML can carry: what cannot be written is dropped, half a surrogate pair becomes U+FFFD. */
export function writableText(text: string): string {
  return text.replace(UNWRITABLE, '').replace(LONE_SURROGATE, '\uFFFD');
}

/** Running text in one line, as Word shows it: a line end typed in the manuscript is a space. */
export function runningText(text: string): string {
  return writableText(text.replace(LINE_END, ' '));
}

/** The lines of a text that keeps its line ends, such as code. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END).map(writableText);
}

/** A text for an attribute, where XML would turn line ends and tabs into spaces anyway. */
export function attributeText(text: string): string {
  return writableText(text).replace(WHITE_SPACE, ' ').trim();
}

/** Escapes a text for XML that is written by hand. */
export function escapeXml(text: string): string {
  return writableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
