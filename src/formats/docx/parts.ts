import type {Publication} from '../../publication/types.ts';
import {attributeText, escapeXml} from './text.ts';

/** A part of the package that is written by hand, where docx has too little to say or says the time of day. */
export interface HandWrittenPart {
  readonly path: string;
  readonly data: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_COMPATIBILITY = 'http://schemas.microsoft.com/office/word';

/** What Word writes for a new document since 2013; without the first line it opens the file in compatibility mode. */
const COMPATIBILITY: readonly (readonly [name: string, value: string])[] = [
  ['compatibilityMode', '15'],
  ['overrideTableStyleFontSizeAndJustification', '1'],
  ['enableOpenTypeFeatures', '1'],
  ['doNotFlipMirrorIndents', '1'],
  ['differentiateMultirowTableHeaders', '1'],
];

/** Faces that a reader may lack, with the one of the same widths that Word is to take instead. */
const KIN: Readonly<
  Record<string, {readonly instead: string; readonly family: string; readonly panose: string}>
> = {
  'Liberation Sans': {instead: 'Arial', family: 'swiss', panose: '020B0604020202020204'},
  'Liberation Serif': {instead: 'Times New Roman', family: 'roman', panose: '02020603050405020304'},
  Carlito: {instead: 'Calibri', family: 'swiss', panose: '020F0502020204030204'},
};

/** The core properties, the settings and the fonts of a publication. */
export function writeParts(publication: Publication): readonly HandWrittenPart[] {
  return [
    {path: 'docProps/core.xml', data: coreProperties(publication)},
    {path: 'word/settings.xml', data: settings(publication.language)},
    {path: 'word/fontTable.xml', data: fontTable(publication.profile.page.font)},
  ];
}

/** Title, creator, language and dates (ECMA-376-2, 11). Nobody's name but the submitter's. */
function coreProperties({title, submitter, issued, language}: Publication): string {
  const creator = escapeXml(attributeText(submitter ?? '') || 'opcit');
  const date =
    issued === undefined ? '' : `<dcterms:NAME xsi:type="dcterms:W3CDTF">${midnight(issued)}</dcterms:NAME>`;
  return (
    `${DECLARATION}<cp:coreProperties` +
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(attributeText(title))}</dc:title>` +
    `<dc:creator>${creator}</dc:creator>` +
    `<cp:lastModifiedBy>${creator}</cp:lastModifiedBy>` +
    '<cp:revision>1</cp:revision>' +
    `${date.replaceAll('NAME', 'created')}${date.replaceAll('NAME', 'modified')}` +
    `<dc:language>${escapeXml(attributeText(language))}</dc:language>` +
    '</cp:coreProperties>'
  );
}

/** Midnight UTC of the day of issue, of the first of the month when the day is not known. */
function midnight({year, month, day}: NonNullable<Publication['issued']>): string {
  return `${new Date(Date.UTC(year, month - 1, day ?? 1)).toISOString().slice(0, 19)}Z`;
}

function settings(language: string): string {
  const separators = (kind: string): string =>
    `<w:${kind}Pr><w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`;
  const compatibility = COMPATIBILITY.map(
    ([name, value]) => `<w:compatSetting w:name="${name}" w:uri="${WORD_COMPATIBILITY}" w:val="${value}"/>`,
  ).join('');
  return (
    `${DECLARATION}<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
    `<w:characterSpacingControl w:val="doNotCompress"/>${separators('footnote')}${separators('endnote')}` +
    `<w:compat>${compatibility}</w:compat>` +
    `<w:themeFontLang w:val="${escapeXml(attributeText(language))}"/>` +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

function fontTable(font: string): string {
  const kin = KIN[font];
  const about =
    kin === undefined
      ? ''
      : `<w:altName w:val="${kin.instead}"/><w:panose1 w:val="${kin.panose}"/><w:charset w:val="00"/>` +
        `<w:family w:val="${kin.family}"/><w:pitch w:val="variable"/>`;
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}"><w:font w:name="${escapeXml(font)}">${about}</w:font></w:fonts>`;
}
