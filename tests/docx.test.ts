import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {docx} from '../src/formats/docx/index.ts';
import type {Block, Publication} from '../src/publication/types.ts';
import {exampleCorrected, exampleDraft} from './helpers/docx-example.ts';
import {openPackage, type Package, readBody, readFields, readNotes} from './helpers/docx-package.ts';
import {
  box,
  call,
  code,
  figure,
  heading,
  link,
  list,
  numbered,
  orderedList,
  plain,
  publication,
  quotation,
  refer,
  table,
  testProfile,
  under,
} from './helpers/docx-publication.ts';
import {draftPublication, torturePublication} from './helpers/docx-torture.ts';
import {expectedLines, expectedNumbers} from './helpers/docx-words.ts';
import {all, first, inside, settingOf, type XmlElement} from './helpers/docx-xml.ts';

const DOCUMENT = 'word/document.xml';
// Word's rule for the names of bookmarks
const BOOKMARK_NAME = /^[A-Za-z]\w{0,39}$/u;

async function write(subject: Publication): Promise<Package> {
  return openPackage((await docx.write(subject)).bytes);
}

function bookmarkNames(root: XmlElement): readonly string[] {
  return all(root, 'w:bookmarkStart').map(start => start.attributes['w:name'] ?? '');
}

/** What stands between a bookmark's start and its end, in one paragraph. */
function insideBookmark(root: XmlElement, name: string): readonly XmlElement[] {
  for (const paragraph of all(root, 'w:p')) {
    const children = paragraph.children.filter((child): child is XmlElement => typeof child !== 'string');
    const start = children.findIndex(child => child.attributes['w:name'] === name);
    if (start === -1) continue;
    const id = children[start]?.attributes['w:id'];
    const end = children.findIndex(
      child => child.name === 'w:bookmarkEnd' && child.attributes['w:id'] === id,
    );
    return children.slice(start + 1, end);
  }
  return [];
}

function styleOf(file: Package, id: string): XmlElement | undefined {
  return all(file.part('word/styles.xml'), 'w:style').find(style => style.attributes['w:styleId'] === id);
}

describe('notes', () => {
  test('are Word footnotes, called once each in the order of their numbers', async () => {
    const subject = torturePublication();
    const file = await write(subject);
    const calls = all(file.part(DOCUMENT), 'w:footnoteReference').map(mark =>
      Number(mark.attributes['w:id']),
    );
    expect(calls).toEqual(subject.notes.map(note => note.number));
    expect(
      new Set(
        all(file.part(DOCUMENT), 'w:r')
          .filter(run => first(run, 'w:footnoteReference'))
          .map(run => settingOf(run, 'w:rStyle')),
      ),
    ).toEqual(new Set(['FootnoteReference']));
    expect(settingOf(styleOf(file, 'FootnoteReference'), 'w:vertAlign')).toBe('superscript');
  });

  test('hold the words of the publication behind the mark and a space', async () => {
    const subject = torturePublication();
    const notes = readNotes(await write(subject));
    expect([...notes.keys()]).toEqual(subject.notes.map(note => note.number));
    for (const note of subject.notes) {
      const found = notes.get(note.number)?.map(paragraph => paragraph.text);
      const [start = '', ...rest] = expectedLines(note.blocks).map(line => line.text);
      expect(found).toEqual([`# ${start}`, ...rest]);
      expect(notes.get(note.number)?.every(paragraph => paragraph.style === 'FootnoteText')).toBe(true);
    }
  });

  test('have separators that the settings name', async () => {
    const file = await write(torturePublication());
    const kinds = all(file.part('word/footnotes.xml'), 'w:footnote').flatMap(
      note => note.attributes['w:type'] ?? [],
    );
    expect(kinds).toEqual(['separator', 'continuationSeparator']);
    const named = all(file.part('word/settings.xml'), 'w:footnote').map(note => note.attributes['w:id']);
    expect(named).toEqual(['-1', '0']);
  });

  test('called again are a field on the first call, with its number', async () => {
    const file = await write(
      publication(
        [plain('One', call(1), ' two', call(2)), plain('Again', call(2, false))],
        [[plain('first')], [plain('second, as ', refer('note', 'note-1', '1'))]],
      ),
    );
    const root = file.part(DOCUMENT);
    expect(readFields(root)).toEqual([{instruction: 'NOTEREF noteref_2 \\f \\h', result: '2'}]);
    const [marked] = insideBookmark(root, 'noteref_2');
    expect(marked && first(marked, 'w:footnoteReference')?.attributes['w:id']).toBe('2');
    expect(readFields(file.part('word/footnotes.xml'))).toEqual([
      {instruction: 'NOTEREF noteref_1 \\h', result: '1'},
    ]);
  });

  test('called first inside a note, where Word has none, show their number and are reported', async () => {
    const {bytes, warnings} = await docx.write(
      publication([plain('One', call(1))], [[plain('outer', call(2))], [plain('inner')]]),
    );
    expect(warnings).toEqual(['Note 2 is called first inside note 1, where Word has no notes']);
    expect(all(openPackage(bytes).part('word/footnotes.xml'), 'w:footnoteReference')).toEqual([]);
  });
});

