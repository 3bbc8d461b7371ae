import {describe, expect, it} from 'vitest';
import {parseManuscript} from '../src/manuscript/parse.ts';
import type {Manuscript} from '../src/manuscript/types.ts';
import {slice} from '../src/text/span.ts';

const read = (text: string): Manuscript => parseManuscript({path: 'm.md', text}).value;
const lines = (...parts: readonly string[]): string => parts.join('\n\n');

describe('numbered paragraphs', () => {
  const numbers = (text: string): string =>
    read(text)
      .paragraphs.map(({typed, expected}) => (typed === expected ? `${typed}` : `${typed}≠${expected}`))
      .join(' ');

  it('run on through headings and boxes', () => {
    expect(
      numbers(lines('## One', '1. a', '2. b', ':::box{number=1}\nx\n:::', '3. c', '## Two', '4. d')),
    ).toBe('1 2 3 4');
  });

  it('report one slip once, whatever comes after it', () => {
    expect(numbers(lines('1. a', '2. b', '4. c', '5. d'))).toBe('1 2 4≠3 5');
    expect(numbers(lines('1. a', '2. b', '2. c', '3. d'))).toBe('1 2 2≠3 3');
    expect(numbers(lines('7. a', '3. b', '8. c'))).toBe('7≠1 3≠8 8');
  });

  it('hold the bullets, quotations and paragraphs that stand unindented under them', () => {
    const [one, two] = read(lines('1. They include:', '- this', '> that', 'and more.', '2. Next')).paragraphs;
    expect(one?.blocks.map(({type}) => type)).toEqual(['paragraph', 'list', 'blockquote', 'paragraph']);
    expect(two?.blocks).toHaveLength(1);
  });

  it('end at a heading, and at a number', () => {
    expect(
      read(lines('1. a', '## H', 'Not mine.', '2. b')).paragraphs.map(({blocks}) => blocks.length),
    ).toEqual([1, 1]);
  });

  it('are no items of a list typed under one of them', () => {
    expect(numbers(lines('4. a', '5. Two reasons:', '1. first', '2. second', '6. Both.'))).toBe('4≠1 5 6');
    expect(numbers('1. a\n\n1) x\n2) y\n\n2. b')).toBe('1 2');
  });

  it('know their marker', () => {
    const text = lines('---\ntitle: x\n---', '12. Twelve');
    const [paragraph] = read(text).paragraphs;
    expect(paragraph && slice(text, paragraph.marker)).toBe('12.');
  });
});

describe('boxes', () => {
  it('are directives with a number, a title and a source line', () => {
    const text = lines(':::box{number=2 title="A & b"}\nWords.\n\nSources: Smith (2001); Jones (2002)\n:::');
    const [box] = read(text).boxes;
    expect(box).toMatchObject({form: 'directive', typed: 2, expected: 1, title: 'A & b'});
    expect(box && slice(text, box.opening)).toBe(':::box{number=2 title="A & b"}');
    expect(box?.blocks).toHaveLength(1);
    expect(box?.sourceLine).toBeDefined();
  });

  it('are recognised when typed as plain paragraphs, up to their source line', () => {
    const text = lines('1. See box 2.', 'Box 2. A title', 'Words.', 'Source: Smith (2001)', '2. Next');
    const {boxes, paragraphs} = read(text);
    expect(boxes[0]).toMatchObject({form: 'typed', typed: 2, title: 'A title'});
    expect(boxes[0] && slice(text, boxes[0].span)).toBe('Box 2. A title\n\nWords.\n\nSource: Smith (2001)');
    expect(paragraphs.map(({blocks}) => blocks.length)).toEqual([1, 1]);
  });

  it('are not seen in a sentence that begins with one', () => {
    expect(read('Box 2 describes the effect on home areas.').boxes).toEqual([]);
  });

  it.each([
    ['never closed', ':::box{number=1}\n\nSwallowed\n\n1. text'],
    ['with a slip in the opening line', ':::box{number=1 title="no end}\n\nx'],
    ['closed without being opened', 'x\n\n:::\n'],
  ])('are reported when %s', (_, text) => {
    const {diagnostics} = parseManuscript({path: 'm.md', text});
    expect(diagnostics.map(({code}) => code)).toContain('box-malformed');
  });

  it('hold nothing while nobody closes them, and their opening line stays as typed', () => {
    const manuscript = read('1. a\n\n:::box{number=1 title="T"}\nInside\n\n2. b\n\n:::box{number=2}\nx\n:::');
    expect(manuscript.paragraphs.map(({typed}) => typed)).toEqual([1, 2]);
    expect(manuscript.boxes.map(({typed}) => typed)).toEqual([2]);
    expect(JSON.stringify(manuscript.root)).toContain(':::box{number=1 title=\\"T\\"}\\nInside');
  });

  it('leave a colon in running text alone', () => {
    const {root} = read('At 10:1, Source:GRAD and cf:see :this[one].');
    expect(JSON.stringify(root)).not.toContain('irective');
  });
});

