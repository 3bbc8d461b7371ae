import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {composePublication} from '../src/publication/compose.ts';
import type {Block, Inline, Publication} from '../src/publication/types.ts';
import type {Diagnostic} from '../src/text/diagnostic.ts';
import type {Span} from '../src/text/span.ts';
import {bareProfile} from './helpers/bare-profile.ts';

const PATH = 'manuscript/evidence.md';

function compose(text: string, openFindings?: readonly Diagnostic[]): Publication {
  return composePublication(
    {
      manuscript: parseManuscript({path: PATH, text}).value,
      citations: {resolutions: [], firstCites: new Map()},
      bibliography: parseBibliography([]).value,
      profile: bareProfile,
    },
    {images: new Map(), openFindings},
  );
}

// A word that stands once in its manuscript, "w12w".
const WORD = /w\d+w/gu;

// What may stand in a line; each `w` becomes a word of its own.
const PHRASES: readonly string[] = [
  'w',
  '*w w*',
  '**w**',
  '~~w~~',
  '`w`',
  '[w *w*](https://example.org/)',
  '[w](other.md)',
  '[w](#nowhere)',
  '![w](none.png)',
  'w &amp; w',
  'w\\*w',
  '<b>w</b>',
  '<!-- gone -->',
  'w[^a]',
  'w[^9]',
  'box 1',
  'paragraph 2 w',
  'w\\\nw',
  'w\nw',
  '“w” – w',
  ':w 10:1 w:w',
];

// What may stand in a text; each `…` becomes a line of phrases.
const BLOCKS: readonly string[] = [
  '…',
  '1. …',
  '1. …\n2. …',
  '7. …\n\n   …\n\n   - …',
  '- …\n- …\n\n  …',
  '- [x] …',
  '> …\n>\n> - …',
  '## …',
  '# …',
  ':::box{number=1 title="w w"}\n…\n\n- …\n\nSource: …\n:::',
  ':::box[…]{number=2}\nSource: …\n\n…\n:::',
  ':::aside\n…\n:::',
  'Box 3. …\n\n…\n\nSource: …',
  '| … | w |\n| - | - |\n| w | … |',
  '```\nw\n```',
  '<!-- gone -->',
  '<div>w</div>',
  '---',
];

const lineOfPhrases = fc
  .array(fc.constantFrom(...PHRASES), {minLength: 1, maxLength: 5})
  // A word in front, so that no phrase can begin a block of its own.
  .map(phrases => ['w', ...phrases].join(' '));