describe('paragraph numbers', () => {
  test('are one Word list that runs on through headings and boxes', async () => {
    const subject = torturePublication();
    const file = await write(subject);
    const paragraphs = readBody(file).filter(paragraph => paragraph.style === 'NumberedParagraph');
    expect(paragraphs.map(paragraph => paragraph.number)).toEqual(expectedNumbers(subject));
    expect(new Set(paragraphs.map(paragraph => settingOf(paragraph.element, 'w:numId'))).size).toBe(1);
    expect(settingOf(styleOf(file, 'NumberedParagraph'), 'w:numId')).toBe(
      settingOf(paragraphs[0]?.element, 'w:numId'),
    );
  });

  test('show what the publication shows where it starts late or jumps', async () => {
    const numbers = [5, 6, 9, 10, 3, 4];
    const file = await write(publication(numbers.map(number => numbered(number, `words of ${number}`))));
    const shown = readBody(file).flatMap(paragraph => paragraph.number ?? []);
    expect(shown).toEqual(numbers.map(number => `${number}.`));
    const lists = readBody(file).flatMap(paragraph => settingOf(paragraph.element, 'w:numId') ?? []);
    expect(new Set(lists).size).toBe(3);
  });

  test('follow the pattern of the profile and hang wide enough', async () => {
    const profile = {...testProfile, paragraphs: {...testProfile.paragraphs, pattern: '[{n}]'}};
    const file = await write(publication([numbered(1234, 'words'), under('more')], [], {profile}));
    const [paragraph, continued] = readBody(file).filter(({style}) => style.startsWith('Numbered'));
    expect(paragraph?.number).toBe('[1234]');
    const indent = first(all(file.part('word/numbering.xml'), 'w:abstractNum')[0] as XmlElement, 'w:ind');
    expect(Number(indent?.attributes['w:left'])).toBeGreaterThan(6 * 11 * 20 * 0.5);
    expect(indent?.attributes['w:hanging']).toBe(indent?.attributes['w:left']);
    const style = styleOf(file, continued?.style ?? '');
    expect(style && first(style, 'w:ind')?.attributes['w:left']).toBe(indent?.attributes['w:left']);
  });

  test('of ordered lists start where the list says, each list by itself', async () => {
    const item = (text: string) => [plain(text)];
    const file = await write(
      publication([
        orderedList(3, item('c'), item('d')),
        plain('between'),
        orderedList(1, item('a'), [plain('b'), list(0, item('x'))], item('c')),
      ]),
    );
    expect(readBody(file).flatMap(paragraph => paragraph.number ?? [])).toEqual([
      '3.',
      '4.',
      '1.',
      '2.',
      '–',
      '3.',
    ]);
  });
});

describe('the words', () => {
  test('stand in the file as in the publication, in its order', async () => {
    const subject = torturePublication();
    const text = readBody(await write(subject)).map(paragraph => paragraph.text);
    let place = 0;
    for (const line of expectedLines(subject.blocks)) {
      place = text.indexOf(line.text, place);
      expect(place, line.text).not.toBe(-1);
    }
  });

  test('survive whatever characters they are made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 40}), async text => {
        const file = await write(publication([plain('<', text, '>')], [], {title: text, submitter: text}));
        const kept = [...text].filter(
          character => !/^(?:(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point})$/u.test(character),
        );
        const expected = kept.join('').replace(/\r\n?|\n/gu, ' ');
        expect(readBody(file).map(paragraph => paragraph.text)).toContain(`<${expected}>`);
        file.part('docProps/core.xml');
      }),
      {numRuns: 60},
    );
  });

  test('are nothing to docx that it would replace', async () => {
    const typed = [
      'CURRENT',
      '{bullets-0}',
      '{\uFDD0bullets-0}',
      '{\uFDD0paragraphs-0}',
      ']]>&amp;',
      '\uD800 half',
    ];
    const file = await write(publication([numbered(1, 'x'), ...typed.map(text => plain(text))]));
    const found = readBody(file).map(paragraph => paragraph.text);
    expect(found).toEqual(
      expect.arrayContaining(['CURRENT', '{bullets-0}', '{paragraphs-0}', ']]>&amp;', '\uFFFD half']),
    );
    expect(readFields(file.part(DOCUMENT))).toEqual([]);
  });

  test('keep their spaces, and gain neither soft hyphens nor no-break spaces', async () => {
    const file = await write(torturePublication());
    const text = readBody(file)
      .map(paragraph => paragraph.text)
      .join('\n');
    expect(text).toContain('new line.  Two spaces stay');
    expect(text).not.toMatch(/[\u00A0\u00AD\u200B\u202F]/u);
    const runs = all(file.part(DOCUMENT), 'w:t');
    expect(runs.every(run => run.attributes['xml:space'] === 'preserve')).toBe(true);
  });
});

