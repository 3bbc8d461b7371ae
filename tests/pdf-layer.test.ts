import {createRequire} from 'node:module';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {families, isFontPath} from '../src/formats/pdf/fonts.ts';
import {shareWidth} from '../src/formats/pdf/layer/columns.ts';
import {ReportDocument} from '../src/formats/pdf/layer/document.ts';
import {composeLines} from '../src/formats/pdf/layer/lines.ts';
import {ReportMeasure} from '../src/formats/pdf/layer/measure.ts';
import {linesToPlace} from '../src/formats/pdf/layer/page-breaks.ts';
import {heightOf, type LaidNote, type Room, seat, seatAnyhow} from '../src/formats/pdf/layer/seating.ts';

const load = createRequire(import.meta.url);

/** Everything of pdfmake and pdfkit that the layer calls, overrides or reads and that no documentation promises. */
const methods: Readonly<Record<string, readonly string[]>> = {
  DocPreprocessor: ['preprocessDocument', 'preprocessBlock'],
  DocMeasure: ['measureDocument', 'measureBlock', 'measureNode', 'measureLeaf', 'measureTable'],
  TextInlines: ['buildInlines', 'measure'],
  StyleContextStack: ['getProperty'],
  Line: [
    'addInline',
    'hasEnoughSpaceForInline',
    'getHeight',
    'getAscenderHeight',
    'getWidth',
    'getAvailableWidth',
    'clone',
  ],
  DocumentContext: ['addMargin', 'moveDown', 'moveToNextPage', 'initializePage', 'getCurrentPage'],
  PageElementWriter: [
    'context',
    'addPage',
    'moveToNextPage',
    'addLine',
    'alignLine',
    'addImage',
    'addVector',
    'pushContext',
    'popContext',
  ],
  LayoutBuilder: ['processNode', 'processVerticalContainer', 'processLeaf', 'processTable', 'processImage'],
  Renderer: ['renderPages', 'renderLine', 'renderVector', 'renderImage'],
  PDFDocument: [
    'addNamedDestination',
    'appendXML',
    'end',
    'endMetadata',
    'fill',
    'fillColor',
    'fontSize',
    'goTo',
    'link',
    'on',
    'provideFont',
    'provideImage',
    'rect',
    'text',
  ],
};

function pdfmakeClass(name: string): new (...parts: unknown[]) => object {
  return load(`pdfmake/js/${name}.js`).default;
}

function openDocument(mayRead: (path: string) => boolean): Record<string, unknown> {
  const made: unknown = new (pdfmakeClass('PDFDocument'))(
    families,
    {},
    {},
    {},
    {pdfVersion: '1.7', autoFirstPage: false, font: null, info: {CreationDate: new Date(0)}},
    null,
    mayRead,
  );
  return made as Record<string, unknown>;
}

