import {run} from '../src/cli/run.ts';

// One change of style in a terminal's output: "ESC[1m", "ESC[39m".
const STYLE_CHANGE = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, 'gu');

/** The colours of the picture, by the number with which a terminal asks for them. */
const COLOURS: Readonly<Record<number, string>> = {
  31: '#d1242f',
  32: '#1a7f37',
  33: '#9a6700',
  34: '#0969da',
  36: '#1b7c83',
  90: '#6e7781',
};
const PLAIN = '#1f2328';

const COLUMNS = 100;
const LINE_HEIGHT = 19;
const MARGIN = 20;
/** Of a monospaced letter at 13.5 pixels. */
const LETTER_WIDTH = 8.13;
const WIDTH = 880;

interface Style {
  readonly colour: string;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/**
 * A picture of what `opcit lint` prints, as SVG.
 *
 * @param cwd the project's folder
 * @param manuscript the file to lint, relative to it
 */
export async function drawFindings(cwd: string, manuscript: string): Promise<string> {
  const printed: string[] = [];
  await run(['lint', '--color', 'always', manuscript], {
    cwd,
    env: {},
    stdout: {isTerminal: true, columns: COLUMNS, write: text => void printed.push(text)},
    stderr: {isTerminal: false, columns: undefined, write: () => undefined},
    readStdin: async () => new Uint8Array(),
    ask: undefined,
  });
  const lines = [`$ opcit lint ${manuscript}`, ...printed.join('').trimEnd().split('\n')];
  let style: Style = {colour: PLAIN, isBold: false, isUnderlined: false};
  const drawn = lines.map((line, index) => {
    const drawnLine = drawLine(line, style);
    style = drawnLine.style;
    const y = MARGIN + 14 + index * LINE_HEIGHT;
    return `  <text y="${y}">${drawnLine.spans}</text>`;
  });
  const height = 2 * MARGIN + lines.length * LINE_HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13.5" xml:space="preserve">`,
    '  <title>What opcit lint prints for the worked example</title>',
    `  <rect width="${WIDTH}" height="${height}" rx="8" fill="#f6f8fa" stroke="#d0d7de"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function drawLine(line: string, before: Style): {readonly spans: string; readonly style: Style} {
  let style = before;
  let spans = '';
  let done = 0;
  let column = 0;
  const put = (text: string): void => {
    // Blanks at the ends are left to the place: not every reader of SVG keeps them.
    const x = MARGIN + (column + text.length - text.trimStart().length) * LETTER_WIDTH;
    if (text.trim() !== '')
      spans += `<tspan x="${x.toFixed(1)}"${attributesOf(style)}>${escapeXml(text.trim())}</tspan>`;
    column += text.length;
  };
  for (const match of line.matchAll(STYLE_CHANGE)) {
    put(line.slice(done, match.index));
    style = changed(style, Number(match[1]));
    done = match.index + match[0].length;
  }
  put(line.slice(done));
  return {spans, style};
}

function changed(style: Style, code: number): Style {
  switch (code) {
    case 1:
      return {...style, isBold: true};
    case 22:
      return {...style, isBold: false};
    case 4:
      return {...style, isUnderlined: true};
    case 24:
      return {...style, isUnderlined: false};
    default:
      return {...style, colour: COLOURS[code] ?? PLAIN};
  }
}

function attributesOf({colour, isBold, isUnderlined}: Style): string {
  return `${colour === PLAIN ? ` fill="${PLAIN}"` : ` fill="${colour}"`}${isBold ? ' font-weight="bold"' : ''}${isUnderlined ? ' text-decoration="underline"' : ''}`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/gu, sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign] ?? sign);
}
