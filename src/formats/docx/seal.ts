import {strToU8, type Zippable, zipSync} from 'fflate';
import type {PackageParts} from './compile.ts';

/** The text of each part that is XML, by its path; pictures stay as they are. */
type TextParts = Map<string, string>;

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONSHIPS = '_rels/.rels';
/** An empty part that docx always adds. */
const CUSTOM_PROPERTIES = 'docProps/custom.xml';
const NUMBERING = 'word/numbering.xml';
/** In the order in which Word numbers what is in them. */
const WRITTEN_PARTS = ['word/document.xml', 'word/footnotes.xml'] as const;

/** Zip stores the time of day of the place where it runs: the same figures everywhere, at an hour that no place skips. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

// <Relationship Id="rId7" Type="…" Target="…"/>
const RELATIONSHIP = /<Relationship [^>]*\bId="([^"]*)"[^>]*\/>/gu;
// <w:hyperlink w:history="1" r:id="rId7">, <a:blip r:embed="rId7" …>
const RELATIONSHIP_USE =
  /(<(?:w:hyperlink|w:headerReference|w:footerReference|a:blip) (?:[^>]* )?r:(?:id|embed)=")([^"]*)/gu;
// Id="rId7"
const RELATIONSHIP_ID = /\bId="[^"]*"/u;
// <w:bookmarkStart w:name="box_3" w:id="12"/> and <w:bookmarkEnd w:id="12"/>
const BOOKMARK = /<w:bookmark(?:Start|End) [^>]*>/gu;
// w:id="12"
const WORD_ID = /\bw:id="([^"]*)"/u;
// <wp:docPr id="3" name="Figure" …
const DRAWING = /<(wp:docPr|pic:cNvPr) ([^>]*?)\bid="[^"]*"/gu;
// <w:abstractNum w:abstractNumId="1" …>…</w:abstractNum>, the bullets that docx defines whether used or not
const UNUSED_BULLETS = /<w:abstractNum w:abstractNumId="1" .*?<\/w:abstractNum>/su;
// <w:num w:numId="1" …>…</w:num>
const UNUSED_LIST = /<w:num w:numId="1".*?<\/w:num>/su;
// A level that docx calls tentative, which to Word means that nothing uses it yet
const TENTATIVE = / w:tentative="1"/gu;

/** The notes that hold the rules above notes, `separator` and `continuationSeparator`. */
const SEPARATOR_PARTS = ['word/footnotes.xml', 'word/endnotes.xml'] as const;
// <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r> before <w:r><w:separator/></w:r>
const SEPARATOR_MARK =
  /<w:r><w:rPr><w:rStyle w:val="\w{1,40}"\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:continuationS|s)eparator\/>)/gu;

/**
 * Makes the same file from the same publication, byte for byte: docx gives relationships random ids, and counts
 * bookmarks and drawings on from one document to the next. Also leaves out what docx adds unasked.
 */
export function seal(parts: PackageParts): Uint8Array {
  const texts: TextParts = new Map();
  const pictures = new Map<string, Uint8Array>();
  for (const [path, data] of parts) {
    if (path === CUSTOM_PROPERTIES) continue;
    if (typeof data === 'string') texts.set(path, data);
    else pictures.set(path, data);
  }
  forgetCustomProperties(texts);
  tidyNumbering(texts);
  tidySeparators(texts);
  numberRelationships(texts);
  numberBookmarks(texts);
  numberDrawings(texts);
  return zip(texts, pictures);
}

function forgetCustomProperties(texts: TextParts): void {
  rewrite(texts, CONTENT_TYPES, text =>
    withoutElement(text, '<Override ', `PartName="/${CUSTOM_PROPERTIES}"`),
  );
  rewrite(texts, PACKAGE_RELATIONSHIPS, text =>
    withoutElement(text, '<Relationship ', `Target="${CUSTOM_PROPERTIES}"`),
  );
}

/** Takes out the one empty element that starts with `opening` and has `attribute`. */
function withoutElement(text: string, opening: string, attribute: string): string {
  const place = text.indexOf(attribute);
  if (place === -1) return text;
  const start = text.lastIndexOf(opening, place);
  const end = text.indexOf('/>', place) + 2;
  return text.slice(0, start) + text.slice(end);
}

function tidyNumbering(texts: TextParts): void {
  rewrite(texts, NUMBERING, text =>
    text.replace(UNUSED_BULLETS, '').replace(UNUSED_LIST, '').replace(TENTATIVE, ''),
  );
}

/** The rule above the notes is no note and has no mark, though docx gives it one. */
function tidySeparators(texts: TextParts): void {
  for (const path of SEPARATOR_PARTS) rewrite(texts, path, text => text.replace(SEPARATOR_MARK, ''));
}

/** Numbers the relationships of each part in the order in which the part names them, the others behind. */
function numberRelationships(texts: TextParts): void {
  for (const [path, relationships] of [...texts]) {
    if (!path.endsWith('.rels')) continue;
    const elements = new Map(
      [...relationships.matchAll(RELATIONSHIP)].map(match => [match[1] ?? '', match[0]]),
    );
    if (elements.size === 0) {
      texts.delete(path);
      continue;
    }
    const owner = ownerOf(path);
    const text = texts.get(owner) ?? '';
    const named = [...text.matchAll(RELATIONSHIP_USE)].flatMap(match => match[2] ?? []);
    const order = [...new Set([...named.filter(id => elements.has(id)), ...elements.keys()])];
    const ids = new Map(order.map((id, index) => [id, `rId${index + 1}`]));
    rewrite(texts, owner, was =>
      was.replace(RELATIONSHIP_USE, (_, before, id) => `${before}${ids.get(id) ?? id}`),
    );
    const first = relationships.search(RELATIONSHIP);
    const inOrder = order.map(id => elements.get(id)?.replace(RELATIONSHIP_ID, `Id="${ids.get(id)}"`));
    texts.set(path, `${relationships.slice(0, first)}${inOrder.join('')}</Relationships>`);
  }
}

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`. */
function ownerOf(relationshipsPath: string): string {
  return relationshipsPath.replace('_rels/', '').replace('.rels', '');
}

function numberBookmarks(texts: TextParts): void {
  const numbers = new Map<string, number>();
  for (const path of WRITTEN_PARTS) {
    rewrite(texts, path, text =>
      text.replace(BOOKMARK, element =>
        element.replace(WORD_ID, (_, id) => `w:id="${countedOn(numbers, `${path} ${id}`)}"`),
      ),
    );
  }
}

function numberDrawings(texts: TextParts): void {
  let last = 0;
  for (const path of WRITTEN_PARTS) {
    rewrite(texts, path, text =>
      text.replace(DRAWING, (_, name, before) => {
        if (name === 'wp:docPr') last += 1;
        return `<${name} ${before}id="${last}"`;
      }),
    );
  }
}

function countedOn(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? numbers.size;
  numbers.set(id, number);
  return number;
}

function rewrite(texts: TextParts, path: string, change: (text: string) => string): void {
  const text = texts.get(path);
  if (text !== undefined) texts.set(path, change(text));
}

/** Sorted, but for the list of content types, which readers look for first. */
function zip(texts: TextParts, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...texts.keys(), ...pictures.keys()].filter(path => path !== CONTENT_TYPES).sort();
  const files: Zippable = {};
  for (const path of [CONTENT_TYPES, ...paths]) {
    const picture = pictures.get(path);
    files[path] = picture === undefined ? [strToU8(texts.get(path) ?? ''), {}] : [picture, {level: 0}];
  }
  return zipSync(files, {mtime: ZIP_TIME, level: 6});
}
