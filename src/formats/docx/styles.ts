import {
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type {Plan} from './plan.ts';

/** The ids of the styles that the writers name. Word knows most of them by their names and treats them as its own. */
export const STYLE = {
  body: 'BodyText',
  numbered: 'NumberedParagraph',
  continued: 'NumberedParagraphContinued',
  bullet: 'ListBullet',
  ordered: 'ListNumber',
  listContinue: 'ListContinue',
  quote: 'Quote',
  /** Word's own style for a list of works. */
  work: 'Bibliography',
  evidenceLine: 'EvidenceLine',
  title: 'Title',
  subtitle: 'Subtitle',
  boxHeading: 'BoxHeading',
  sourceLine: 'SourceLine',
  footnoteText: 'FootnoteText',
  footnoteReference: 'FootnoteReference',
  tableHeader: 'TableHeader',
  tableText: 'TableText',
  figure: 'Figure',
  codeBlock: 'CodeBlock',
  divider: 'Divider',
  header: 'Header',
  footer: 'Footer',
  finding: 'OpenFinding',
  draftMark: 'DraftMark',
  findingLabel: 'FindingLabel',
  code: 'Code',
  hyperlink: 'Hyperlink',
  /** From 1 to 6. */
  heading: (level: number): string => `Heading${level}`,
} as const;

/** The face of code. */
export const MONOSPACED = 'Courier New';

/** Twips that a list's text stands further in than the text round it; also of a quotation, on both sides. */
export const LIST_STEP = 360;
export const QUOTE_INDENT = 567;

/** Twips by which the later lines of a work stand further in than its first, in a list of works. */
export const WORK_HANG = 567;

/** Twips between a paragraph and the next. */
const AFTER = 140;
/** Line heights in 240ths of a line. The rule stands with each: LibreOffice takes a height without one as exact. */
const SINGLE = {line: 240, lineRule: LineRuleType.AUTO} as const;
const COMFORTABLE = {line: 264, lineRule: LineRuleType.AUTO} as const;

/** The style sheet: fonts and sizes from the profile, headings in the colour of the text, en-GB or whatever the text is in. */
export function writeStyles(plan: Plan): IStylesOptions {
  const {profile, language} = plan.publication;
  const {font, fontSize} = profile.page;
  return {
    default: {
      document: {run: {font, size: halfPoints(fontSize), language: {value: language}}},
      title: {
        name: 'Title',
        basedOn: 'Normal',
        next: STYLE.subtitle,
        quickFormat: true,
        paragraph: {spacing: {before: 60, after: 160, ...SINGLE}, keepNext: true, keepLines: true},
        run: {bold: true, size: halfPoints(fontSize + 7)},
      },
      heading1: heading(1, {bold: true, size: halfPoints(fontSize + 4)}, 360),
      heading2: heading(2, {bold: true, size: halfPoints(fontSize + 2)}, 300),
      heading3: heading(3, {bold: true, size: halfPoints(fontSize)}, 260),
      heading4: heading(4, {bold: true, italics: true, size: halfPoints(fontSize)}, 240),
      heading5: heading(5, {italics: true, size: halfPoints(fontSize)}, 220),
      heading6: heading(6, {size: halfPoints(fontSize)}, 220),
      caption: {
        next: STYLE.body,
        paragraph: {spacing: {before: 60, after: AFTER}},
        run: {bold: true, italics: false, color: 'auto', size: halfPoints(fontSize - 1)},
      },
      hyperlink: {run: {color: '0563C1', underline: {type: 'single'}}},
      footnoteReference: {run: {superScript: true}},
      footnoteText: {
        paragraph: {spacing: {after: 40, ...SINGLE}},
        run: {size: halfPoints(noteSize(fontSize))},
      },
      footnoteTextChar: {run: {size: halfPoints(noteSize(fontSize))}},
    },
    paragraphStyles: [...bodyStyles(plan), ...listStyles(), ...apartStyles(fontSize), ...marginStyles(plan)],
    characterStyles: characterStyles(fontSize),
  };
}

/** Notes are a size or two smaller than the text, but never too small to read. */
function noteSize(fontSize: number): number {
  return Math.min(fontSize, Math.max(9, fontSize - 2));
}

function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Dark as the text, and kept with what it heads; `w:outlineLvl` makes it a heading to Word's navigation and to readers aloud. */
function heading(
  level: number,
  run: NonNullable<IParagraphStyleOptions['run']>,
  before: number,
): Omit<IParagraphStyleOptions, 'id'> {
  return {
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: STYLE.body,
    quickFormat: true,
    uiPriority: 9,
    paragraph: {
      outlineLevel: level - 1,
      keepNext: true,
      keepLines: true,
      spacing: {before, after: 120, ...SINGLE},
    },
    run: {color: 'auto', ...run},
  };
}

function bodyStyles(plan: Plan): readonly IParagraphStyleOptions[] {
  const [run] = plan.numberRuns;
  return [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: {spacing: {after: 0, ...COMFORTABLE}},
    },
    paragraphStyle(STYLE.body, 'Body Text', 'Normal', {spacing: {after: AFTER}}),
    paragraphStyle(STYLE.numbered, 'Numbered paragraph', STYLE.body, {
      ...(run === undefined ? {} : {numbering: {reference: run.reference, level: 0}}),
      indent: {left: plan.numberWidth, hanging: plan.numberWidth},
    }),
    paragraphStyle(STYLE.continued, 'Numbered paragraph continued', STYLE.body, {
      indent: {left: plan.numberWidth},
    }),
    ...workStyles(plan),
    paragraphStyle(STYLE.quote, 'Quote', STYLE.body, {indent: {left: QUOTE_INDENT, right: QUOTE_INDENT}}),
  ];
}

