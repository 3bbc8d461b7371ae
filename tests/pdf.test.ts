import {describe, expect, test} from 'vitest';
import {pdf} from '../src/formats/pdf/index.ts';
import type {Block, BlockOf, Publication} from '../src/publication/types.ts';
import {discFigure} from './helpers/pdf-pictures.ts';
import {placeOf, readPlaces} from './helpers/pdf-places.ts';
import {
  box,
  call,
  callAgain,
  heading,
  note,
  numbered,
  paragraph,
  prose,
  publicationOf,
  text,
  withPage,
} from './helpers/pdf-publication.ts';
import {pagesLinkingTo, pageWith, type ReadPdf, readPdf} from './helpers/pdf-reader.ts';
import {draftedTorture, torture} from './helpers/pdf-torture.ts';
import {wordsIn, wordsOf} from './helpers/pdf-words.ts';

interface Printed {
  readonly pdf: ReadPdf;
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

async function printed(publication: Publication): Promise<Printed> {
  const {bytes, warnings} = await pdf.write(publication);
  return {pdf: await readPdf(bytes), bytes, warnings};
}

const everything = torture();
const tortured = await printed(everything);

describe('notes', () => {
  test('each starts on the page that calls it', () => {
    const misplaced = everything.notes.filter(({number}) => {
      const page = pageWith(tortured.pdf, `Note${number}begins`);
      const calls = pagesLinkingTo(tortured.pdf, `note-${number}`);
      return calls[0] !== page || tortured.pdf.destinations.get(`noteref-${number}`) !== page;
    });
    expect(misplaced.map(({number}) => number)).toEqual([]);
    expect(everything.notes.length).toBeGreaterThan(30);
    expect(tortured.warnings).toEqual([]);
  });

  test('each ends once, on its own page or a later one, and they stand in order', () => {
    const pages = everything.notes.map(({number}) => ({
      starts: pageWith(tortured.pdf, `Note${number}begins`),
      ends: pageWith(tortured.pdf, `note${number}ends`),
    }));
    for (const {starts, ends} of pages) expect(ends).toBeGreaterThanOrEqual(starts);
    expect(pages.some(({starts, ends}) => ends > starts)).toBe(true);

    const printedOrder = tortured.pdf.pages.flatMap(({text: words}) =>
      [...words.matchAll(/Note(\d+)begins/gu)].map(match => Number(match[1])),
    );
    expect(printedOrder).toEqual(everything.notes.map(({number}) => number));
  });

  test('a second call prints the number and the link, and no second note', async () => {
    const {pdf: read} = await printed(
      publicationOf(
        [
          numbered(1, text(prose(1, 60)), call(1)),
          ...[2, 3, 4, 5].map(number => numbered(number, text(prose(number, 200)))),
          numbered(6, text(prose(6, 30)), callAgain(1, 2)),
        ],
        [note(1, 10)],
      ),
    );
    expect(pageWith(read, 'Note1begins')).toBe(1);
    expect(pagesLinkingTo(read, 'note-1')).toEqual([1, read.pages.length]);
    expect(read.destinations.get('noteref-1-2')).toBe(read.pages.length);
  });

  test('too many called in one line start late, all are printed, and a warning names them', async () => {
    const notes = Array.from({length: 7}, (_, index) => note(index + 1, 160));
    const {pdf: read, warnings} = await printed(
      publicationOf([numbered(1, text('All at once'), ...notes.map(({number}) => call(number)))], notes),
    );
    const page = read.destinations.get('noteref-1') ?? 0;
    const late = notes
      .map(({number}) => number)
      .filter(number => pageWith(read, `Note${number}begins`) > page);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(notes.length);
    expect(warnings.map(warning => Number(/^Note (\d+) starts on page \d+/u.exec(warning)?.[1]))).toEqual(
      late,
    );
    for (const {number} of notes) expect(pageWith(read, `note${number}ends`)).toBeGreaterThan(0);
  });

  test('one that runs over more than a page lets the text go on', async () => {
    const {pdf: read, warnings} = await printed(
      publicationOf(
        [
          numbered(1, text('A start. '), call(1), text(` ${prose(1, 400)}`)),
          numbered(2, text(prose(2, 30)), call(2), text(` ${prose(3, 300)}`)),
        ],
        [note(1, 2_000), note(2, 20)],
      ),
    );
    const end = pageWith(read, 'note1ends');
    expect(end).toBeGreaterThanOrEqual(3);
    expect(pageWith(read, 'Note2begins')).toBe(read.destinations.get('noteref-2'));
    expect(warnings).toEqual([]);
  });

  test('one in the header of a table is printed once, the header on every page', async () => {
    const {pdf: read} = await printed(
      publicationOf(
        [
          {
            type: 'table',
            indent: 0,
            align: [undefined, 'right'],
            header: [{children: [text('Headword'), call(1)]}, {children: [text('Sum')]}],
            rows: Array.from({length: 90}, (_, index) => [
              {children: [text(`Row ${index}`)]},
              {children: [text('1')]},
            ]),
          },
        ],
        [note(1, 8)],
      ),
    );
    expect(read.pages.length).toBeGreaterThan(2);
    for (const page of read.pages) expect(page.text).toContain('Headword');
    expect(pageWith(read, 'Note1begins')).toBe(1);
  });

  test('those of a row too long for a page start beside their own lines', async () => {
    const cell = [text(prose(1, 500)), call(1), text(` ${prose(2, 500)}`), call(2)];
    const {pdf: read, warnings} = await printed(
      publicationOf(
        [
          {
            type: 'table',
            indent: 0,
            align: [undefined, undefined],
            header: [{children: [text('One')]}, {children: [text('Two')]}],
            rows: [[{children: cell}, {children: [text(prose(3, 900)), call(3)]}]],
          },
        ],
        [note(1, 30), note(2, 30), note(3, 30)],
      ),
    );
    expect(read.pages.length).toBeGreaterThan(2);
    for (const number of [1, 2, 3]) {
      expect(pageWith(read, `Note${number}begins`)).toBe(read.destinations.get(`noteref-${number}`));
    }
    expect(warnings).toEqual([]);
  });
});

describe('the text', () => {
  test('loses no word on the way', () => {
    const wanted = wordsOf(everything);
    const found = wordsIn(tortured.pdf);
    // The address that no line can hold is cut, and so is read back in pieces.
    const lost = [...wanted].filter(([word, times]) => word.length < 80 && (found.get(word) ?? 0) < times);
    expect(lost).toEqual([]);
    expect(wanted.size).toBeGreaterThan(100);
  });

  test('a paragraph of twenty thousand words is printed to its end', async () => {
    const {pdf: read} = await printed(publicationOf([numbered(1, text(`${prose(1, 20_000)} Lastword.`))]));
    expect(pageWith(read, 'Lastword.')).toBe(read.pages.length);
    expect(read.pages.length).toBeGreaterThan(20);
  });

  test('a heading stands on the page of what follows it', async () => {
    for (let words = 500; words < 660; words += 8) {
      const {pdf: read} = await printed(
        publicationOf([
          paragraph(text(prose(words, words))),
          heading(2, 'h-one', 'Headline'),
          heading(3, 'h-two', 'Underline'),
          paragraph(text(`Follower ${prose(2, 60)}`)),
        ]),
      );
      const page = pageWith(read, 'Follower');
      expect(read.destinations.get('h-one')).toBe(page);
      expect(read.destinations.get('h-two')).toBe(page);
    }
  });

  test('a box longer than a page runs on, and its source line is not left alone', async () => {
    const blocks = Array.from({length: 8}, (_, index) => paragraph(text(prose(index, 110))));
    const {pdf: read} = await printed(
      publicationOf([box(1, 'A long one', ...blocks, paragraph(text(`${prose(9, 80)} Lastword.`)))]),
    );
    expect(read.pages.length).toBeGreaterThan(1);
    expect(pageWith(read, 'Source: the records')).toBe(pageWith(read, 'Lastword.'));
  });

  test('is read back as it was, whatever the characters in it', async () => {
    const {pdf: read, warnings} = await printed(
      publicationOf([
        paragraph(
          text(
            'Caf\u0065\u0301 \ufeffsoft\u00adhyphen \u0007bell na\u00efve\nLo\u0301dz\u0301 half \ud83d end',
          ),
        ),
      ]),
    );
    expect(read.pages[0]?.text).toContain('Café softhyphen bell naïve Lódź half');
    expect(warnings).toEqual(['No font has the character `\ufffd` (U+FFFD); it prints as a box, on page 1']);
  });

  test('odd and empty blocks are printed without harm', async () => {
    const empty = {type: 'text', value: ''} as const;
    const {pdf: read} = await printed(
      publicationOf(
        [
          heading(2, 'h-empty', ''),
          paragraph(),
          paragraph(empty, {type: 'line-break'}, text('after a break')),
          {type: 'list', ordered: true, start: 1, indent: 0, items: []},
          {
            type: 'list',
            ordered: true,
            start: 99,
            indent: 0,
            items: [{blocks: []}, {blocks: [{type: 'code', indent: 0, text: 'x'}]}],
          },
          {type: 'quotation', indent: 0, blocks: []},
          {type: 'table', indent: 0, align: [], header: [], rows: []},
          {
            type: 'table',
            indent: 0,
            align: [],
            header: [{children: []}],
            rows: [[{children: [text('lonely')]}, {children: []}]],
          },
          {type: 'box', number: undefined, id: 'box-x', label: '', title: [], blocks: [], source: undefined},
          {type: 'code', indent: 0, text: ''},
          {type: 'divider'},
          paragraph(text('the end'), call(1)),
        ],
        [{number: 1, id: 'note-1', referenceId: 'noteref-1', blocks: []}],
        {title: '', evidenceLine: '', submitter: undefined, committee: undefined, inquiry: undefined},
      ),
    );
    for (const words of ['after a break', '99.', '100.', 'lonely', 'the end'])
      expect(pageWith(read, words)).toBe(1);
    expect(read.destinations.has('box-x')).toBe(true);
  });

  test('characters that no font has are named in a warning', async () => {
    const {warnings} = await printed(
      publicationOf([paragraph(text('Łódź ≤ 5, non\u2011breaking, but 漢 and 😀'))]),
    );
    expect(warnings).toEqual([
      'No font has the character `漢` (U+6F22); it prints as a box, on page 1',
      'No font has the character `😀` (U+1F600); it prints as a box, on page 1',
    ]);
  });

  test('each once, with how often it stands there and where first; many share a line', async () => {
    const {warnings} = await printed(
      publicationOf([paragraph(text(prose(1, 900))), paragraph(text('漢 字 漢')), paragraph(text('漢'))]),
    );
    expect(warnings).toEqual([
      'No font has the character `漢` (U+6F22); it prints as a box, 3 times, first on page 2',
      'No font has the character `字` (U+5B57); it prints as a box, on page 2',
    ]);
    const script = Array.from({length: 60}, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const {warnings: many} = await printed(publicationOf([paragraph(text(script))], [], {title: '漢'}));
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toContain('No font has 41 more characters');
    expect(many.at(-1)).toContain(script.slice(-41));
  });
});

describe('what stands under a numbered paragraph', () => {
  const table: BlockOf<'table'> = {
    type: 'table',
    indent: 1,
    align: [undefined, undefined],
    header: [{children: [text('Tablehead')]}, {children: [text('Sum')]}],
    rows: Array.from({length: 3}, (_, row) => [{children: [text(`Row ${row}`)]}, {children: [text('7')]}]),
  };
  const under: readonly (readonly [string, Block])[] = [
    ['Tablehead', table],
    ['Codeline', {type: 'code', indent: 1, text: 'Codeline\nmore'}],
    ['Said', {type: 'quotation', indent: 1, blocks: [paragraph(text('Said by someone.'))]}],
    [
      'Point',
      {type: 'list', ordered: false, start: 1, indent: 1, items: [{blocks: [paragraph(text('Point.'))]}]},
    ],
    ['Plain', {...paragraph(text('Plain.')), indent: 1}],
  ];

  test.each(under)('%s is aligned with its text or stands further in', async (words, block) => {
    const {bytes} = await pdf.write(publicationOf([numbered(1, text('Numbered.')), block]));
    const places = await readPlaces(bytes);
    expect(placeOf(places, words).x).toBeGreaterThanOrEqual(placeOf(places, 'Numbered.').x - 0.01);
  });

  test.each(under.slice(0, 4))(
    '%s has the number beside its first line when it has no words',
    async (words, block) => {
      const {bytes} = await pdf.write(publicationOf([numbered(1, text('Numbered.')), numbered(24), block]));
      const places = await readPlaces(bytes);
      const number = placeOf(places, '24.');
      const first = placeOf(places, words);
      expect(number.y).toBeCloseTo(first.y, 1);
      expect(number.x).toBeCloseTo(placeOf(places, '1.').x, 1);
      expect(number.x).toBeLessThan(first.x);
      expect(number.size).toBe(placeOf(places, '1.').size);
    },
  );

  test('is not parted from the number, and the number is not repeated with the header of the table', async () => {
    const long = {...table, rows: Array.from({length: 70}, () => table.rows[0] ?? [])};
    for (let words = 320; words < 440; words += 8) {
      const {bytes} = await pdf.write(
        publicationOf([numbered(1, text(prose(words, words))), numbered(24), long]),
      );
      const places = await readPlaces(bytes);
      const heads = places.filter(place => place.text.startsWith('Tablehead'));
      expect(heads.length).toBeGreaterThan(1);
      expect(placeOf(places, '24.')).toMatchObject({page: heads[0]?.page, y: heads[0]?.y});
    }
  });

  test('a picture is not parted from its number', async () => {
    // So many words leave room for the number on the first page, and none for the picture.
    for (let words = 250; words < 400; words += 25) {
      const blocks = [
        numbered(1, text(prose(words, words))),
        numbered(24),
        {...discFigure(600, 1, 2, 3), indent: 1 as const},
      ];
      const {bytes} = await pdf.write(publicationOf(blocks));
      expect(placeOf(await readPlaces(bytes), '24.').page).toBe(2);
    }
  });
});

describe('lines and letters', () => {
  test('"paragraph 2" is never broken, and is read back with a plain space', async () => {
    const phrases = ['see paragraph 12', 'in box 3', '(note 4)', 'n 5 above', 'paras 6 to 7', 'pp 8–9'];
    const words = Array.from(
      {length: 120},
      (_, index) => `${prose(index, 1 + (index % 7)).replaceAll('.', '')} ${phrases[index % 6]}`,
    );
    const {bytes, pdf: read} = await printed(publicationOf([numbered(1, text(words.join(' ')))]));
    const lines = (await readPlaces(bytes)).map(place => place.text);
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(line => /\b(?:paragraph|paras|box|note|n|pp)$/u.test(line))).toEqual([]);
    expect(read.pages[0]?.text).toContain('see paragraph 12');
  });

  test('a table in a note is as small as the note', async () => {
    const small: Block = {
      type: 'table',
      indent: 0,
      align: [undefined],
      header: [{children: [text('Notehead')]}],
      rows: [[{children: [text('Notecell')]}]],
    };
    const {bytes} = await pdf.write(
      publicationOf([numbered(1, text('Words.'), call(1))], [note(1, 3, small)]),
    );
    const places = await readPlaces(bytes);
    expect(placeOf(places, 'Notecell').size).toBe(placeOf(places, 'Note1begins').size);
    expect(placeOf(places, 'Notehead').size).toBe(placeOf(places, 'Note1begins').size);
  });

  test('the cells of a row share their baseline', async () => {
    const row = [
      {children: [{type: 'code-inline' as const, value: 'code'}]},
      {children: [text('Plaincell')]},
    ];
    const {bytes} = await pdf.write(
      publicationOf([
        {
          type: 'table',
          indent: 0,
          align: [undefined, undefined],
          header: row.map(() => ({children: [text('H')]})),
          rows: [row],
        },
      ]),
    );
    const places = await readPlaces(bytes);
    expect(placeOf(places, 'code').y).toBeCloseTo(placeOf(places, 'Plaincell').y, 3);
  });

  test('a paragraph that leads to a list ends on the page where the list begins', async () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      indent: 1,
      items: [{blocks: [paragraph(text('Listbegins'))]}],
    };
    let parted = 0;
    for (let words = 240; words < 400; words += 8) {
      const lead = numbered(2, text(`Leadbegins ${prose(3, 80)} Among Leadends:`));
      const blocks = [numbered(1, text(prose(words, words))), heading(2, 'h-one', 'Headline'), lead, list];
      const {pdf: read} = await printed(publicationOf(blocks));
      const page = pageWith(read, 'Listbegins');
      expect(pageWith(read, 'Leadends:')).toBe(page);
      expect(pageWith(read, 'Headline')).toBe(pageWith(read, 'Leadbegins'));
      if (pageWith(read, 'Leadbegins') < page) parted += 1;
    }
    expect(parted, 'a long lead may begin on the page before').toBeGreaterThan(2);
  });

