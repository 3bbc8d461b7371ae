import assert from 'node:assert/strict';
import {strFromU8, unzipSync} from 'fflate';
import {all, first, inside, readXml, settingOf, type XmlElement} from './docx-xml.ts';

/** A DOCX opened for a test. */
export interface Package {
  readonly paths: readonly string[];
  /** The text of a part; fails when it is not there. */
  text(path: string): string;
  part(path: string): XmlElement;
}

/** One paragraph as somebody would read it in Word, top to bottom. */
export interface ReadParagraph {
  readonly element: XmlElement;
  readonly style: string;
  /** As Word's list would show it: "12."; `undefined` without a list, and for bullets the sign. */
  readonly number: string | undefined;
  /** Field results included, instructions left out; a call of a note reads `[^5]`, a tab and a line break as themselves. */
  readonly text: string;
  readonly isInTable: boolean;
}

export function openPackage(bytes: Uint8Array): Package {
  const files = unzipSync(bytes);
  const text = (path: string): string => {
    const data = files[path];
    assert.ok(data, `no part ${path}`);
    return strFromU8(data);
  };
  return {paths: Object.keys(files), text, part: path => readXml(text(path))};
}

/** The paragraphs of the body, those in tables too, numbered by following `numbering.xml` as the standard says (17.9). */
export function readBody(docx: Package): readonly ReadParagraph[] {
  const body = first(docx.part('word/document.xml'), 'w:body');
  assert.ok(body);
  return readParagraphs(body, docx);
}

/** The text of each note by its id, the separators left out; the mark reads `#`. */
export function readNotes(docx: Package): ReadonlyMap<number, readonly ReadParagraph[]> {
  const notes = all(docx.part('word/footnotes.xml'), 'w:footnote');
  return new Map(
    notes
      .filter(note => note.attributes['w:type'] === undefined)
      .map(note => [Number(note.attributes['w:id']), readParagraphs(note, docx)]),
  );
}

/** The fields of a part: what Word is told, and what it shows until told to look again. */
export function readFields(
  root: XmlElement,
): readonly {readonly instruction: string; readonly result: string}[] {
  const fields: {instruction: string; result: string}[] = [];
  let state: 'outside' | 'instruction' | 'result' = 'outside';
  for (const run of all(root, 'w:r')) {
    for (const child of run.children) {
      if (typeof child === 'string') continue;
      const field = fields.at(-1);
      if (child.name === 'w:fldChar') {
        const kind = child.attributes['w:fldCharType'];
        if (kind === 'begin') fields.push({instruction: '', result: ''});
        state = kind === 'begin' ? 'instruction' : kind === 'separate' ? 'result' : 'outside';
      } else if (field !== undefined && state === 'instruction' && child.name === 'w:instrText') {
        field.instruction += plain(child);
      } else if (field !== undefined && state === 'result' && child.name === 'w:t')
        field.result += plain(child);
    }
  }
  assert.equal(state, 'outside');
  return fields.map(({instruction, result}) => ({instruction: instruction.trim(), result}));
}

/** The words of an element: `w:t`, with tabs, breaks and note marks in their places. */
export function wordsOf(element: XmlElement): string {
  let words = '';
  const visit = (here: XmlElement): void => {
    for (const child of here.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:t') words += plain(child);
      else if (child.name === 'w:tab' && here.name === 'w:r') words += '\t';
      else if (child.name === 'w:br') words += '\n';
      else if (child.name === 'w:footnoteReference') words += `[^${child.attributes['w:id']}]`;
      else if (child.name === 'w:footnoteRef') words += '#';
      else visit(child);
    }
  };
  visit(element);
  return words;
}

function plain(element: XmlElement): string {
  return element.children.filter(child => typeof child === 'string').join('');
}

function readParagraphs(root: XmlElement, docx: Package): readonly ReadParagraph[] {
  const numbering = docx.part('word/numbering.xml');
  const counters = new Map<string, number>();
  const started = new Set<string>();
  const inTables = new Set(all(root, 'w:tbl').flatMap(table => all(table, 'w:p')));
  return all(root, 'w:p').map(element => {
    const properties = inside(element, 'w:pPr')[0];
    const numberProperties = properties === undefined ? undefined : first(properties, 'w:numPr');
    return {
      element,
      style: settingOf(properties, 'w:pStyle') ?? 'Normal',
      number:
        numberProperties === undefined
          ? undefined
          : nextNumber(numberProperties, numbering, counters, started),
      text: wordsOf(element),
      isInTable: inTables.has(element),
    };
  });
}

/** Lists count by their abstract list, so that all its instances go on from each other, unless one is told to start anew. */
function nextNumber(
  properties: XmlElement,
  numbering: XmlElement,
  counters: Map<string, number>,
  started: Set<string>,
): string {
  const id = settingOf(properties, 'w:numId');
  const level = settingOf(properties, 'w:ilvl') ?? '0';
  const list = all(numbering, 'w:num').find(num => num.attributes['w:numId'] === id);
  assert.ok(list, `no list ${id}`);
  const abstract = all(numbering, 'w:abstractNum').find(
    one => one.attributes['w:abstractNumId'] === settingOf(list, 'w:abstractNumId'),
  );
  assert.ok(abstract);
  const format = inside(abstract, 'w:lvl').find(one => one.attributes['w:ilvl'] === level);
  assert.ok(format);
  const key = `${abstract.attributes['w:abstractNumId']} ${level}`;
  const override = all(list, 'w:lvlOverride').find(one => one.attributes['w:ilvl'] === level);
  const isNew = !started.has(`${id} ${level}`);
  started.add(`${id} ${level}`);
  const start = (isNew ? settingOf(override, 'w:startOverride') : undefined) ?? undefined;
  const before = counters.get(key);
  const number =
    start !== undefined
      ? Number(start)
      : before === undefined
        ? Number(settingOf(format, 'w:start'))
        : before + 1;
  counters.set(key, number);
  const text = settingOf(format, 'w:lvlText') ?? '';
  return text.replace(`%${Number(level) + 1}`, `${number}`);
}