describe('comments', () => {
  it('at the start of a line leave the line what it is', () => {
    const {root, paragraphs, notes} = read(
      '\uFEFF1. <!-- a --> Text.[^1]\n\n<!-- b --> 2. More\n\n[^1]: <!-- c --> x',
    );
    expect(paragraphs.map(({typed}) => typed)).toEqual([1]);
    expect(notes.map(({number}) => number)).toEqual([1]);
    const html = JSON.stringify(root).match(/<!-- . -->/gu);
    expect(html).toEqual(['<!-- a -->', '<!-- b -->', '<!-- c -->']);
  });

  it('on lines of their own, and in code, stay what Markdown makes of them', () => {
    const {root} = read('<!-- a -->\nText\n\n```\n<!-- b --> code\n```');
    expect(root.children.map(node => ('value' in node ? `${node.type} ${node.value}` : node.type))).toEqual([
      'html <!-- a -->',
      'paragraph',
      'code <!-- b --> code',
    ]);
  });
});

describe('notes', () => {
  it('are numbered by their first reference, not by label or definition', () => {
    const text = lines('b[^b] a[^a] b[^b]', '[^a]: A', '[^b]: B', '[^c]: unused');
    const {notes, noteReferences} = read(text);
    expect(notes.map(({label, number}) => [label, number])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', undefined],
    ]);
    expect(noteReferences.map(({label, number, isFirst}) => [label, number, isFirst])).toEqual([
      ['b', 1, true],
      ['a', 2, true],
      ['b', 1, false],
    ]);
  });

  it('are missed where Markdown leaves the reference as text, except in code and escapes', () => {
    const text = 'x[^9] `[^8]` \\[^7] *y[^6]*';
    const {noteReferences} = read(text);
    expect(noteReferences.map(({span}) => slice(text, span))).toEqual(['[^9]', '[^6]']);
    expect(noteReferences.every(({number}) => number === undefined)).toBe(true);
  });

  it('are not called by what Markdown left as text, though a box behind it defines the label', () => {
    const text = lines('1. A.[^1]', ':::box{number=1}\nIn.\n\n[^1]: In the box.\n\n:::');
    const {notes, noteReferences} = read(text);
    expect(noteReferences.map(({number}) => number)).toEqual([undefined]);
    expect(notes.map(({number}) => number)).toEqual([undefined]);
  });

  it('know their duplicates and whether they are empty', () => {
    const {notes} = read(lines('x[^1] y[^2]', '[^1]: one', '[^1]: other', '[^2]:'));
    expect(notes.map(({duplicateOf, isEmpty}) => [duplicateOf?.label, isEmpty])).toEqual([
      [undefined, false],
      ['1', false],
      [undefined, true],
    ]);
  });
});