  test("a box's title stands on the page of its first lines", async () => {
    for (let words = 250; words < 450; words += 8) {
      const long = box(1, 'A long panel', paragraph(text(`Boxbegins ${prose(3, 700)}`)));
      const {bytes} = await pdf.write(publicationOf([paragraph(text(prose(words, words))), long]));
      const places = await readPlaces(bytes);
      expect(placeOf(places, 'Box 1').page).toBe(placeOf(places, 'Boxbegins').page);
    }
  });

  test('a heading stands on the page of the box or picture that follows it', async () => {
    const followers: readonly Block[] = [
      box(1, 'A short panel', paragraph(text(prose(3, 110)))),
      discFigure(600, 1, 2, 3),
    ];
    for (const follower of followers) {
      for (let words = 300; words < 560; words += 20) {
        const {bytes} = await pdf.write(
          publicationOf([
            paragraph(text(prose(words, words))),
            heading(2, 'h-one', 'Headline'),
            follower,
            paragraph(text('Follower')),
          ]),
        );
        const places = await readPlaces(bytes);
        const next = follower.type === 'box' ? 'Box 1' : 'Follower';
        expect(placeOf(places, 'Headline').page).toBe(placeOf(places, next).page);
      }
    }
  });
});

describe('links', () => {
  test('every one of them leads somewhere', () => {
    const targets = tortured.pdf.pages.flatMap(({links}) => links);
    const dangling = targets.filter(
      ({isInternal, target}) => isInternal && !tortured.pdf.destinations.has(target),
    );
    expect(dangling).toEqual([]);
    expect(targets.length).toBeGreaterThan(80);
  });

  test('a note leads back to its first call', () => {
    for (const {number} of everything.notes) {
      expect(pagesLinkingTo(tortured.pdf, `noteref-${number}`)).toEqual([
        pageWith(tortured.pdf, `Note${number}begins`),
      ]);
    }
  });

  test('references to boxes, paragraphs, notes and headings are live, and so is an address outside', () => {
    const links = tortured.pdf.pages[0]?.links.map(({target}) => target);
    expect(links).toEqual(expect.arrayContaining(['box-2', 'para-5', 'note-3', 'h-tables']));
    expect(links).toContain('https://example.org/caf%C3%A9?x=1&y=(2)');
  });

  test('a reference to what is not there prints its words and no link', async () => {
    const {pdf: read} = await printed(
      publicationOf([
        paragraph(text('See box '), {type: 'cross-reference', kind: 'box', target: 'box-9', value: '9'}),
      ]),
    );
    expect(read.pages[0]?.text).toContain('See box 9');
    expect(read.pages[0]?.links).toEqual([]);
  });

  test('bookmarks nest headings and boxes below the title', () => {
    expect(tortured.pdf.bookmarks.map(({title, depth}) => `${depth} ${title}`)).toEqual([
      '0 Committees & their <witnesses>',
      '1 Summary',
      '2 A heading that carries a note',
      '3 Box 1. A short panel',
      '1 Tables and panels',
      '2 Box 2. A panel longer than a page',
      '1 The last part',
      '2 Two headings in a row',
    ]);
    for (const {title, page} of tortured.pdf.bookmarks) {
      expect(tortured.pdf.pages[page - 1]?.text).toContain(title);
    }
  });
});