describe('what the layer leans on in pdfmake', () => {
  test('the version that it was written for', () => {
    expect(load('pdfmake/package.json').version, 'read the layer again before pdfmake is raised').toBe(
      '0.3.11',
    );
    expect(load('../package.json').dependencies.pdfmake, 'pdfmake must be pinned exactly').toBe('0.3.11');
  });

  const named = Object.entries(methods).flatMap(([name, own]) => own.map(method => [name, method] as const));
  test.each(named)('%s.%s', (name, method) => {
    const found: unknown = Reflect.get(pdfmakeClass(name).prototype, method);
    expect(typeof found, `pdfmake has moved ${name}.${method}, on which the page layer leans`).toBe(
      'function',
    );
  });

  test('where a context keeps its place and its room', () => {
    const Context = pdfmakeClass('DocumentContext');
    const context = new Context() as {
      addPage: (size: object, margins: object) => void;
      initializePage: () => void;
    } & Record<string, unknown>;
    let entered = 0;
    const initialize = context.initializePage.bind(context);
    context.initializePage = () => {
      entered += 1;
      initialize();
    };
    context.addPage({width: 200, height: 300}, {left: 10, top: 20, right: 30, bottom: 40});
    expect(entered, 'pdfmake no longer calls initializePage for a new page').toBe(1);
    expect(context).toMatchObject({page: 0, x: 10, y: 20, availableWidth: 160, availableHeight: 240});
  });

  test('what a measured word carries', () => {
    const document = openDocument(isFontPath);
    const Measure = pdfmakeClass('DocMeasure');
    const measure = new Measure(document, {}, {font: 'Serif', fontSize: 10}, null, {}) as {
      measureLeaf: (leaf: object) => {
        _inlines: Record<string, unknown>[];
        _minWidth: number;
        _maxWidth: number;
      };
      textInlines: object;
      styleStack: object;
    };
    expect(measure.textInlines).toBeDefined();
    expect(measure.styleStack).toBeDefined();
    const leaf = measure.measureLeaf({text: [{text: 'two words', note: 7, anchor: 'here'}]});
    expect(leaf._inlines, 'a run is no longer cut into words that carry its own fields').toHaveLength(2);
    for (const word of leaf._inlines)
      expect(word).toMatchObject({note: 7, anchor: 'here', alignment: 'left'});
    for (const field of ['text', 'width', 'height', 'trailingCut', 'font', 'fontSize']) {
      expect(leaf._inlines[0], `a word no longer has ${field}`).toHaveProperty(field);
    }
    expect(leaf._inlines[0]?.['font']).toMatchObject({
      ascender: expect.any(Number),
      descender: expect.any(Number),
      font: {hasGlyphForCodePoint: expect.any(Function)},
      widthOfString: expect.any(Function),
    });
    expect(leaf._maxWidth).toBeGreaterThan(leaf._minWidth);
  });

  test('a mark glued to its word forbids a break between them', () => {
    const Measure = pdfmakeClass('DocMeasure');
    const measure = new Measure(openDocument(isFontPath), {}, {font: 'Serif', fontSize: 10}, null, {}) as {
      measureLeaf: (leaf: object) => {_inlines: Record<string, unknown>[]};
    };
    const {_inlines: words} = measure.measureLeaf({text: [{text: 'word'}, {text: '1'}, {text: ' next'}]});
    expect(words[0]?.['noNewLine']).toBe(true);
  });

  test('the outline of the document, and its policy on files', () => {
    const document = openDocument(isFontPath);
    expect(document['outline']).toMatchObject({addItem: expect.any(Function)});
    expect(document['info']).toMatchObject({CreationDate: expect.any(Date)});
    const strict = openDocument(() => false) as unknown as {
      provideFont: (family: string, bold: boolean, italics: boolean) => void;
    };
    expect(() => strict.provideFont('Serif', false, false)).toThrow(/denied/u);
    expect(isFontPath('/etc/passwd')).toBe(false);
  });
});

