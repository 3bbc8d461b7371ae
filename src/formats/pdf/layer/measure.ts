import type {Leaf, TableNode} from './nodes.ts';
import {type Document, PdfmakeMeasure, PdfmakeTextInlines, type Style, type StyleStack} from './pdfmake.ts';
import type {Inline, Run} from './runs.ts';

/** The character that breaks no line, and the one that most fonts have in its place. */
const NON_BREAKING_HYPHEN = '\u2011';

/** Never begins a line when it has a space before it. */
const DASH = '\u2013';

/** "(see paragraphs ", "n ", "pp. ": words that make no sense without the number behind them, the space included. */
const LEADS_TO_NUMBER =
  /^[("'“‘[]*(?:box(?:es)?|paras?\.?|paragraphs?|sections?|chapters?|tables?|figures?|annex(?:es)?|notes?|footnotes?|nn?\.?|pp?\.?|pages?|nos?\.?|vols?\.?)\s+$/u;
/** "12", "3–5)", "[2": what such a word leads to. */
const NUMBER_FIRST = /^[[(]?\d/u;

/** Measures words, and settles which of them stay together. */
export class ReportTextInlines extends PdfmakeTextInlines {
  override buildInlines(runs: readonly Run[], styles: StyleStack): {readonly items: Inline[]} {
    return super.buildInlines(
      runs.map(run => settled(run, styles)),
      styles,
    );
  }

  override measure(words: Inline[], styles: StyleStack): Inline[] {
    for (const [index, word] of words.entries()) {
      if (staysWith(word.text, words[index + 1]?.text ?? '')) word.noNewLine = true;
      // Only now: lines are broken already where they may, and the hyphen in its place would allow one break more.
      if (word.text.includes(NON_BREAKING_HYPHEN)) word.text = word.text.replaceAll(NON_BREAKING_HYPHEN, '-');
    }
    keepLastWord(words);
    return super.measure(words, styles);
  }
}

/** A last line is longer than this many letters, unless its paragraph has too few words to choose from. */
const SHORT_END = 6;
const FEWEST_WORDS = 12;

/** Keeps the last word of a paragraph, a short one, with the word before it: "them." is no line. */
function keepLastWord(words: readonly Inline[]): void {
  if (words.length < FEWEST_WORDS) return;
  let start = words.length - 1;
  let length = words[start]?.text.trim().length ?? 0;
  // "them" and its stop, or the mark of its note, are words of their own here.
  for (
    let before = words[start - 1];
    before !== undefined && !before.text.endsWith(' ');
    before = words[start - 1]
  ) {
    length += before.text.length;
    start -= 1;
    if (length > SHORT_END) return;
  }
  const before = words[start - 1];
  if (before !== undefined && length <= SHORT_END) before.noNewLine = true;
}

/** Whether no line may break between two words: "paragraph 2" and "box 3" stay whole, and a dash with a space before it begins no line. */
function staysWith(word: string, next: string): boolean {
  if (next.trim() === DASH) return word.endsWith(' ');
  return NUMBER_FIRST.test(next) && LEADS_TO_NUMBER.test(word.toLowerCase());
}

/**
 * What pdfmake looks up for each word, with the value where nobody sets one. `false` stands for its own `null`, which
 * it would look up again.
 */
const LOOKED_UP = {
  alignment: 'left',
  background: false,
  bold: false,
  characterSpacing: 0,
  color: 'black',
  decoration: false,
  decorationColor: false,
  decorationStyle: false,
  decorationThickness: false,
  font: 'Serif',
  fontFeatures: false,
  fontSize: 12,
  italics: false,
  leadingIndent: 0,
  lineHeight: 1,
  link: false,
  linkToDestination: false,
  linkToPage: false,
  noWrap: false,
  opacity: 1,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
  sub: false,
  sup: false,
  wordBreak: 'normal',
} as const;

/** A run with every property that its words need, looked up once for all of them. */
function settled(run: Run, styles: StyleStack): Run {
  const own = new Map<string, unknown>(Object.entries(run));
  const looks = Object.entries(LOOKED_UP).map(([name, otherwise]) => [
    name,
    own.get(name) ?? styles.getProperty(name) ?? otherwise,
  ]);
  return {...run, ...Object.fromEntries(looks)};
}

/** Measures the nodes that the layer lays out, the labels that hang beside them included. */
export class ReportMeasure extends PdfmakeMeasure {
  override textInlines: ReportTextInlines;

  constructor(document: Document, styles: Readonly<Record<string, Style>>, defaultStyle: Style) {
    super(document, styles, defaultStyle, null, {});
    this.textInlines = new ReportTextInlines(document);
  }

  override measureLeaf(node: Leaf): Leaf {
    const measured = super.measureLeaf(node);
    for (const label of measured.labels ?? []) {
      label._inlines = this.textInlines.buildInlines(label.text, this.styleStack).items;
    }
    return measured;
  }

  /** Cells are measured; how wide each column gets is settled where the table is laid out. */
  override measureTable(node: TableNode): TableNode {
    for (const row of node.table.body) {
      for (const cell of row) this.measureNode(cell);
    }
    node._minWidth = 0;
    node._maxWidth = 0;
    return node;
  }
}