describe('the document', () => {
  test('says what it is, also when the title holds characters of XML', () => {
    const {info, metadata, language} = tortured.pdf;
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Title: 'Committees & their <witnesses>',
      Author: 'The Society of Readers',
      CreationDate: 'D:20031101000000Z',
    });
    expect(metadata('dc:title')).toBe('Committees & their <witnesses>');
    expect(language).toBe('en-GB');
  });

  test('bears no date when it has none', async () => {
    const {pdf: read, bytes} = await printed(
      publicationOf([paragraph(text('Words.'))], [], {issued: undefined, dateLine: undefined}),
    );
    expect(read.info).not.toHaveProperty('CreationDate');
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CreateDate|1970/u);
    expect(Buffer.from(tortured.bytes).toString('latin1')).toContain('<xmp:CreateDate>2003-11-01T00:00:00Z');
    expect(read.metadata('dc:title')).toBe('The working of the committee system');
  });

  test('opens with whom it is for, what it is, its title and its date', () => {
    expect(tortured.pdf.pages[0]?.text).toMatch(
      /^Procedure Committee · Committees and their witnesses Written evidence submitted by The Society of Readers Committees & their <witnesses> November 2003 /u,
    );
  });

  test('numbers its pages, unless the profile wants no numbers', async () => {
    const count = tortured.pdf.pages.length;
    for (const {number, text: words} of tortured.pdf.pages) {
      expect(words).toContain(`Page ${number} of ${count}`);
      expect(words).toContain('The Society of Readers: Committees');
    }
    const bare = withPage({numbered: {value: false, firmness: 'should', source: undefined}});
    const {pdf: read} = await printed(publicationOf([paragraph(text('Words.'))], [], {profile: bare}));
    expect(read.pages[0]?.text).not.toContain('Page 1');
  });

  test('is the same twice, pictures with transparency included', async () => {
    const publication = publicationOf([
      paragraph(text('Two discs.')),
      discFigure(160, 29, 63, 102),
      discFigure(40, 163, 32, 29),
      {type: 'list', ordered: false, start: 1, indent: 0, items: [{blocks: [discFigure(90, 30, 120, 60)]}]},
    ]);
    const [one, other] = await Promise.all([pdf.write(publication), pdf.write(publication)]);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect(one.warnings).toEqual([]);
  });

  test('says so in its place when a picture cannot be read', async () => {
    const whole = discFigure(60, 1, 2, 3);
    const bytes = whole.bytes.slice(0, Math.floor(whole.bytes.length / 2));
    const {pdf: read, warnings} = await printed(
      publicationOf([
        {...whole, bytes},
        {...whole, bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/jpeg', alt: 'A torn one'},
      ]),
    );
    expect(warnings).toHaveLength(2);
    expect(read.pages[0]?.text).toContain('[A picture that could not be read: A torn one]');
  });

  test('takes size and margin from the profile', async () => {
    const letter = withPage({size: 'Letter', margin: 100, fontSize: 14});
    const {bytes} = await printed(publicationOf([paragraph(text(prose(1, 100)))], [], {profile: letter}));
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
  });
});