describe('references', () => {
  test('to parts of the document are live and lead somewhere', async () => {
    const file = await write(torturePublication());
    const root = file.part(DOCUMENT);
    const notes = file.part('word/footnotes.xml');
    const names = bookmarkNames(root);
    const fields = [...readFields(root), ...readFields(notes)].filter(({instruction}) =>
      instruction.includes('REF'),
    );
    const anchors = all(root, 'w:hyperlink').flatMap(hyperlink => hyperlink.attributes['w:anchor'] ?? []);
    const targets = [...fields.map(({instruction}) => instruction.split(' ')[1] ?? ''), ...anchors];
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter(target => !names.includes(target))).toEqual([]);
    expect(readFields(root)).toEqual(
      expect.arrayContaining([
        {instruction: 'REF box_2_number \\h', result: '2'},
        {instruction: 'REF para_9 \\n \\h', result: '9'},
        {instruction: 'NOTEREF noteref_3 \\h', result: '3'},
      ]),
    );
  });

  test('to a box show its number alone, to a paragraph stand round its words', async () => {
    const file = await write(
      publication([
        numbered(1, 'See box ', refer('box', 'box-1', '1')),
        box(1, ['T'], [plain('see 1: ', refer('paragraph', 'para-1', '1'))]),
      ]),
    );
    const root = file.part(DOCUMENT);
    const number = insideBookmark(root, 'box_1_number').flatMap(run => all(run, 'w:t'));
    expect(number.map(text => text.children.join(''))).toEqual(['1']);
    const paragraph = insideBookmark(root, 'para_1').flatMap(run => all(run, 'w:t'));
    expect(paragraph.map(text => text.children.join('')).join('')).toBe('See box 1');
  });

  test('to what is not there stay words', async () => {
    const file = await write(publication([plain('See box ', refer('box', 'box-7', '7'))]));
    expect(readFields(file.part(DOCUMENT))).toEqual([]);
    expect(readBody(file).at(-1)?.text).toBe('See box 7');
  });

  test('have bookmarks whose names Word takes, each once', async () => {
    const long = `h-${'very-long-heading-'.repeat(4)}`;
    const ids = [`${long}one`, `${long}two`, '1999', 'h-Über', 'H-ÜBER'];
    const file = await write(
      publication([...ids.map(id => heading(2, id, id)), plain(...ids.map(id => refer('heading', id, id)))]),
    );
    const names = bookmarkNames(file.part(DOCUMENT));
    expect(names).toHaveLength(ids.length);
    expect(names.filter(name => !BOOKMARK_NAME.test(name))).toEqual([]);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(ids.length);
    const starts = all(file.part(DOCUMENT), 'w:bookmarkStart').map(start => start.attributes['w:id']);
    const ends = all(file.part(DOCUMENT), 'w:bookmarkEnd').map(end => end.attributes['w:id']);
    expect(starts).toEqual(ids.map((_, index) => `${index}`));
    expect(new Set(ends)).toEqual(new Set(starts));
  });

  test('out of the document are links; an address that Word cannot open leaves its words', async () => {
    const {bytes, warnings} = await docx.write(
      publication([
        plain(
          link('https://example.org/a b?x=1&y=<2>#part', 'good'),
          ' ',
          link('http://[oops', 'bad'),
          link('../notes.md', 'relative'),
          link('javascript:alert(1)', 'script'),
        ),
      ]),
    );
    const file = openPackage(bytes);
    const links = all(file.part(DOCUMENT), 'w:hyperlink');
    expect(links).toHaveLength(1);
    const external = all(file.part('word/_rels/document.xml.rels'), 'Relationship').filter(
      relationship => relationship.attributes['TargetMode'] === 'External',
    );
    expect(external.map(relationship => relationship.attributes['Id'])).toEqual(
      links.map(one => one.attributes['r:id']),
    );
    expect(`${external[0]?.attributes['Target']}#${links[0]?.attributes['w:anchor'] ?? ''}`).toContain(
      'https://example.org/a%20b?x=1&y=%3C2%3E#part',
    );
    expect(readBody(file).at(-1)?.text).toBe('good badrelativescript');
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toContain('`http://[oops`');
  });
});

