import fc from 'fast-check';

// What may stand in a line. A line break becomes a space where a block is one line.
const PHRASES: readonly string[] = [
  'word',
  '*word word*',
  '**word**',
  '_w_*o*',
  '**a***b*',
  'x~~word~~',
  '`co|de`',
  '[word *w*](https://example.org/a_b)',
  '<https://example.org/>',
  'https://example.org/a?b=c. ',
  '[word](other.md)',
  '[word](#heading)',
  '![word](none.png)',
  'R&amp;D',
  'AT&T &copy;',
  'w\\*w',
  'snake_case',
  '<b>word</b>',
  '<!-- gone -->',
  '[^a]',
  '[^9]',
  '[^a][^b]',
  '[^b]',
  'box 1',
  'see paragraph 2',
  'note 1',
  'w\\\nw',
  'w\nw',
  '“w” – w',
  ':w 10:1 w:w',
  '::: w',
  '\\[w]',
  '[w]',
  '[w]: x',
  '(w)',
  '!',
  '\\#',
  '\\# w',
  '1. w',
  '12) w',
  '- w',
  '+ w',
  '| w | w |',
  'a~b',
  '$x$',
  '\\\\',
  '{w}',
  '@smith2010',
  '&nbsp;',
  '=',
  '---',
  '> w',
  '\t',
  '  ',
  'é',
  '💷',
];

// What may stand in a text; each `…` becomes a line of phrases. A `w` before it keeps it from being a block of its own.
const BLOCKS: readonly string[] = [
  '…',
  '1. …',
  '1. …\n2. …',
  '7. …\n\n   …\n\n   - …',
  '3) …',
  '4.\n\n…',
  '4. > …\n\n…',
  '5. ![w](none.png)\n\n   w …',
  '- …\n- …\n\n  …',
  '- …\n  1. …\n  2. …\n\n  1) …',
  '- [x] …',
  '* …',
  '> …\n>\n> - …',
  '> …',
  '## …',
  '# …',
  '…\n===',
  ':::box{number=1 title="w & *w*"}\n…\n\n- …\n\n1. …\n\nSource: …\n:::',
  ':::box[…]{number=2}\nSource: …\n\n…\n:::',
  ':::box\n…\n:::',
  ':::aside\nw …\n:::',
  'Box 3. …\n\nw …\n\nSource: …',
  '| … | w |\n| :- | - |\n| w | … |',
  '```\nw\n```',
  '~~~\n```\n~~~',
  '    w\n\n    w',
  '<!-- gone -->',
  '<div>w</div>',
  '---',
  '***',
];

const phrases = fc.array(fc.constantFrom(...PHRASES), {minLength: 1, maxLength: 5});
const line = fc.tuple(phrases, fc.constantFrom('', ' ')).map(([words, between]) => words.join(between));
const blocks = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.array(line, {minLength: 3, maxLength: 3}))
  .map(([block, lines]) => fillLines(block, lines));

/** Manuscripts with every kind of block and inline, and with whatever could be taken for Markdown in the wrong place. */
export const manuscripts: fc.Arbitrary<string> = fc
  .record({
    body: fc.array(blocks, {minLength: 1, maxLength: 8}),
    note: fc.array(blocks, {maxLength: 3}),
    mode: fc.constantFrom('typed', 'automatic'),
  })
  .map(({body, note, mode}) =>
    [
      `---\ntitle: Evidence\nsubmitter: The Body\ndate: 2003-11\nparagraphs: ${mode}\n---`,
      ...body,
      `[^a]: ${note.join('\n\n').replaceAll('\n', '\n    ')}`,
      '[^b]: second\n',
    ].join('\n\n'),
  );

function fillLines(block: string, lines: readonly string[]): string {
  let index = 0;
  return block.replace(/…/gu, () => {
    const one = lines[index++ % lines.length] ?? '';
    return block === '…' ? one : one.replaceAll('\n', ' ');
  });
}