describe('a draft', async () => {
  const draft = await printed(draftedTorture());

  test('bears its mark on every page', () => {
    expect(draft.pdf.pages.length).toBeGreaterThan(1);
    for (const page of draft.pdf.pages) expect(page.text).toContain('Draft: 4 open errors, 1 warning');
    for (const page of tortured.pdf.pages) expect(page.text).not.toContain('Draft:');
  });

  test('labels the words of each finding once, in text, note and box', () => {
    const [first] = draft.pdf.pages;
    for (const label of [
      '[1 add-refs]',
      '[2 note-before-punctuation]',
      '[3 paragraph-unnumbered]',
      '[4 op-cit-year-differs]',
      '[5 unknown-work]',
    ]) {
      expect(first?.text.split(label)).toHaveLength(2);
    }
  });

  test('lists its findings with place and help, linked to their marks and back', () => {
    const list = draft.pdf.pages.at(-1);
    expect(list?.text).toContain('Open findings');
    expect(list?.text).toContain('[4 op-cit-year-differs] error, manuscript/evidence.md:120');
    expect(list?.text).toContain('Help: add a short title');
    expect(list?.text).toContain(
      '[6 bib-duplicate-key] error, bibliography/references.bib:12, not marked in the text',
    );
    for (const number of [1, 2, 3, 4, 5]) {
      expect(pagesLinkingTo(draft.pdf, `finding-${number}`)).toEqual([1]);
      expect(pagesLinkingTo(draft.pdf, `finding-mark-${number}`)).toEqual([list?.number]);
    }
    expect(draft.pdf.destinations.has('finding-6')).toBe(true);
    expect(draft.pdf.destinations.has('finding-mark-6')).toBe(false);
  });
});
