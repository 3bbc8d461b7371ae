import {Document, FootnoteReferenceRun, ImageRun, Packer, Paragraph} from 'docx';
import {strFromU8, unzipSync} from 'fflate';
import {expect, it} from 'vitest';
import {compileParts} from '../src/formats/docx/compile.ts';

const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
const HAND_WRITTEN = [{path: 'docProps/core.xml', data: '<written-by-hand/>'}];

it('gives the parts that docx zips', async () => {
  const zipped = unzipSync(new Uint8Array(await Packer.toArrayBuffer(write(), undefined, HAND_WRITTEN)));
  const compiled = compileParts(write(), HAND_WRITTEN);

  expect([...compiled.keys()]).toEqual(Object.keys(zipped));
  for (const [path, data] of compiled) {
    const bytes = zipped[path] ?? new Uint8Array();
    if (typeof data === 'string') expect(data, path).toBe(strFromU8(bytes));
    else expect([...data], path).toEqual([...bytes]);
  }
});

it('gives XML as text, pictures as bytes, and what is written by hand', () => {
  const compiled = compileParts(write(), HAND_WRITTEN);
  const pictures = [...compiled].filter(([, data]) => typeof data !== 'string');

  expect(compiled.get('docProps/core.xml')).toBe('<written-by-hand/>');
  expect(compiled.get('word/footnotes.xml')).toContain('A note.');
  expect(pictures.map(([, data]) => data)).toEqual([PICTURE]);
});

function write(): Document {
  const picture = new ImageRun({
    type: 'png',
    data: PICTURE,
    transformation: {width: 10, height: 10},
    altText: {name: 'Figure', id: '1'},
  });
  return new Document({
    footnotes: {1: {children: [new Paragraph('A note.')]}},
    sections: [{children: [new Paragraph({children: [picture, new FootnoteReferenceRun(1)]})]}],
  });
}
