/** One character as a terminal shows it. */
export interface Cell {
  /** What is printed: never a control character, whatever the text holds. */
  readonly shown: string;
  /** Columns that it takes: 0, 1 or 2; up to 4 for a tab. */
  readonly width: number;
  /** Its offset in the text, in UTF-16 code units. */
  readonly start: number;
}

const TAB_STOP = 4;

/**
 * A line as cells. Tabs become spaces; control characters, escapes and the marks that turn the direction of writing become
 * visible signs, since a text from elsewhere must not drive the terminal.
 */
export function layOut(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  let column = 0;
  for (const character of line) {
    const cell = layOutOne(character, start, column);
    cells.push(cell);
    start += character.length;
    column += cell.width;
  }
  return cells;
}

/** A text made fit for one line of a terminal: as `layOut` does, with line ends as spaces. */
export function neutralise(text: string): string {
  if (isPlain(text)) return text;
  return layOut(text.replace(LINE_ENDS, ' '))
    .map(({shown}) => shown)
    .join('');
}

// Characters that a terminal shows as they are, each in one column: ASCII from the space to the tilde.
const NOT_PLAIN = /[^ -~]/u;

/** Whether every character of a text is shown as it is and takes one column, as in most lines. */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  return layOut(text).reduce((width, cell) => width + cell.width, 0);
}

/** A text cut to a width, with `…` where something is left out. */
export function crop(text: string, width: number): string {
  const cells = layOut(neutralise(text));
  if (widthOf(text) <= width) return cells.map(({shown}) => shown).join('');
  let room = width - 1;
  let kept = '';
  for (const cell of cells) {
    if (cell.width > room) break;
    room -= cell.width;
    kept += cell.shown;
  }
  return `${kept.trimEnd()}…`;
}

/** A text filled up with spaces to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

// "one\r\ntwo", "one\ntwo"
const LINE_ENDS = /[\r\n]+/gu;

// U+202E turns the writing round; U+2066 isolates; U+2028 ends a line; a lone surrogate is half a character.
const UNSAFE =
  /[\u{80}-\u{9f}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}\p{Cs}]/u;

// A combining accent, a joiner, a byte-order mark.
const WIDTHLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;

function layOutOne(character: string, start: number, column: number): Cell {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) {
    const width = TAB_STOP - (column % TAB_STOP);
    return {shown: ' '.repeat(width), width, start};
  }
  // U+2400 and on are pictures of the control characters, ␛ for escape.
  if (code < 0x20) return {shown: String.fromCodePoint(0x2400 + code), width: 1, start};
  if (code < 0x7f) return {shown: character, width: 1, start};
  if (code === 0x7f) return {shown: '␡', width: 1, start};
  if (UNSAFE.test(character)) return {shown: '�', width: 1, start};
  if (code === 0xfeff) return {shown: '', width: 0, start};
  if (WIDTHLESS.test(character)) return {shown: character, width: code === 0xad ? 1 : 0, start};
  return {shown: character, width: isWide(code) ? 2 : 1, start};
}

/** Ranges that East Asian Width (UAX #11) calls wide or full-width, in broad strokes, and the emoji. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && WIDE.some(([first, last]) => first <= code && code <= last);
}
