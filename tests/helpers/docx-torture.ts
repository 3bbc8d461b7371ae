import type {Block, Publication} from '../../src/publication/types.ts';
import {
  box,
  call,
  code,
  deleted,
  emphasis,
  figure,
  finding,
  heading,
  lineBreak,
  link,
  list,
  numbered,
  orderedList,
  plain,
  publication,
  quotation,
  refer,
  strong,
  table,
  under,
} from './docx-publication.ts';

const LONG =
  'Those who move have differing reasons and differing ways of doing it, and policy that would serve them has to ' +
  'begin by asking which of them it means, what they bring, what they leave behind, and what they intend.';

/** Everything that a publication may hold, with notes wherever a note may stand. */
export function torturePublication(): Publication {
  return publication(tortureBlocks(), tortureNotes(), {
    title: 'Migration & development: a “torture” for <writers>',
    submitter: 'The International Society for the Careful Preparation of Written Evidence to Committees',
    reference: 'MIG0012',
    issued: {year: 2003, month: 11, day: 5},
  });
}

function tortureBlocks(): readonly Block[] {
  return [
    heading(2, 'h-about', 'About the ', emphasis('Society'), call(1)),
    plain(
      'Plain words ',
      strong('bold'),
      ', ',
      emphasis('slanted ', strong('and both')),
      ', ',
      deleted('struck'),
      ', ',
      code('a  b\tc'),
      '.',
    ),
    heading(3, 'h-kinds', 'Kinds of movement'),
    numbered(1, LONG, ' Three notes in one line: one', call(2), ' two', call(3), ' three.', call(4)),
    numbered(
      2,
      'Three notes at one place.',
      call(5),
      call(6),
      call(7),
      ' See box ',
      refer('box', 'box-2', '2'),
      ', paragraph ',
      refer('paragraph', 'para-9', '9'),
      ', note ',
      refer('note', 'note-3', '3'),
      ' and ',
      refer('heading', 'h-end', 'the end'),
      '.',
    ),
    list(
      1,
      [plain(emphasis('Which way:'), ' ', LONG, call(8)), plain('A second paragraph of the same item.')],
      [
        plain('An item with a list in it:'),
        list(0, [plain('inner one', call(9))], [plain('inner two'), list(0, [plain('innermost')])]),
      ],
      [orderedList(3, [plain('third')], [plain('fourth')])],
    ),
    under('Words under paragraph 2, aligned with its text.'),
    quotation(
      1,
      plain('A quotation under a paragraph, ', emphasis('with'), ' a note.', call(10)),
      list(0, [plain('a point in it')]),
    ),
    numbered(
      3,
      'A second call of note 2',
      call(2, false),
      ' and a link to ',
      link('https://example.org/a?b=1&c="2"', 'a page ', emphasis('somewhere'), call(11)),
      '.',
    ),
    box(
      1,
      ['A box with a note in its title', call(12)],
      [
        plain(LONG, call(13)),
        numbered(4, 'Numbered inside the box.'),
        list(0, [plain('a point', call(14))], [plain('another')]),
        table(['left', 'right'], [['Year'], ['Number']], [['2001'], ['1,204']], [['2002'], ['17']]),
      ],
      ['Source: Okali et al (2001), op cit.', call(15)],
    ),
    box(2, ['Straight after the other'], [plain(sentences(12))]),
    table(
      ['left', 'center', 'right', undefined],
      [['Kind'], ['Middle', call(16)], ['Figures'], ['Remarks']],
      [['One', call(17)], ['x'], ['1,000.5'], [LONG]],
      [['Two'], [strong('y')], ['2'], ['see box ', refer('box', 'box-1', '1')]],
    ),
    numbered(5, 'After a table.', lineBreak, 'On a new line.  Two spaces stay, and a soft\nbreak is one.'),
    heading(4, 'h-pictures', 'Pictures and code'),
    figure(1600, 900, 'A strip that goes from "dark" to <light> & back'),
    figure(40, 30, 'A small strip'),
    {type: 'code', indent: 0, text: 'first line\n  second line\n\n\tfourth <line>'},
    orderedList(
      9,
      [plain('ninth')],
      [plain('tenth'), {type: 'code', indent: 0, text: 'code in an item'}],
      [plain('eleventh')],
    ),
    {type: 'divider'},
    ...Array.from({length: 40}, (_, index) => numbered(6 + index, sentences(1 + (index % 4)))),
    heading(2, 'h-end', 'The end', call(18)),
    numbered(46, 'The last.'),
  ];
}

