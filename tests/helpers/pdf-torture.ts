import type {Block, Inline, Publication, PublishedNote} from '../../src/publication/types.ts';
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
} from './pdf-publication.ts';

/** Everything that makes page making hard, in one publication of some 14 pages with 40 notes. */
export function torture(): Publication {
  const notes: PublishedNote[] = [];
  let count = 0;
  function called(words: number, ...more: readonly Block[]): Inline {
    count += 1;
    notes.push(note(count, words, ...more));
    return call(count);
  }
  let paragraphs = 0;
  function para(...children: readonly Inline[]): Block {
    paragraphs += 1;
    return numbered(paragraphs, ...children);
  }
  const blocks: Block[] = [
    heading(2, 'h-summary', 'Summary'),
    para(text(`${prose(1, 70)}`), called(12), text(` ${prose(2, 40)}`), called(30), text(` ${prose(3, 25)}`)),
    para(
      text('See '),
      {type: 'cross-reference', kind: 'box', target: 'box-2', value: 'box 2'},
      text(', '),
      {type: 'cross-reference', kind: 'paragraph', target: 'para-5', value: 'paragraph 5'},
      text(', '),
      {type: 'cross-reference', kind: 'note', target: 'note-3', value: 'note 3'},
      text(' and the '),
      {type: 'cross-reference', kind: 'heading', target: 'h-tables', value: 'section on tables'},
      text(
        '. Names: Élodie Naïve, Côté, Łódź, Jiří; x ≤ 5, 3 – 4 – ‘single’ and “double”, non\u2011breaking, £5 and €6. ',
      ),
      {type: 'emphasis', children: [text('Emphasis'), {type: 'strong', children: [text(' and strong')]}]},
      text(', '),
      {type: 'deleted', children: [text('deleted words')]},
      text(', '),
      {type: 'code-inline', value: 'op cit = true'},
      text(' and a '),
      {type: 'link', url: 'https://example.org/café?x=1&y=(2)', children: [text('link to the office')]},
      text(`. ${prose(4, 30)}`),
      called(10),
      called(14),
      called(18),
    ),
    {
      type: 'list',
      ordered: false,
      start: 1,
      indent: 1,
      items: [
        {blocks: [paragraph(text(prose(5, 20)), called(9))]},
        {
          blocks: [
            paragraph(text(prose(6, 40))),
            {
              type: 'list',
              ordered: true,
              start: 9,
              indent: 0,
              items: [
                {blocks: [paragraph(text(prose(7, 12)), called(11))]},
                {blocks: [paragraph(text(prose(8, 9)))]},
              ],
            },
          ],
        },
        {blocks: [paragraph(text(prose(9, 10))), paragraph(text(prose(10, 24)))]},
      ],
    },
    {type: 'quotation', indent: 1, blocks: [paragraph(text(prose(11, 60)), called(22))]},
    {type: 'heading', level: 3, id: 'h-noted', children: [text('A heading that carries a note'), called(16)]},
    para(text(prose(12, 120)), called(160), text(` ${prose(13, 60)}`)),
    box(1, 'A short panel', paragraph(text(prose(14, 60)), called(18)), {
      type: 'list',
      ordered: false,
      start: 1,
      indent: 0,
      items: [
        {blocks: [paragraph(text(prose(15, 14)))]},
        {blocks: [paragraph(text(prose(16, 22)), called(8))]},
      ],
    }),
    para(
      text(prose(17, 90)),
      called(20),
      text(` ${prose(18, 20)}`),
      callAgain(2, 2),
      text(` ${prose(19, 30)}`),
    ),
    heading(2, 'h-tables', 'Tables and panels'),
    para(text(prose(20, 50)), called(12)),
    {
      type: 'table',
      indent: 0,
      align: [undefined, 'right', 'center'],
      header: [
        {children: [text('Department'), called(13)]},
        {children: [text('Amount, £m')]},
        {children: [text('Note')]},
      ],
      rows: Array.from({length: 26}, (_, index) => [
        {children: [text(`Row ${index + 1}: ${prose(30 + index, 5 + (index % 4) * 6)}`)]},
        {children: [text(`${(index + 1) * 13}.${index % 10}`), ...(index % 6 === 2 ? [called(15)] : [])]},
        {children: [text(index % 2 === 0 ? 'yes' : 'not yet')]},
      ]),
    },
    para(text(prose(60, 40))),
    box(
      2,
      'A panel longer than a page',
      ...Array.from({length: 9}, (_, index) =>
        paragraph(text(prose(61 + index, 95)), ...(index % 2 === 0 ? [called(24)] : [])),
      ),
    ),
    para(text(prose(80, 30)), called(900), text(` ${prose(81, 60)}`), called(12), text(` ${prose(82, 60)}`)),
    para(text(prose(83, 160)), called(20)),
    {type: 'paragraph', number: undefined, id: undefined, indent: 1, children: [text(prose(84, 40))]},
    heading(2, 'h-last', 'The last part'),
    heading(3, 'h-sub', 'Two headings in a row'),
    para(
      text(prose(85, 40)),
      called(
        14,
        {
          type: 'list',
          ordered: false,
          start: 1,
          indent: 0,
          items: [{blocks: [paragraph(text(prose(86, 10)))]}, {blocks: [paragraph(text(prose(87, 16)))]}],
        },
        {type: 'quotation', indent: 0, blocks: [paragraph(text(prose(88, 30)))]},
        paragraph(text(prose(89, 12))),
      ),
    ),
    {type: 'code', indent: 0, text: 'if (cite.form === "op-cit") {\n  look(cite);\n\n  // indented\n}'},
    {type: 'divider'},
    para(
      text('An address without a place to break: '),
      {
        type: 'link',
        url: 'https://example.org/',
        children: [text(`https://example.org/${'abcdefghij'.repeat(14)}`)],
      },
      text('.'),
    ),
    ...Array.from({length: 8}, (_, index) => para(text(prose(90 + index, 80)), called(10 + index * 3))),
  ];
  return publicationOf(blocks, notes, {title: 'Committees & their <witnesses>', reference: 'PRO0012'});
}