describe('headings', () => {
  test('begin with Heading 1 whatever level the publication begins with, and are headings to Word', async () => {
    const file = await write(
      publication([
        heading(3, 'h-a', 'A'),
        heading(4, 'h-b', 'B'),
        heading(6, 'h-c', 'C'),
        heading(3, 'h-d', 'D'),
      ]),
    );
    const styles = readBody(file)
      .filter(({style}) => style.startsWith('Heading'))
      .map(({style}) => style);
    expect(styles).toEqual(['Heading1', 'Heading2', 'Heading4', 'Heading1']);
    for (let level = 1; level <= 6; level++) {
      const style = styleOf(file, `Heading${level}`);
      expect(settingOf(style, 'w:outlineLvl')).toBe(`${level - 1}`);
      expect(style && first(style, 'w:keepNext')).toBeDefined();
      expect(settingOf(style, 'w:color')).toBe('auto');
    }
  });
});

describe('indents', () => {
  test('stand where their style has them, and are set by hand only where that is elsewhere', async () => {
    const file = await write(
      publication([
        numbered(1, 'one'),
        list(1, [plain('point'), list(0, [plain('inner')]), plain('after')]),
        quotation(1, plain('said'), list(0, [plain('said point')])),
        quotation(0, plain('said at the margin'), numbered(2, 'numbered and said')),
        list(0, [plain('at the margin')]),
        under('aligned'),
      ]),
    );
    const set = readBody(file)
      .slice(5)
      .map(({element, text}) => {
        const indent = first(element, 'w:ind')?.attributes;
        return [text, indent && ['w:left', 'w:right', 'w:hanging'].map(name => Number(indent[name]))];
      });
    expect(set).toEqual([
      ['one', undefined],
      ['point', [567 + 360, 0, 360]],
      ['inner', [567 + 720, 0, 360]],
      ['after', [567 + 360, 0, 0]],
      ['said', [567 + 567, 567, 0]],
      ['said point', [567 + 567 + 360, 567, 360]],
      ['said at the margin', undefined],
      ['numbered and said', [567 + 567, 567, 567]],
      ['at the margin', undefined],
      ['aligned', undefined],
    ]);
  });

  test('of tables, code and pictures are those of the paragraph above, and no number is parted from what it numbers', async () => {
    const file = await write(
      publication([
        numbered(1, 'one'),
        {...table([undefined], [['a']], [['b']]), indent: 1},
        list(1, [plain('point')]),
        {type: 'code', indent: 1, text: 'code'},
        {...figure(40, 30, 'small'), indent: 1},
        numbered(2),
        {...table([undefined], [['c']], [['d']]), indent: 1},
      ]),
    );
    const root = file.part(DOCUMENT);
    const tables = all(root, 'w:tbl').map(one => [
      first(one, 'w:tblInd')?.attributes['w:w'],
      first(one, 'w:tblW')?.attributes['w:w'],
    ]);
    expect(tables).toEqual([
      ['567', `${9026 - 567}`],
      ['567', `${9026 - 567}`],
    ]);
    const paragraphs = readBody(file).filter(({isInTable}) => !isInTable);
    const point = paragraphs.find(({text}) => text === 'point');
    expect(point && first(point.element, 'w:spacing')?.attributes['w:before']).toBe('160');
    const ofStyle = (style: string): readonly XmlElement[] =>
      paragraphs.flatMap(one => (one.style === style ? [one.element] : []));
    for (const element of [...ofStyle('CodeBlock'), ...ofStyle('Figure')]) {
      expect(first(element, 'w:ind')?.attributes['w:left']).toBe('567');
    }
    const [one, two] = ofStyle('NumberedParagraph');
    expect(one && first(one, 'w:keepNext')).toBeUndefined();
    expect(two && first(two, 'w:keepNext')).toBeDefined();
  });

  test('keep a paragraph that leads to a list with it', async () => {
    const file = await write(
      publication(
        [
          numbered(1, 'Among these are:', call(1)),
          list(1, [plain('point: ')]),
          under('These are:'),
          table([undefined], [['a']], [['b']]),
          plain('Note:'),
        ],
        [[plain('n')]],
      ),
    );
    const kept = readBody(file)
      .filter(({element}) => first(element, 'w:keepNext') !== undefined)
      .map(({text}) => text);
    expect(kept).toEqual([expect.stringContaining('Among these are:'), 'These are:']);
  });

  test('leave room for words however deep blocks stand in each other', async () => {
    let deep: readonly Block[] = [
      plain('deep'),
      table([undefined], [['a']], [['b']]),
      figure(900, 300, 'wide'),
    ];
    for (let depth = 0; depth < 40; depth++) deep = [quotation(0, list(0, deep))];
    const file = await write(publication([quotation(0, box(1, [], deep.slice(0, 1)))]));
    const widths = all(file.part(DOCUMENT), 'w:gridCol').map(column => Number(column.attributes['w:w']));
    expect(Math.min(...widths)).toBeGreaterThan(1000);
    const lefts = all(file.part(DOCUMENT), 'w:ind').map(indent => Number(indent.attributes['w:left']));
    expect(Math.max(...lefts)).toBeLessThan(9026 - 1000);
  });
});

