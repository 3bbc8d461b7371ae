import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {applyEdits} from '../src/text/edit.ts';
import {indexPositions} from '../src/text/position.ts';
import {slice} from '../src/text/span.ts';

/** Pieces that Markdown and this reader care about, thrown together in any order. */
const piece = fc.constantFrom(
  '1. ',
  '2) ',
  '17. ',
  '\n',
  '\n\n',
  '\r\n',
  '[^1]',
  '[^9]',
  '[^1]: ',
  '    ',
  '- ',
  '> ',
  ':::box{number=1 title="x"}\n',
  ':::\n',
  '*',
  '**',
  '`',
  '\\',
  '&amp;',
  '&#8211;',
  '&bogus;',
  '<!-- opcit-ignore add-refs: x -->',
  '---\n',
  'title: x\n',
  'Box 2. T',
  'Source: S',
  'see box 3',
  'paragraphs 4 to 7',
  'Smith, op cit',
  'ibid',
  '@key',
  '[see @key, p. 5]',
  'é',
  '👩‍👩‍👧',
  '\uFEFF',
  '\0',
  '\t',
  '|a|b|\n|-|-|\n',
);
const markdown = fc
  .array(fc.oneof({weight: 4, arbitrary: piece}, {weight: 1, arbitrary: fc.string()}), {maxLength: 40})
  .map(parts => parts.join(''));

describe('reading a manuscript', () => {
  it('never throws, and every span lies in the file', () => {
    fc.assert(
      fc.property(markdown, text => {
        const {value, diagnostics} = parseManuscript({path: 'm.md', text});
        const spans = [
          ...diagnostics.map(({span}) => span),
          ...value.paragraphs.flatMap(({span, marker}) => [span, marker]),
          ...value.boxes.flatMap(({span, opening}) => [span, opening]),
          ...value.notes.flatMap(({span, marker}) => [span, marker]),
          ...value.noteReferences.map(({span}) => span),
          ...value.crossReferences.map(({span}) => span),
          ...value.ignores.map(({span}) => span),
          ...value.passages.map(({text: plain}) => plain.spanOf(0, plain.value.length)),
        ];
        for (const {start, end} of spans) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        for (const {marker} of value.paragraphs) expect(slice(text, marker)).toMatch(/^\d+[.)]$/u);
        for (const {span, label} of value.noteReferences) expect(slice(text, span)).toBe(`[^${label}]`);
        for (const {numbers} of value.crossReferences) {
          for (const {value: number, span} of numbers) expect(Number(slice(text, span))).toBe(number);
        }
      }),
      {numRuns: 500},
    );
  });

  it('knows where each letter of a plain text stands', () => {
    fc.assert(
      fc.property(markdown, text => {
        for (const {text: plain} of parseManuscript({path: 'm.md', text}).value.passages) {
          let last = 0;
          for (let at = 0; at < plain.value.length; at++) {
            const span = plain.spanOf(at, at + 1);
            expect(span.start).toBeGreaterThanOrEqual(Math.min(last, span.start));
            const typed = slice(text, span);
            const letter = plain.value.charAt(at);
            if (/[A-Za-z0-9]/u.test(letter) && typed.length === 1) expect(typed).toBe(letter);
            last = span.start;
          }
        }
      }),
      {numRuns: 300},
    );
  });
});

describe('edits', () => {
  it('give one text in whatever order they are listed, or none', () => {
    const edits = fc.array(
      fc
        .record({start: fc.nat(60), length: fc.nat(6), insert: fc.string({maxLength: 4})})
        .map(({start, length, insert}) => ({
          span: {start, end: start + length},
          insert,
        })),
      {maxLength: 6},
    );
    fc.assert(
      fc.property(fc.string({minLength: 66, maxLength: 80}), edits, (text, list) => {
        expect(applyEdits(text, list)).toBe(applyEdits(text, list.toReversed()));
      }),
    );
  });
});

describe('positions', () => {
  it('map an offset to a line and column and back', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '\t'), {maxLength: 30})
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (whole, at) => {
        const index = indexPositions(whole);
        const offset = Math.min(at, whole.length);
        // Between the two halves of "\r\n" there is no place of its own.
        fc.pre(!(whole[offset - 1] === '\r' && whole[offset] === '\n'));
        expect(index.offset(index.at(offset))).toBe(offset);
      }),
    );
  });
});
