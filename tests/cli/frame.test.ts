import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {printFrame} from '../../src/cli/reporters/frame.ts';
import {neutralise, widthOf} from '../../src/cli/terminal/cells.ts';
import {indexPositions} from '../../src/text/position.ts';

/** The frame round the first place where `marked` stands, on a screen of 60 columns. */
function frame(text: string, marked: string, width = 60): string {
  const start = text.indexOf(marked);
  return frameSpan(text, start, start + marked.length, width);
}

function frameSpan(text: string, start: number, end: number, width: number): string {
  const screen = {width, paint: (_: string, shown: string) => shown};
  const lines = printFrame(
    {text, positions: indexPositions(text)},
    {start, end},
    {screen, indent: '  ', tone: 'error'},
  );
  return lines.join('\n');
}

describe('a frame', () => {
  it('shows the line as typed and marks the span', () => {
    expect(frame('One.\n\n[^12]: Smith, op cit, p 4.\n', 'Smith, op cit')).toBe(
      ['  3 │ [^12]: Smith, op cit, p 4.', '    │        ~~~~~~~~~~~~~'].join('\n'),
    );
  });

  it('cuts a long paragraph round the span, between words', () => {
    const text = `1. ${'Remittances are sent home. '.repeat(40)}See Smith, op cit.${' More of the same.'.repeat(60)}`;

    expect(frame(text, 'Smith, op cit')).toBe(
      ['  1 │ …home. See Smith, op cit. More of the same. More of…', '    │            ~~~~~~~~~~~~~'].join(
        '\n',
      ),
    );
  });

  it('marks to the edge of the screen where the span is longer than it', () => {
    const text = `1. ${'Remittances are sent home. '.repeat(40)}`;

    expect(frame(text, text.trim())).toBe(
      ['  1 │ 1. Remittances are sent home. Remittances are sent…', `    │ ${'~'.repeat(51)}`].join('\n'),
    );
  });

  it('shows the first and the last line of a longer span', () => {
    expect(frame('a one\ntwo\nthree\n  four b\n', 'one\ntwo\nthree\n  four')).toBe(
      ['  1 │ a one', '    │   ~~~', '  ⋮', '  4 │   four b', '    │   ~~~~'].join('\n'),
    );
  });

  it('stays on its line where the span takes in the line end', () => {
    expect(frame('one\r\ntwo', 'one\r\n')).toBe(['  1 │ one', '    │ ~~~'].join('\n'));
  });

  it('marks a place without words by one sign', () => {
    expect(frameSpan('one', 3, 3, 60)).toBe(['  1 │ one', '    │    ~'].join('\n'));
  });

  it('counts columns of the screen: tabs, wide characters, accents that take none', () => {
    expect(frame('\tx 漢字 e\u0301 Smith', 'Smith')).toBe(
      [
        '  1 │     x 漢字 e\u0301 Smith',
        '    │            ~~~~~'.replace('           ', '             '),
      ].join('\n'),
    );
  });

  it('does not let the text drive the terminal', () => {
    expect(frame('a\u001b[2J\u009b31m\u202e\r\nSmith', 'a')).toBe(['  1 │ a␛[2J�31m�', '    │ ~'].join('\n'));
  });

  it('holds for any text: no control characters, no line wider than the screen, marks under every span', () => {
    const anything = fc.string({unit: 'binary', maxLength: 300});
    fc.assert(
      fc.property(
        anything,
        fc.nat(),
        fc.nat(),
        fc.integer({min: 40, max: 120}),
        (text, one, other, width) => {
          const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
          const lines = frameSpan(text, start ?? 0, end ?? 0, width).split('\n');

          expect(lines.join('')).not.toMatch(/[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u);
          expect(lines.some(line => /│ *~+$/u.test(line))).toBe(true);
          // One more for a mark after the last column.
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width + 1);
        },
      ),
    );
  });
});

describe('neutralise', () => {
  it('makes one line of anything', () => {
    expect(neutralise('one\r\ntwo\u0007')).toBe('one two␇');
  });
});