describe('references to parts of the document', () => {
  const found = (text: string): readonly string[] =>
    read(text).crossReferences.map(
      ({kind, numbers, isRange}) => `${kind} ${numbers.map(({value}) => value).join(isRange ? '–' : ' ')}`,
    );

  it.each([
    ['(see box 1)', ['box 1']],
    ['Boxes 2 and 3 show', ['box 2 3']],
    ['paragraphs 4 to 7', ['paragraph 4–7']],
    ['paras 4–7 and box 2', ['paragraph 4–7', 'box 2']],
    ['see note 3 above', ['note 3']],
    ['(see n 12)', ['note 12']],
    ['paragraph 12 of the White Paper', []],
    ['we note 30 villages', []],
    ['paragraph 1.2', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are mostly places in the work cited where they stand in a note', () => {
    expect(
      found(lines('x[^1] y[^2]', '[^1]: Smith (2001), para 12 and box 3', '[^2]: see paragraph 4')),
    ).toEqual(['paragraph 4']);
  });
});

describe('front matter', () => {
  const faults = (yaml: string): readonly string[] =>
    parseManuscript({path: 'm.md', text: `---\n${yaml}\n---\n\nx\n`}).diagnostics.map(
      ({code, message}) => `${code}: ${message}`,
    );

  it('offers the key that was meant', () => {
    expect(faults('submiter: X')).toEqual([
      'front-matter-unknown-key: Unexpected front matter key `submiter`, expected `submitter`',
    ]);
  });

  it.each([
    [
      'capacity: orgnisation',
      'Unexpected capacity `orgnisation`, expected `organisation` or `individual` or `group`',
    ],
    ['date: 2003-13', 'Unexpected date `2003-13`, expected a date as YYYY-MM or YYYY-MM-DD'],
    ['date: 2003-02-30', 'Unexpected date `2003-02-30`, expected a date as YYYY-MM or YYYY-MM-DD'],
    ['language: english_', 'Unexpected language `english_`, expected a language tag such as `en-GB`'],
    ['limits: {words: many}', 'Unexpected limit of words `many`, expected a whole number above 0'],
  ])('%s', (yaml, message) => {
    expect(faults(yaml)).toEqual([`front-matter-value: ${message}`]);
  });

  it('takes a blank value for an absent one, and keeps a leading nought', () => {
    const {frontMatter} = read('---\nreference:\ntitle: 007\n---\n\nx\n');
    expect(frontMatter.reference).toBeUndefined();
    expect(frontMatter.title).toBe('007');
  });

  it('points at the value in the file', () => {
    const text = '\uFEFF---\r\ntitle: x\r\ncapacity: crowd\r\n---\r\n';
    const [fault] = parseManuscript({path: 'm.md', text}).diagnostics;
    expect(fault && slice(text, fault.span)).toBe('crowd');
  });

  it('is reported when nothing closes it', () => {
    const {diagnostics} = parseManuscript({path: 'm.md', text: '---\ntitle: x\n\n1. Text\n'});
    expect(diagnostics.map(({code, message}) => `${code}: ${message}`)).toEqual([
      'front-matter-syntax: Unexpected front matter without an end, expected a line `---` behind its last key',
    ]);
  });

  it('says where YAML cannot be read', () => {
    expect(faults('title: "no end')[0]).toMatch(/^front-matter-syntax: /u);
  });
});

describe('silencing comments', () => {
  it('cover the block after them; before a numbered paragraph, all of it', () => {
    const text = lines(
      '1. a',
      '<!-- opcit-ignore add-refs: agreed with the clerk -->',
      '2. b',
      '- c',
      '3. d',
    );
    const [ignore] = read(text).ignores;
    expect(ignore).toMatchObject({code: 'add-refs', reason: 'agreed with the clerk'});
    expect(ignore?.covers && slice(text, ignore.covers)).toBe('2. b\n\n- c');
  });

  it('may lack a reason, which is for a rule to say', () => {
    expect(read('<!-- opcit-ignore add-refs -->\n\nx').ignores[0]).toMatchObject({
      code: 'add-refs',
      reason: '',
    });
  });
});