describe('lines', () => {
  function newDocument(): ReportDocument {
    return new ReportDocument({
      families,
      images: {},
      mayRead: isFontPath,
      issued: undefined,
      options: {
        size: [600, 800],
        pdfVersion: '1.7',
        lang: 'en',
        displayTitle: true,
        compress: true,
        autoFirstPage: false,
        font: null,
        fontLayoutCache: true,
        info: {},
      },
    });
  }

  /** The lines of a text as a paragraph `width` points wide, in which they have to stand. */
  function linesOf(words: string, width: number): readonly string[] {
    const measure = new ReportMeasure(newDocument(), {}, {font: 'Serif', fontSize: 10});
    const {_inlines: inlines = []} = measure.measureLeaf({text: [{text: words}]});
    return composeLines(inlines, width).map(line => {
      expect(line.getWidth()).toBeLessThanOrEqual(width);
      return line.inlines.map(({text}) => text).join('');
    });
  }

  test.each([
    ['f)', false, 0],
    ['fV', true, 0],
  ])('keep %s nearer than what a reader of the text takes for a space', (pair, isBold, index) => {
    const gapIn = (document: ReportDocument): number => {
      const {xAdvance = 0, advanceWidth = 0} =
        document.provideFont('Serif', isBold, false).layoutRun(pair, undefined).positions[index] ?? {};
      return xAdvance - advanceWidth;
    };
    const own = Reflect.get(pdfmakeClass('PDFDocument').prototype, 'provideFont');
    const plain = newDocument();
    Object.defineProperty(plain, 'provideFont', {value: own});
    expect(gapIn(plain), 'the face no longer needs it').toBeGreaterThan(100);
    expect(gapIn(newDocument())).toBeLessThan(95);
    expect(gapIn(newDocument())).toBeGreaterThan(80);
  });

  test('do not begin with a dash that has a space before it', () => {
    for (let width = 70; width < 200; width += 3) {
      const lines = linesOf(
        'money that adds value – crops, for instance – and does much for the economy',
        width,
      );
      expect(lines.join('')).toBe(
        'money that adds value – crops, for instance – and does much for the economy',
      );
      expect(lines.filter(line => line.startsWith('–'))).toEqual([]);
    }
  });

  test('do not end with a word that leads to the number behind it', () => {
    const words = 'as paragraphs 12 to 14 and box 3 (see note 4, pp 12–14) say, the note is not the box';
    for (let width = 70; width < 200; width += 3) {
      const lines = linesOf(words, width);
      expect(lines.join('')).toBe(words);
      expect(
        lines.filter(line => /(?:paragraphs|box|note|pp) $/u.test(line) && !/(?:the|the note) $/u.test(line)),
      ).toEqual([]);
    }
    // Where both do not fit on one line, the number is not cut to stand beside its word.
    expect(linesOf('see paragraph 12345', 62).map(line => line.trim())).toEqual([
      'see',
      'paragraph',
      '12345',
    ]);
  });

  test('of a paragraph do not end with one that holds a short word alone', () => {
    const words =
      'different households need different services and only detailed information lets councils plan for them.';
    for (let width = 70; width < 200; width += 3) {
      const lines = linesOf(words, width);
      expect(lines.join('')).toBe(words);
      expect(lines.at(-1)).toMatch(/for them\.$/u);
    }
  });

  test('hold a word that is wider than they are, cut where they end', () => {
    const lines = linesOf(`see ${'abcdefghij'.repeat(20)} there`, 100);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.join('')).toBe(`see ${'abcdefghij'.repeat(20)} there`);
  });
});

describe('page breaks', () => {
  test('leave no line of a paragraph alone', () => {
    const choices = fc.record({
      total: fc.integer({min: 1, max: 12}),
      placed: fc.integer({min: 0, max: 10}),
      fitting: fc.integer({min: 0, max: 12}),
      hasRoomAfter: fc.boolean(),
    });
    fc.assert(
      fc.property(choices, ({total, placed, fitting, hasRoomAfter}) => {
        const remaining = total - placed;
        fc.pre(remaining > 0);
        const count = linesToPlace({
          fitting: Math.min(fitting, remaining),
          remaining,
          isStart: placed === 0,
          hasRoomAfter,
        });
        expect(count).toBeLessThanOrEqual(Math.min(fitting, remaining));
        if (remaining > 1) expect(remaining - count).not.toBe(1);
        if (count < remaining && placed === 0) expect(count).not.toBe(1);
        if (count === remaining) expect(hasRoomAfter).toBe(true);
      }),
    );
  });

  test.each([
    [{fitting: 5, remaining: 5, isStart: true, hasRoomAfter: true}, 5],
    [{fitting: 4, remaining: 5, isStart: true, hasRoomAfter: true}, 3],
    [{fitting: 2, remaining: 3, isStart: true, hasRoomAfter: true}, 0],
    [{fitting: 1, remaining: 9, isStart: true, hasRoomAfter: true}, 0],
    [{fitting: 1, remaining: 9, isStart: false, hasRoomAfter: true}, 1],
    [{fitting: 1, remaining: 1, isStart: true, hasRoomAfter: false}, 0],
    [{fitting: 6, remaining: 6, isStart: true, hasRoomAfter: false}, 4],
  ])('%j place %i', (choice, count) => {
    expect(linesToPlace(choice)).toBe(count);
  });
});

