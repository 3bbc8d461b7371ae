import {crc32, deflateSync} from 'node:zlib';
import type {Profile, Ruled} from '../../src/profiles/profile.ts';
import type {
  Block,
  BlockOf,
  CrossReferenceLink,
  Inline,
  InlineOf,
  Publication,
  PublishedNote,
} from '../../src/publication/types.ts';
import type {Severity} from '../../src/text/diagnostic.ts';

/** Inlines as a test writes them: a string is text. */
export type Words = readonly (Inline | string)[];

const custom = <Value>(value: Value): Ruled<Value> => ({value, firmness: 'custom', source: undefined});

/** A profile of no parliament. */
export const testProfile: Profile = {
  id: 'test',
  title: 'A test',
  language: 'en-GB',
  guidance: {title: 'None', url: 'https://example.org/', read: '2026-11-24'},
  deliverable: {accept: custom(['docx']), refuse: custom([])},
  heading: custom('Written evidence submitted by {submitter} ({reference})'),
  paragraphs: {numbered: custom(true), pattern: '{n}.'},
  boxes: {pattern: 'Box {n}'},
  page: {size: 'A4', margin: 72, font: 'Liberation Sans', fontSize: 11, numbered: custom(true)},
  limits: {words: undefined, pages: undefined},
  rules: {},
};

/** A publication of the given blocks; notes are given in order and take the numbers 1 to n. */
export function publication(
  blocks: readonly Block[],
  notes: readonly (readonly Block[])[] = [],
  rest: Partial<Publication> = {},
): Publication {
  return {
    title: 'A submission',
    evidenceLine: 'Written evidence submitted by The Body',
    dateLine: 'November 2003',
    submitter: 'The Body',
    capacity: 'organisation',
    committee: 'The Committee',
    inquiry: 'The Inquiry',
    reference: undefined,
    issued: {year: 2003, month: 11, day: undefined},
    language: 'en-GB',
    profile: testProfile,
    draft: undefined,
    blocks,
    notes: notes.map((content, index) => publishedNote(index + 1, content)),
    ...rest,
  };
}

function publishedNote(number: number, blocks: readonly Block[]): PublishedNote {
  return {number, id: `note-${number}`, referenceId: `noteref-${number}`, blocks};
}

export function inlines(words: Words): readonly Inline[] {
  return words.map(word => (typeof word === 'string' ? {type: 'text', value: word} : word));
}

export const emphasis = (...words: Words): Inline => ({type: 'emphasis', children: inlines(words)});
export const strong = (...words: Words): Inline => ({type: 'strong', children: inlines(words)});
export const deleted = (...words: Words): Inline => ({type: 'deleted', children: inlines(words)});
export const code = (value: string): Inline => ({type: 'code-inline', value});
export const link = (url: string, ...words: Words): Inline => ({type: 'link', url, children: inlines(words)});
export const lineBreak: Inline = {type: 'line-break'};

/** The call of a note, its first or a later one. */
export function call(number: number, isFirst = true): InlineOf<'note-reference'> {
  const id = isFirst ? `noteref-${number}` : `noteref-${number}-again`;
  return {type: 'note-reference', number, note: `note-${number}`, id, isFirst};
}

export function refer(kind: CrossReferenceLink['kind'], target: string, value: string): Inline {
  return {type: 'cross-reference', kind, target, value};
}

export function finding(number: number, fault: string, severity: Severity, ...words: Words): Inline {
  return {type: 'finding', number, code: fault, severity, hasLabel: true, children: inlines(words)};
}

export function heading(level: 1 | 2 | 3 | 4 | 5 | 6, id: string, ...words: Words): BlockOf<'heading'> {
  return {type: 'heading', level, id, children: inlines(words)};
}

export function numbered(number: number, ...words: Words): BlockOf<'paragraph'> {
  return {type: 'paragraph', number, id: `para-${number}`, indent: 0, children: inlines(words)};
}

export function plain(...words: Words): BlockOf<'paragraph'> {
  return {type: 'paragraph', number: undefined, id: undefined, indent: 0, children: inlines(words)};
}

export function under(...words: Words): BlockOf<'paragraph'> {
  return {...plain(...words), indent: 1};
}

export function list(indent: 0 | 1, ...items: readonly (readonly Block[])[]): BlockOf<'list'> {
  return {type: 'list', ordered: false, start: 1, indent, items: items.map(blocks => ({blocks}))};
}

export function orderedList(start: number, ...items: readonly (readonly Block[])[]): BlockOf<'list'> {
  return {type: 'list', ordered: true, start, indent: 0, items: items.map(blocks => ({blocks}))};
}

export function quotation(indent: 0 | 1, ...blocks: readonly Block[]): BlockOf<'quotation'> {
  return {type: 'quotation', indent, blocks};
}

export function box(number: number, title: Words, blocks: readonly Block[], source?: Words): BlockOf<'box'> {
  return {
    type: 'box',
    number,
    id: `box-${number}`,
    label: `Box ${number}`,
    title: inlines(title),
    blocks,
    source: source === undefined ? undefined : plain(...source),
  };
}

export function table(
  align: BlockOf<'table'>['align'],
  header: readonly Words[],
  ...rows: readonly (readonly Words[])[]
): BlockOf<'table'> {
  const cells = (row: readonly Words[]): {readonly children: readonly Inline[]}[] =>
    row.map(words => ({children: inlines(words)}));
  return {type: 'table', indent: 0, align, header: cells(header), rows: rows.map(cells)};
}

/** A picture of `width` by `height` pixels, grey from dark to light. */
export function figure(width: number, height: number, alt: string): BlockOf<'figure'> {
  return {
    type: 'figure',
    indent: 0,
    mediaType: 'image/png',
    bytes: greyPng(width, height),
    width,
    height,
    alt,
  };
}

function greyPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      rows[row * (width + 1) + 1 + column] = Math.floor((255 * column) / width);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
