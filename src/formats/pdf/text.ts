// "one \n  two": where a person broke a line for the eye of who edits it
const LINE_ENDS = /[^\S\u00a0]*[\r\n\u2028\u2029][^\S\u00a0]*/gu;
// "\u0007": what prints as nothing or as a box
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
// "\u00ad": a soft hyphen and other characters that only tell a program something
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// One half of a pair without the other: "\uD83D" alone
const LONE_SURROGATES = /\p{Cs}/gu;
// What an address may not hold in a PDF, such as the "é" in "/café"
const NOT_IN_ADDRESS = /[^\u0021-\u007e]/gu;
// "\r\n"
const ANY_LINE_END = /\r\n?/gu;

/** A text that a font can be asked for: what cannot be seen is dropped, letters and their accents are one character. */
export function printableText(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC');
}

/** Running text in one line: "one\ntwo" reads "one two". */
export function runningText(text: string): string {
  return printableText(text.replace(LINE_ENDS, ' '));
}

/** A text that keeps its line ends, such as code. */
export function codeText(text: string): string {
  return printableText(text.replace(ANY_LINE_END, '\n'));
}

/** An address as a PDF takes it, in ASCII. */
export function addressText(url: string): string {
  return printableText(url).replace(NOT_IN_ADDRESS, encodeURIComponent);
}
