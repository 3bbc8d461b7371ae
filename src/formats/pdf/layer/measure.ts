import type {Leaf, TableNode} from './nodes.ts';
import {type Document, PdfmakeMeasure, PdfmakeTextInlines, type Style, type StyleStack} from './pdfmake.ts';
import type {Face, Inline, Run} from './runs.ts';

/** The character that breaks no line, and the one that most fonts have in its place. */
const NON_BREAKING_HYPHEN = '\u2011';

/** Never begins a line when it has a space before it. */
const DASH = '\u2013';

/** Measures words, and keeps a list of the characters for which their face has no glyph. */
export class ReportTextInlines extends PdfmakeTextInlines {
  readonly missing: Set<string> = new Set();
  readonly #seen = new Map<Face, Set<string>>();

  override buildInlines(runs: readonly Run[], styles: StyleStack): {readonly items: Inline[]} {
    return super.buildInlines(
      runs.map(run => settled(run, styles)),
      styles,
    );
  }

  override measure(words: Inline[], styles: StyleStack): Inline[] {
    for (const [index, word] of words.entries()) {
      if (words[index + 1]?.text.trim() === DASH && word.text.endsWith(' ')) word.noNewLine = true;
      // Only now: lines are broken already where they may, and the hyphen in its place would allow one break more.
      if (word.text.includes(NON_BREAKING_HYPHEN)) word.text = word.text.replaceAll(NON_BREAKING_HYPHEN, '-');
    }
    const measured = super.measure(words, styles);
    for (const word of measured) this.#lookFor(word);
    return measured;
  }

  #lookFor({text, font}: Inline): void {
    const seen = this.#seen.get(font) ?? new Set();
    this.#seen.set(font, seen);
    for (const character of text) {
      if (seen.has(character)) continue;
      seen.add(character);
      if (!font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) this.missing.add(character);
    }
  }
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

  /** Characters that no face has; they would print as boxes. */
  get missing(): ReadonlySet<string> {
    return this.textInlines.missing;
  }

  override measureLeaf(node: Leaf): Leaf {
    const measured = super.measureLeaf(node);
    if (measured.label) {
      measured.label._inlines = this.textInlines.buildInlines(measured.label.text, this.styleStack).items;
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