/** A list of works is read by the names at the left edge, which hang out; a document without one needs no style for it. */
function workStyles({publication: {blocks}}: Plan): readonly IParagraphStyleOptions[] {
  if (!blocks.some(block => block.type === 'paragraph' && block.isWork === true)) return [];
  const paragraph = {indent: {left: WORK_HANG, hanging: WORK_HANG}, keepLines: true};
  return [paragraphStyle(STYLE.work, 'Bibliography', STYLE.body, paragraph)];
}

function listStyles(): readonly IParagraphStyleOptions[] {
  const spacing = {after: 110};
  return [
    paragraphStyle(STYLE.bullet, 'List Bullet', STYLE.body, {spacing}),
    paragraphStyle(STYLE.ordered, 'List Number', STYLE.body, {spacing}),
    paragraphStyle(STYLE.listContinue, 'List Continue', STYLE.body, {spacing, indent: {left: LIST_STEP}}),
  ];
}

/** What stands apart from the text: boxes, tables, figures, code. */
function apartStyles(fontSize: number): readonly IParagraphStyleOptions[] {
  return [
    // A box's heading has no outline level: boxes stand beside the argument, so a level between the headings round
    // them would be skipped or out of order for whoever is read the outline. It has a row of its own, which is kept
    // with that of the content.
    {
      ...paragraphStyle(STYLE.boxHeading, 'Box heading', 'Normal', {
        keepNext: true,
        keepLines: true,
        spacing: {after: 60},
      }),
      next: STYLE.body,
      run: {bold: true},
    },
    {
      ...paragraphStyle(STYLE.sourceLine, 'Source line', 'Normal', {
        keepLines: true,
        spacing: {before: 40, ...SINGLE},
      }),
      run: {size: halfPoints(noteSize(fontSize))},
    },
    paragraphStyle(STYLE.tableText, 'Table text', 'Normal', {spacing: {before: 40, after: 40, ...SINGLE}}),
    {
      ...paragraphStyle(STYLE.tableHeader, 'Table header', STYLE.tableText, {keepNext: true}),
      run: {bold: true},
    },
    paragraphStyle(STYLE.figure, 'Figure', 'Normal', {spacing: {before: 60, after: AFTER, ...SINGLE}}),
    {
      ...paragraphStyle(STYLE.codeBlock, 'Code block', STYLE.body, {
        // Darker than a box, in which it may stand.
        shading: {type: 'clear', color: 'auto', fill: 'E7E6E6'},
        spacing: {after: AFTER, ...SINGLE},
      }),
      run: {font: MONOSPACED, size: halfPoints(fontSize - 1), noProof: true},
    },
    paragraphStyle(STYLE.divider, 'Divider', 'Normal', {
      spacing: {before: 60, after: 200, ...SINGLE},
      border: {bottom: {style: 'single', size: 6, space: 1, color: '7F7F7F'}},
    }),
  ];
}

/** The title's lines, header and footer, and what only a draft has. */
function marginStyles({page, publication}: Plan): readonly IParagraphStyleOptions[] {
  const {fontSize} = publication.profile.page;
  const small = {size: halfPoints(noteSize(fontSize))};
  const tabStops = {rightTabStop: page.measure};
  const styles: readonly IParagraphStyleOptions[] = [
    {
      ...paragraphStyle(STYLE.evidenceLine, 'Evidence line', 'Normal', {
        keepNext: true,
        spacing: {after: 180, ...SINGLE},
      }),
      next: STYLE.title,
      run: {bold: true},
    },
    {
      ...paragraphStyle(STYLE.subtitle, 'Subtitle', 'Normal', {
        // Apart from what follows, but not line from line.
        spacing: {after: 320},
        contextualSpacing: true,
      }),
      next: STYLE.body,
    },
    {...paragraphStyle(STYLE.header, 'header', 'Normal', {...tabStops, spacing: {...SINGLE}}), run: small},
    {...paragraphStyle(STYLE.footer, 'footer', 'Normal', {...tabStops, spacing: {...SINGLE}}), run: small},
  ];
  if (publication.draft === undefined) return styles;
  return [
    ...styles,
    paragraphStyle(STYLE.finding, 'Open finding', STYLE.body, {keepLines: true, spacing: {after: 160}}),
  ];
}

function characterStyles(fontSize: number): readonly ICharacterStyleOptions[] {
  return [
    {id: STYLE.code, name: 'Code', run: {font: MONOSPACED, size: halfPoints(fontSize - 1), noProof: true}},
    {id: STYLE.draftMark, name: 'Draft mark', run: {bold: true, color: 'C00000'}},
    {
      id: STYLE.findingLabel,
      name: 'Finding label',
      run: {bold: true, color: '000000', noProof: true, size: halfPoints(noteSize(fontSize))},
    },
  ];
}

function paragraphStyle(
  id: string,
  name: string,
  basedOn: string,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
): IParagraphStyleOptions {
  return {id, name, basedOn, quickFormat: true, paragraph};
}