const manuscriptText = fc
  .record({
    blocks: fc.array(
      fc.tuple(fc.constantFrom(...BLOCKS), fc.array(lineOfPhrases, {minLength: 3, maxLength: 3})),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    mode: fc.constantFrom('typed', 'automatic'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({blocks, mode, lineEnd, mark}) => {
    const body = blocks.map(([block, lines]) => fillLines(block, lines)).join('\n\n');
    const numbered = numberWords(`${body}\n\n[^a]: w *w* [^a] w\n\n    w\n`);
    return `${mark}---\ntitle: Evidence\ndate: 2003-11\nparagraphs: ${mode}\n---\n\n${numbered}`.replaceAll(
      '\n',
      lineEnd,
    );
  });

/** A line of several physical lines cannot stand in a heading, a table or a quotation: there it becomes one. */
function fillLines(block: string, lines: readonly string[]): string {
  let index = 0;
  const isOneLine = !['…', '1. …', ':::aside\n…\n:::'].includes(block);
  return block.replace(/…/gu, () => {
    const line = lines[index++ % lines.length] ?? 'w';
    return isOneLine ? line.replaceAll('\\\n', ' ').replaceAll('\n', ' ') : line;
  });
}

function numberWords(text: string): string {
  let count = 0;
  return text.replace(/(?<![\p{L}\p{N}])w(?![\p{L}\p{N}])/gu, () => `w${++count}w`);
}

describe('composing', () => {
  it('loses no word of the text and changes no order', () => {
    fc.assert(
      fc.property(manuscriptText, text => {
        const body = text.slice(0, text.lastIndexOf('[^a]:'));
        const isNoteCalled = body.includes('w[^a]');
        expect(wordsOf(compose(text))).toEqual((isNoteCalled ? text : body).match(WORD) ?? []);
      }),
      {numRuns: 200},
    );
  });

  it('gives every part an id of its own, and numbers notes without a gap', () => {
    fc.assert(
      fc.property(manuscriptText, text => {
        const publication = compose(text);
        const ids = idsOf(publication);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every(id => /^[a-z][a-z0-9-]{0,39}$/u.test(id))).toBe(true);
        for (const target of targetsOf(publication)) expect(ids).toContain(target);
        expect(publication.notes.map(({number}) => number)).toEqual(
          publication.notes.map((_, index) => index + 1),
        );
      }),
      {numRuns: 200},
    );
  });

  it('never throws, whatever the text', () => {
    const scrap = fc.constantFrom(
      '[^1]',
      '[^1]:',
      '1. ',
      '17) ',
      ':::box{number=1}',
      ':::',
      '#',
      '> ',
      '- ',
      '\n',
      '\n\n',
      '    ',
      '<!--',
      '-->',
      '|',
      '`',
      '![a](',
      ')',
      '*',
      '&amp;',
      'box 1',
      '\uFEFF',
      '\0',
      '💷',
      '---',
      'word ',
      '[a]: b',
    );
    fc.assert(
      fc.property(
        fc.array(scrap, {maxLength: 30}),
        fc.array(fc.tuple(fc.nat(80), fc.nat(40))),
        (scraps, spans) => {
          const text = scraps.join('');
          const findings = spans.map(([start, length]) => findingAt({start, end: start + length}));
          expectEachFindingOnce(compose(text, findings));
        },
      ),
      {numRuns: 200},
    );
  });
});

describe('a draft', () => {
  const findings = (text: string) =>
    fc.array(
      fc
        .tuple(fc.nat(text.length), fc.oneof(fc.constant(0), fc.nat(12), fc.nat(text.length)))
        .map(([start, length]) => findingAt({start, end: Math.min(text.length, start + length)})),
      {maxLength: 8},
    );

  it('labels every finding once or says that it has no place in the text', () => {
    fc.assert(
      fc.property(
        manuscriptText.chain(text => fc.tuple(fc.constant(text), findings(text))),
        ([text, open]) => expectEachFindingOnce(compose(text, open)),
      ),
      {numRuns: 150},
    );
  });

  it('is the publication for submission once its marks are taken off', () => {
    fc.assert(
      fc.property(
        manuscriptText.chain(text => fc.tuple(fc.constant(text), findings(text))),
        ([text, open]) => {
          const {blocks, notes} = compose(text, open);
          const submitted = compose(text);
          expect(withoutMarks(blocks)).toEqual(withoutMarks(submitted.blocks));
          expect(withoutMarks(notes)).toEqual(withoutMarks(submitted.notes));
        },
      ),
      {numRuns: 150},
    );
  });

  it('marks a word, the whole word and nothing but the word', () => {
    fc.assert(
      fc.property(
        manuscriptText.chain(text => {
          const words = [...text.matchAll(WORD)].map(match => ({
            start: match.index,
            end: match.index + match[0].length,
          }));
          return fc.tuple(fc.constant(text), fc.subarray(words));
        }),
        ([text, spans]) => {
          const publication = compose(text, spans.map(findingAt));
          // A block of code has no inlines and cannot hold a mark.
          const published = new Set(wordsOf(publication, ['value']));
          const marks = marksOf(publication).filter(({code}) => code === 'fault');
          const marked = marks.map(mark => plainText(mark.children));
          const wanted = spans
            .map(({start, end}) => text.slice(start, end))
            .filter(word => published.has(word));
          for (const word of wanted) {
            expect(
              marked.some(one => one === word || one === `[${word}]`),
              word,
            ).toBe(true);
          }
        },
      ),
      {numRuns: 150},
    );
  });
});

function findingAt(span: Span): Diagnostic {
  return {code: 'fault', severity: 'warning', path: PATH, span, message: 'Unexpected'};
}

function expectEachFindingOnce(publication: Publication): void {
  const labels = marksOf(publication)
    .filter(({hasLabel}) => hasLabel)
    .map(({number}) => number)
    .sort((one, other) => one - other);
  const listed = publication.draft?.findings ?? [];
  expect(labels).toEqual(listed.filter(({isInText}) => isInText).map(({number}) => number));
  expect(listed.map(({number}) => number)).toEqual(listed.map((_, index) => index + 1));
}

// These walk the publication as plain data, so that they know nothing of how it was composed.

type Data = {readonly [key: string]: unknown} | readonly unknown[];

function walk(data: unknown, see: (part: {readonly [key: string]: unknown}) => void): void {
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return;
  if (Array.isArray(data)) {
    for (const part of data) walk(part, see);
    return;
  }
  see(data as {readonly [key: string]: unknown});
  for (const part of Object.values(data as Data)) walk(part, see);
}

function contentsOf({blocks, notes}: Publication): readonly unknown[] {
  return [blocks, notes];
}

function wordsOf(publication: Publication, keys = ['value', 'text', 'alt']): readonly string[] {
  const texts: string[] = [];
  walk(contentsOf(publication), part => {
    for (const key of keys) {
      if (typeof part[key] === 'string') texts.push(part[key]);
    }
  });
  return texts.join('\n').match(WORD) ?? [];
}

function marksOf(publication: Publication): readonly Extract<Inline, {readonly type: 'finding'}>[] {
  const marks: Extract<Inline, {readonly type: 'finding'}>[] = [];
  walk(contentsOf(publication), part => {
    if (part['type'] === 'finding')
      marks.push(part as unknown as Extract<Inline, {readonly type: 'finding'}>);
  });
  return marks;
}

function idsOf(publication: Publication): readonly string[] {
  const ids: string[] = [];
  walk(contentsOf(publication), part => {
    if (typeof part['id'] === 'string') ids.push(part['id']);
  });
  return ids;
}

function targetsOf(publication: Publication): readonly string[] {
  const targets: string[] = [];
  walk(contentsOf(publication), part => {
    for (const key of ['target', 'note']) {
      if (typeof part[key] === 'string') targets.push(part[key]);
    }
  });
  return targets;
}

function plainText(inlines: readonly Inline[]): string {
  let text = '';
  walk(inlines, part => {
    if (typeof part['value'] === 'string') text += part['value'];
  });
  return text;
}

/** The same data with the contents of marks in their place, and neighbouring texts joined. */
function withoutMarks(data: readonly Block[] | readonly unknown[] | unknown): unknown {
  if (Array.isArray(data)) {
    const parts = data.flatMap(part => {
      const plain = withoutMarks(part);
      return isOfType(part, 'finding') ? ((plain as {children: unknown[]}).children ?? []) : [plain];
    });
    const joined: unknown[] = [];
    for (const part of parts) {
      const last = joined.at(-1);
      if (isOfType(part, 'text') && isOfType(last, 'text')) {
        joined[joined.length - 1] = {type: 'text', value: `${last['value']}${part['value']}`};
      } else {
        joined.push(part);
      }
    }
    return joined;
  }
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutMarks(value)]));
}

function isOfType(part: unknown, type: string): part is {readonly [key: string]: unknown} {
  return typeof part === 'object' && part !== null && (part as {type?: unknown}).type === type;
}