describe('boxes', () => {
  test('keep their heading with the content, which may break, with heading and source line in styles of their own', async () => {
    const file = await write(publication([box(1, ['A title'], [plain('Words.')], ['Source: somebody'])]));
    const [frame] = all(file.part(DOCUMENT), 'w:tbl');
    const [headingRow, contentRow, ...others] = frame === undefined ? [] : all(frame, 'w:tr');
    expect(others).toEqual([]);
    expect(frame && all(frame, 'w:tc')).toHaveLength(2);
    expect(headingRow && all(headingRow, 'w:p').map(one => settingOf(one, 'w:pStyle'))).toEqual([
      'BoxHeading',
    ]);
    expect(settingOf(contentRow, 'w:cantSplit')).toBe('off');
    const style = styleOf(file, 'BoxHeading');
    expect(style && first(style, 'w:keepNext')).toBeDefined();
    const inBox = readBody(file).filter(paragraph => paragraph.isInTable);
    expect(inBox.map(({style, text}) => [style, text])).toEqual([
      ['BoxHeading', 'Box 1. A title'],
      ['BodyText', 'Words.'],
      ['SourceLine', 'Source: somebody'],
    ]);
    expect(frame && first(frame, 'w:shd')?.attributes['w:fill']).toMatch(/^[D-F]/u);
    expect(bookmarkNames(file.part(DOCUMENT))).toContain('box_1');
  });

  test('count by a sequence field that is told where a number does not follow', async () => {
    const file = await write(publication([1, 2, 5, 6].map(number => box(number, [], [plain('x')]))));
    expect(readFields(file.part(DOCUMENT))).toEqual([
      {instruction: 'SEQ Box \\* ARABIC', result: '1'},
      {instruction: 'SEQ Box \\* ARABIC', result: '2'},
      {instruction: 'SEQ Box \\* ARABIC \\r 5', result: '5'},
      {instruction: 'SEQ Box \\* ARABIC', result: '6'},
    ]);
  });

  test('never touch each other, and a cell ends with a paragraph', async () => {
    const inner = table([undefined], [['head']], [['cell']]);
    const file = await write(
      publication([box(1, [], [inner, inner]), box(2, [], [plain('x')]), inner, inner]),
    );
    const body = first(file.part(DOCUMENT), 'w:body') as XmlElement;
    for (const holder of [body, ...all(body, 'w:tc')]) {
      const names = holder.children.flatMap(child => (typeof child === 'string' ? [] : [child.name]));
      expect(names.join(' ')).not.toContain('w:tbl w:tbl');
      expect(names.filter(name => name !== 'w:sectPr').at(-1)).toBe('w:p');
    }
  });
});

