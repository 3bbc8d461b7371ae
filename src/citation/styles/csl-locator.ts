/** A place in a work as CSL knows it: a label of its own list, and the words behind it. */
export interface CslLocator {
  readonly label: string;
  readonly locator: string;
}

/** CSL's labels (CSL 1.0.2, "Locators") by what people type, in lower case and without stops. */
const LABELS: Readonly<Record<string, string>> = {
  '': 'page',
  p: 'page',
  pp: 'page',
  pg: 'page',
  pgs: 'page',
  page: 'page',
  pages: 'page',
  at: 'page',
  ch: 'chapter',
  chs: 'chapter',
  chap: 'chapter',
  chaps: 'chapter',
  chapter: 'chapter',
  chapters: 'chapter',
  col: 'column',
  cols: 'column',
  column: 'column',
  columns: 'column',
  fig: 'figure',
  figs: 'figure',
  figure: 'figure',
  figures: 'figure',
  fo: 'folio',
  fol: 'folio',
  fols: 'folio',
  folio: 'folio',
  l: 'line',
  ll: 'line',
  line: 'line',
  lines: 'line',
  n: 'note',
  nn: 'note',
  note: 'note',
  notes: 'note',
  no: 'issue',
  para: 'paragraph',
  paras: 'paragraph',
  paragraph: 'paragraph',
  paragraphs: 'paragraph',
  '¶': 'paragraph',
  '¶¶': 'paragraph',
  pt: 'part',
  pts: 'part',
  part: 'part',
  parts: 'part',
  s: 'section',
  ss: 'section',
  sec: 'section',
  secs: 'section',
  sect: 'section',
  section: 'section',
  sections: 'section',
  '§': 'section',
  '§§': 'section',
  v: 'verse',
  vv: 'verse',
  verse: 'verse',
  verses: 'verse',
  vol: 'volume',
  vols: 'volume',
  volume: 'volume',
  volumes: 'volume',
};

// "pp. 12–14", "§ 4", "12"
const LABELLED = /^(\p{L}{1,12}|[¶§]{1,2})?\.?[\s~]{0,3}(\S[\s\S]{0,400})$/u;
// "12", "xii"
const NUMBERED = /^(?:\d|[ivxlc]{1,7}(?!\p{L}))/u;

/**
 * A locator as typed, "pp. 12–14", in CSL's terms. `undefined` for a label that CSL does not have: the words are then the
 * author's own and stay as they are.
 */
export function toCslLocator(typed: string): CslLocator | undefined {
  const text = typed.trim();
  if (NUMBERED.test(text)) return {label: 'page', locator: text};
  const match = LABELLED.exec(text);
  const label = LABELS[(match?.[1] ?? '').toLowerCase()];
  const locator = match?.[2];
  return label === undefined || locator === undefined || match?.[1] === undefined
    ? undefined
    : {label, locator};
}