function tortureNotes(): readonly (readonly Block[])[] {
  const notes: (readonly Block[])[] = Array.from({length: 18}, (_, index) => [
    plain(`The text of note ${index + 1}.`),
  ]);
  notes[1] = [
    plain(
      'Tacoli, C and D Satterthwaite (2003) ',
      emphasis('The Urban Part'),
      ', see note ',
      refer('note', 'note-1', '1'),
      '.',
    ),
  ];
  notes[3] = [
    plain('First paragraph of note 4.'),
    plain('Second paragraph of note 4, ', link('https://example.org/', 'linked'), '.'),
  ];
  notes[4] = [plain('A note with a list:'), list(0, [plain('one')], [plain('two')])];
  notes[6] = [quotation(0, plain('A note that is a quotation.'))];
  notes[12] = [plain(sentences(8))];
  notes[14] = [
    plain('As note 2', call(2, false), ' says, in paragraph ', refer('paragraph', 'para-4', '4'), '.'),
  ];
  return notes;
}

/** A draft with open findings of each severity, one of them without a mark in the text. */
export function draftPublication(): Publication {
  return publication(
    [
      heading(2, 'h-one', 'One'),
      numbered(1, 'Smith says so.', call(1), ' ', finding(1, 'add-refs', 'error', 'Others disagree'), '.'),
      numbered(
        2,
        finding(
          2,
          'name-variants',
          'warning',
          'Bhuvanewari',
          call(2),
          ' and ',
          link('https://example.org/', 'a link'),
        ),
        ' and more.',
      ),
      box(
        1,
        ['A box'],
        [plain('Words.')],
        [finding(3, 'op-cit-year-differs', 'error', 'Diyamett et al (2003), op cit')],
      ),
    ],
    [[plain('Smith (2010)')], [plain(finding(4, 'quotes-mixed', 'info', "'so'"), ' in a note')]],
    {
      draft: {
        mark: 'Draft: 2 open errors, 1 warning',
        findings: [
          {
            number: 1,
            code: 'add-refs',
            severity: 'error',
            message: 'Unexpected promise `add refs`, expected a reference',
            help: 'Cite a work, or take the promise out',
            place: 'manuscript/evidence.md:7',
            isInText: true,
          },
          {
            number: 2,
            code: 'name-variants',
            severity: 'warning',
            message: 'Unexpected name `Bhuvanewari`, expected `Bhuvaneswari`',
            help: undefined,
            place: 'manuscript/evidence.md:9',
            isInText: true,
          },
          {
            number: 3,
            code: 'op-cit-year-differs',
            severity: 'error',
            message: 'Unexpected year `2003`, expected `2001`',
            help: 'Write the year of the work',
            place: 'manuscript/evidence.md:12',
            isInText: true,
          },
          {
            number: 4,
            code: 'quotes-mixed',
            severity: 'info',
            message: "Unexpected quotation mark `'`, expected `‘`",
            help: undefined,
            place: 'manuscript/evidence.md:20',
            isInText: true,
          },
          {
            number: 5,
            code: 'missing-summary',
            severity: 'warning',
            message: 'Unexpected start without a summary',
            help: undefined,
            place: 'manuscript/evidence.md:1',
            isInText: false,
          },
        ],
      },
    },
  );
}

function sentences(count: number): string {
  return Array.from({length: count}, () => LONG).join(' ');
}