describe('tables and figures', () => {
  test('have a header that repeats, alignment, and columns that fill the measure', async () => {
    const file = await write(
      publication([
        table(
          ['left', 'center', 'right', undefined],
          [['a'], ['b'], ['c'], ['d']],
          [['1'], ['2'], ['3'], ['a good many words in one cell']],
        ),
      ]),
    );
    const [found] = all(file.part(DOCUMENT), 'w:tbl');
    const rows = found === undefined ? [] : all(found, 'w:tr');
    expect(rows.map(row => first(row, 'w:tblHeader') !== undefined)).toEqual([true, false]);
    expect(rows.map(row => all(row, 'w:p').map(cell => settingOf(cell, 'w:pStyle')))).toEqual([
      Array(4).fill('TableHeader'),
      Array(4).fill('TableText'),
    ]);
    expect(rows[1] && all(rows[1], 'w:p').map(cell => settingOf(cell, 'w:jc'))).toEqual([
      'left',
      'center',
      'right',
      undefined,
    ]);
    const widths =
      found === undefined ? [] : all(found, 'w:gridCol').map(column => Number(column.attributes['w:w']));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 2 * 1440);
    expect(Math.max(...widths)).toBe(widths[3]);
  });

  test('break no short word for the sake of a long one, and an address for the sake of none', async () => {
    const address = `https://example.org/${'a-long-way/'.repeat(16)}`;
    const head = [['No'], ['Where'], ['What is said of it']];
    const body = [
      ['1'],
      ['Upper Volta'],
      [`${address} and more words than go into one line of the table, by far`],
    ];
    const file = await write(publication([table([undefined, undefined, undefined], head, body)]));
    const [first = 0, second = 0, third = 0] = all(file.part(DOCUMENT), 'w:gridCol').map(column =>
      Number(column.attributes['w:w']),
    );
    // At 11 points a letter is about 110 twips wide, and a cell has 100 on either side.
    expect(first).toBeGreaterThan(200 + 2 * 132);
    expect(first).toBeLessThan(1000);
    expect(second).toBeGreaterThan(200 + 11 * 100);
    expect(third).toBeGreaterThan(4500);
    expect(first + second + third).toBe(9026);
  });

  test('do not repeat a header that calls a note, which LibreOffice would not print', async () => {
    const file = await write(
      publication([table([undefined], [['Head', call(1)]], [['cell']])], [[plain('Kept.')]]),
    );
    expect(all(file.part(DOCUMENT), 'w:tblHeader')).toEqual([]);
  });

  test('are as small in a note as its words, and so is code', async () => {
    const file = await write(
      publication(
        [plain('x', call(1))],
        [
          [
            plain('Words.'),
            table([undefined], [['head']], [['cell']]),
            {
              type: 'code',
              indent: 0,
              text: 'code',
            },
          ],
        ],
      ),
    );
    const styles = all(file.part('word/footnotes.xml'), 'w:pStyle').map(style => style.attributes['w:val']);
    expect(new Set(styles)).toEqual(new Set(['FootnoteText']));
    expect(styles.length).toBeGreaterThan(3);
  });

  test('without any words in the header have no header row', async () => {
    const file = await write(publication([table([undefined], [['']], [['cell']])]));
    expect(all(file.part(DOCUMENT), 'w:tblHeader')).toEqual([]);
    expect(all(file.part(DOCUMENT), 'w:tr')).toHaveLength(1);
  });

  test('show pictures with their words, no wider than the text, in their own proportions', async () => {
    const file = await write(
      publication([figure(1600, 400, 'A "wide" <strip>\nin two lines'), figure(40, 30, 'small')]),
    );
    const extents = all(file.part(DOCUMENT), 'wp:extent').map(({attributes}) => [
      Number(attributes['cx']),
      Number(attributes['cy']),
    ]);
    const measure = (11906 - 2 * 1440) * 635;
    expect(extents[0]?.[0]).toBeLessThanOrEqual(measure);
    expect(extents[0]?.[0]).toBeGreaterThan(measure * 0.99);
    expect((extents[0]?.[0] ?? 0) / (extents[0]?.[1] ?? 1)).toBeCloseTo(4, 1);
    expect(extents[1]).toEqual([40 * 9525, 30 * 9525]);
    const described = all(file.part(DOCUMENT), 'wp:docPr').map(({attributes}) => [
      attributes['id'],
      attributes['descr'],
    ]);
    expect(described).toEqual([
      ['1', 'A "wide" <strip> in two lines'],
      ['2', 'small'],
    ]);
    expect(file.paths.filter(path => path.startsWith('word/media/'))).toHaveLength(2);
  });

  test('show code with its spaces and lines', async () => {
    const file = await write(
      publication([{type: 'code', indent: 0, text: 'a\n  b\n\nc'}, plain(code('x  y'))]),
    );
    expect(
      readBody(file)
        .slice(-2)
        .map(({style, text}) => [style, text]),
    ).toEqual([
      ['CodeBlock', 'a\n  b\n\nc'],
      ['BodyText', 'x  y'],
    ]);
  });
});