/** A draft with findings of every severity: on words, cut in two by a note mark, without words, in a note, and in none. */
export function draftedTorture(): Publication {
  const finding = (
    number: number,
    code: string,
    severity: 'error' | 'warning' | 'info',
    ...children: readonly Inline[]
  ) => ({type: 'finding', number, code, severity, hasLabel: true, children}) as const;
  const blocks: Block[] = [
    heading(2, 'h-draft', 'A draft'),
    numbered(
      1,
      text(`${prose(1, 30)} `),
      finding(
        1,
        'add-refs',
        'error',
        text('add refs here and perhaps in other places too, as these words go over the line'),
      ),
      text(` ${prose(2, 40)} `),
      {...finding(2, 'note-before-punctuation', 'warning', text('cut in two')), hasLabel: false},
      call(1),
      finding(2, 'note-before-punctuation', 'warning', text(' by a note')),
      text('. Nothing at all: '),
      finding(3, 'paragraph-unnumbered', 'info'),
      text('.'),
    ),
    box(
      1,
      'A panel',
      paragraph(finding(5, 'unknown-work', 'error', text('A work')), text(` ${prose(3, 30)}`)),
    ),
  ];
  const notes: PublishedNote[] = [
    {
      number: 1,
      id: 'note-1',
      referenceId: 'noteref-1',
      blocks: [
        paragraph(
          text('Note1begins Diyamett (2003) '),
          finding(4, 'op-cit-year-differs', 'error', text('op cit')),
          text(' note1ends.'),
        ),
      ],
    },
  ];
  const places = ['41', '44', '45', '120', '60'];
  return publicationOf(blocks, notes, {
    draft: {
      mark: 'Draft: 4 open errors, 1 warning',
      findings: [
        ['add-refs', 'error'],
        ['note-before-punctuation', 'warning'],
        ['paragraph-unnumbered', 'info'],
        ['op-cit-year-differs', 'error'],
        ['unknown-work', 'error'],
        ['bib-duplicate-key', 'error'],
      ].map(([code = '', severity = ''], index) => ({
        number: index + 1,
        code,
        severity: severity as 'error' | 'warning' | 'info',
        message: `Unexpected \`${code}\` in this place, expected something else that takes so many words that they do not fit on one line`,
        help: index % 2 === 0 ? 'add a short title, as in `Smith, The State, op cit`' : undefined,
        place:
          index < places.length
            ? `manuscript/evidence.md:${places[index]}`
            : 'bibliography/references.bib:12',
        isInText: index < places.length,
      })),
    },
  });
}