describe('seating', () => {
  const noteOf = (number: number, lines: number): LaidNote => ({
    number,
    slices: Array.from({length: lines}, (_, index) => ({
      note: number,
      isFirst: index === 0,
      gap: index === 0 ? 2 : 0,
      height: 12,
      top: index * 12,
      items: [],
    })),
  });
  const cases = fc.record({
    room: fc.record({
      height: fc.double({min: 0, max: 400, noNaN: true}),
      hasNotes: fc.boolean(),
      isClosed: fc.boolean(),
    }),
    height: fc.double({min: 5, max: 40, noNaN: true}),
    lines: fc.array(fc.integer({min: 1, max: 20}), {maxLength: 5}),
  });

  test('takes no more than there is, and lets every note begin beside its line', () => {
    fc.assert(
      fc.property(cases, ({room, height, lines}) => {
        const notes = lines.map((count, index) => noteOf(index + 1, count));
        const seating = seat(room, height, notes);
        if (seating === undefined) return;
        expect(height + seating.notesHeight).toBeLessThanOrEqual(room.height + 1e-9);
        expect(seating.notesHeight).toBeGreaterThanOrEqual(heightOf(seating.here));
        expect(seating.here.filter(({isFirst}) => isFirst)).toHaveLength(notes.length);
        expect([...seating.here, ...seating.later]).toEqual(notes.flatMap(({slices}) => slices));
        expect(new Set(seating.later.map(({note}) => note)).size).toBeLessThanOrEqual(1);
        if (notes.length > 0) expect(room.isClosed).toBe(false);
      }),
    );
  });

  test('at any price, keeps all of the notes and their order', () => {
    fc.assert(
      fc.property(cases, ({room, height, lines}) => {
        const notes = lines.map((count, index) => noteOf(index + 1, count));
        const {here, later} = seatAnyhow(room, height, notes);
        expect([...here, ...later]).toEqual(notes.flatMap(({slices}) => slices));
      }),
    );
  });

  test('cuts a long note, and a short one never', () => {
    const room: Room = {height: 100, hasNotes: false, isClosed: false};
    expect(seat(room, 15, [noteOf(1, 10)])?.here).toHaveLength(5);
    expect(seat({...room, height: 50}, 15, [noteOf(1, 3)])).toBeUndefined();
    expect(seat({...room, height: 40}, 15, [noteOf(1, 10)])).toBeUndefined();
  });
});

describe('the columns of a table', () => {
  test('share all of the width, each at least as wide as its longest word', () => {
    const columns = fc.array(
      fc
        .tuple(fc.integer({min: 0, max: 90}), fc.integer({min: 0, max: 900}))
        .map(([least, more]) => ({least, most: least + more})),
      {minLength: 1, maxLength: 6},
    );
    fc.assert(
      fc.property(columns, fc.double({min: 100, max: 500, noNaN: true}), (wishes, available) => {
        const widths = shareWidth(wishes, available);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(available, 3);
        const fits = wishes.reduce((sum, {least}) => sum + least, 0) <= available;
        if (fits)
          for (const [index, width] of widths.entries())
            expect(width).toBeGreaterThan((wishes[index]?.least ?? 0) - 1e-6);
      }),
    );
  });

  test('short ones are not broken for the sake of a long one', () => {
    const [long, short] = shareWidth(
      [
        {least: 40, most: 2_000},
        {least: 20, most: 60},
      ],
      400,
    );
    expect(short).toBe(60);
    expect(long).toBe(340);
  });
});