describe('the page', () => {
  test('comes from the profile: paper, margins, face, size; the language from the publication', async () => {
    const profile = {
      ...testProfile,
      page: {...testProfile.page, size: 'Letter' as const, margin: 54, font: 'Georgia', fontSize: 12},
    };
    const file = await write(publication([plain('x')], [], {profile, language: 'fr-FR'}));
    const root = file.part(DOCUMENT);
    expect(first(root, 'w:pgSz')?.attributes).toMatchObject({'w:w': '12240', 'w:h': '15840'});
    expect(first(root, 'w:pgMar')?.attributes).toMatchObject({'w:left': '1080', 'w:top': '1080'});
    const defaults = first(file.part('word/styles.xml'), 'w:docDefaults');
    expect(defaults && first(defaults, 'w:rFonts')?.attributes['w:ascii']).toBe('Georgia');
    expect(settingOf(defaults, 'w:sz')).toBe('24');
    expect(settingOf(defaults, 'w:lang')).toBe('fr-FR');
  });

  test('names submission, title, committee, inquiry and month', async () => {
    const lines = async (rest: Partial<Publication>) =>
      readBody(await write(publication([], [], rest)))
        .slice(0, 5)
        .map(({style, text}) => `${style}: ${text}`);
    expect(await lines({})).toEqual([
      'EvidenceLine: Written evidence submitted by The Body',
      'Title: A submission',
      'Subtitle: The Committee',
      'Subtitle: Inquiry: The Inquiry',
      'Subtitle: November 2003',
    ]);
    const bare = await lines({evidenceLine: '', dateLine: undefined, committee: undefined});
    expect(bare.slice(0, 3)).toEqual(['Title: A submission', 'Subtitle: Inquiry: The Inquiry', 'Normal: ']);
  });

  test('has no date in its properties when the front matter gives none', async () => {
    const file = await write(publication([plain('x')], [], {issued: undefined, dateLine: undefined}));
    expect(file.text('docProps/core.xml')).not.toContain('dcterms:created');
  });

  test('has its number in the footer, unless the profile wants none, and no header', async () => {
    const file = await write(publication([plain('x')]));
    expect(readFields(file.part('word/footer1.xml')).map(({instruction}) => instruction)).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
    expect(file.paths.filter(path => path.includes('header'))).toEqual([]);
    const page = {...testProfile.page, numbered: {...testProfile.page.numbered, value: false}};
    const bare = await write(publication([plain('x')], [], {profile: {...testProfile, page}}));
    expect(readFields(bare.part('word/footer1.xml'))).toEqual([]);
  });
});

describe('a draft', () => {
  test('says so on every page and marks each finding, with a list at the end', async () => {
    const subject = draftPublication();
    const file = await write(subject);
    expect(all(file.part('word/header1.xml'), 'w:t').map(text => text.children.join(''))).toEqual([
      subject.draft?.mark,
    ]);
    const [mark] = all(file.part('word/header1.xml'), 'w:r');
    expect(settingOf(mark, 'w:rStyle')).toBe('DraftMark');
    expect(all(file.part(DOCUMENT), 'w:headerReference')).toHaveLength(1);

    const body = readBody(file);
    const text = body.map(paragraph => paragraph.text);
    expect(text).toContain('Smith says so.[^1] Others disagree [1 add-refs].');
    expect(readNotes(file).get(2)?.[0]?.text).toBe("# 'so' [4 quotes-mixed] in a note");
    const list = body.filter(paragraph => paragraph.style === 'OpenFinding').map(paragraph => paragraph.text);
    expect(list).toHaveLength(5);
    expect(list[0]).toBe(
      '[1 add-refs] error, manuscript/evidence.md:7\nUnexpected promise add refs, expected a reference\nHelp: Cite a work, or take the promise out',
    );
    expect(list[4]).toContain('(not marked in the text)');

    const names = [file.part(DOCUMENT), file.part('word/footnotes.xml')].flatMap(bookmarkNames);
    const anchors = [DOCUMENT, 'word/footnotes.xml'].flatMap(path =>
      all(file.part(path), 'w:hyperlink').flatMap(one => one.attributes['w:anchor'] ?? []),
    );
    expect(anchors).toHaveLength(8);
    expect(anchors.filter(anchor => !names.includes(anchor))).toEqual([]);
  });

  test('shades the words by severity', async () => {
    const root = (await write(draftPublication())).part(DOCUMENT);
    const fills = (text: string) =>
      all(root, 'w:r').find(run => all(run, 'w:t').some(t => t.children.join('') === text));
    const error = fills('Others disagree');
    const warning = fills('Bhuvanewari');
    const fill = (run: XmlElement | undefined) => run && first(run, 'w:shd')?.attributes['w:fill'];
    expect(fill(error)).toBeDefined();
    expect(fill(warning)).toBeDefined();
    expect(fill(error)).not.toBe(fill(warning));
  });
});

