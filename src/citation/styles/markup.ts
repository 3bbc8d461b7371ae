import type {StyledRun, StyledText} from './types.ts';

// "<i>", "</span>", "<span style=\"font-style:normal;\">"; any other sign of less-than is spelt `&#60;`
const TAG = /<(\/?)([a-z]+)([^<>]*)>/gu;
// "&#38;", "&amp;"
const REFERENCE = /&(?:#(\d{1,6})|(amp|lt|gt|quot));/gu;
const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'};

interface Look {
  readonly italic: boolean;
  readonly bold: boolean;
}

/** What a processor wrote as HTML, as words with their look. Small capitals and raised figures become plain ones. */
export function readMarkup(html: string): StyledText {
  const runs: StyledRun[] = [];
  const looks: Look[] = [{italic: false, bold: false}];
  const put = (text: string): void => {
    const {italic, bold} = looks.at(-1) ?? {italic: false, bold: false};
    const plain = text.replace(REFERENCE, (typed, code: string | undefined, name: string | undefined) =>
      code === undefined
        ? (NAMED[name ?? ''] ?? typed)
        : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    );
    const last = runs.at(-1);
    if (plain === '') return;
    if (last !== undefined && last.italic === italic && last.bold === bold) {
      runs[runs.length - 1] = {...last, text: last.text + plain};
    } else runs.push({text: plain, italic, bold});
  };
  let done = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, closing, name = '', rest = ''] = match;
    put(html.slice(done, match.index));
    done = match.index + whole.length;
    if (closing === '/') {
      if (looks.length > 1) looks.pop();
    } else looks.push(lookIn(name, rest, looks.at(-1)));
  }
  put(html.slice(done));
  return tidied(runs);
}

function lookIn(name: string, attributes: string, outer: Look = {italic: false, bold: false}): Look {
  if (name === 'i' || name === 'em') return {...outer, italic: true};
  if (name === 'b' || name === 'strong') return {...outer, bold: true};
  if (attributes.includes('font-style:normal')) return {...outer, italic: false};
  if (attributes.includes('font-weight:normal')) return {...outer, bold: false};
  return outer;
}

// Line ends and indents of the markup around an entry: "\n  "
const LINE_END = /\s*\n\s*/gu;

/** On one line, without white space at the ends. */
function tidied(runs: readonly StyledRun[]): StyledText {
  const flat = runs.map(run => ({...run, text: run.text.replace(LINE_END, ' ')}));
  const trimmed = flat.map((run, at) => {
    const start = at === 0 ? run.text.trimStart() : run.text;
    return {...run, text: at === flat.length - 1 ? start.trimEnd() : start};
  });
  return trimmed.filter(({text}) => text !== '');
}