describe('the file', () => {
  test('says who, what and when, and nothing of the machine', async () => {
    const file = await write(torturePublication());
    const core = file.part('docProps/core.xml');
    const said = Object.fromEntries(
      core.children.flatMap(child =>
        typeof child === 'string' ? [] : [[child.name, child.children.join('')]],
      ),
    );
    expect(said).toEqual({
      'dc:title': torturePublication().title,
      'dc:creator': torturePublication().submitter,
      'cp:lastModifiedBy': torturePublication().submitter,
      'cp:revision': '1',
      'dcterms:created': '2003-11-05T00:00:00Z',
      'dcterms:modified': '2003-11-05T00:00:00Z',
      'dc:language': 'en-GB',
    });
    const anonymous = await write(publication([], [], {submitter: undefined}));
    expect(anonymous.text('docProps/core.xml')).toContain('<dc:creator>opcit</dc:creator>');
    expect(anonymous.text('docProps/core.xml')).toContain('2003-11-01T00:00:00Z');
    expect(file.paths).not.toContain('docProps/custom.xml');
    expect(settingOf(file.part('word/settings.xml'), 'w:compatSetting')).toBe('15');
  });

  test('holds what its list of contents and its relationships name, and nothing else', async () => {
    const file = await write(torturePublication());
    expect(file.paths[0]).toBe('[Content_Types].xml');
    expect(file.paths.slice(1)).toEqual([...file.paths.slice(1)].sort());
    const listed = all(file.part('[Content_Types].xml'), 'Override').map(({attributes}) =>
      attributes['PartName']?.slice(1),
    );
    const xml = file.paths.filter(path => path.endsWith('.xml') && path !== '[Content_Types].xml');
    expect(new Set(listed)).toEqual(new Set(xml));
    for (const path of file.paths.filter(path => path.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]*$/u, '');
      const relationships = all(file.part(path), 'Relationship');
      expect(relationships.map(({attributes}) => attributes['Id'])).toEqual(
        relationships.map((_, index) => `rId${index + 1}`),
      );
      const targets = relationships
        .filter(({attributes}) => attributes['TargetMode'] === undefined)
        .map(({attributes}) => folder + attributes['Target']);
      expect(targets.filter(target => !file.paths.includes(target))).toEqual([]);
    }
    for (const path of file.paths.filter(path => path.endsWith('.xml'))) file.part(path);
    const used = [...file.text(DOCUMENT).matchAll(/w:(?:pStyle|rStyle) w:val="([^"]*)"/gu)].map(
      match => match[1] ?? '',
    );
    expect([...new Set(used)].filter(style => styleOf(file, style) === undefined)).toEqual([]);
  });

  test('is the same from the same publication, twice and from other processes in other places', async () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const once = digest((await docx.write(torturePublication())).bytes);
    await docx.write(draftPublication());
    expect(digest((await docx.write(torturePublication())).bytes)).toBe(once);
    const script = fileURLToPath(new URL('helpers/docx-digest.ts', import.meta.url));
    for (const TZ of ['Asia/Tokyo', 'America/St_Johns']) {
      const there = execFileSync(process.execPath, ['--import', 'tsx', script], {env: {...process.env, TZ}});
      expect(there.toString()).toBe(once);
    }
  });

  test('is another from another publication', async () => {
    const one = await docx.write(publication([plain('one')]));
    const other = await docx.write(publication([plain('other')]));
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0);
  });

  test('has inside what the lists use and no list without a use', async () => {
    const file = await write(publication([numbered(1, 'x')]));
    const numbering = file.part('word/numbering.xml');
    expect(inside(numbering, 'w:num')).toHaveLength(1);
    const abstract = inside(numbering, 'w:abstractNum').map(one => one.attributes['w:abstractNumId']);
    expect(abstract).toContain(settingOf(inside(numbering, 'w:num')[0], 'w:abstractNumId'));
  });
});

describe('the worked example', () => {
  test('has 15 notes, 4 boxes, and 33 paragraphs in one list', async () => {
    const file = await write(exampleCorrected());
    const root = file.part(DOCUMENT);
    const marks = all(root, 'w:footnoteReference').map(mark => mark.attributes['w:id']);
    expect(marks).toEqual(Array.from({length: 15}, (_, index) => `${index + 1}`));
    expect([...readNotes(file).keys()].map(String)).toEqual(marks);
    const paragraphs = readBody(file).filter(paragraph => paragraph.style === 'NumberedParagraph');
    expect(paragraphs.map(paragraph => paragraph.number)).toEqual(
      Array.from({length: 33}, (_, index) => `${index + 1}.`),
    );
    expect(new Set(paragraphs.map(paragraph => settingOf(paragraph.element, 'w:numId'))).size).toBe(1);
    const boxes = readBody(file).filter(paragraph => paragraph.style === 'BoxHeading');
    expect(boxes.map(paragraph => paragraph.text.slice(0, 6))).toEqual([
      'Box 1.',
      'Box 2.',
      'Box 3.',
      'Box 4.',
    ]);
    expect(
      readFields(root).filter(({instruction}) => instruction.startsWith('REF box_')).length,
    ).toBeGreaterThan(2);
  });

  test('as a draft shows its open findings where they stand', async () => {
    const subject = exampleDraft();
    const file = await write(subject);
    const shown = [...readBody(file), ...[...readNotes(file).values()].flat()];
    for (const {number, code: fault} of subject.draft?.findings ?? []) {
      const places = shown.filter(paragraph => paragraph.text.includes(`[${number} ${fault}]`));
      expect(places, fault).toHaveLength(2);
    }
    expect(subject.draft?.findings.length).toBeGreaterThan(2);
  });
});
