import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Citations} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {type ComposeOptions, composePublication} from '../src/publication/compose.ts';
import {composeDateLine} from '../src/publication/title-lines.ts';
import type {Publication} from '../src/publication/types.ts';
import type {Diagnostic} from '../src/text/diagnostic.ts';
import {bareProfile} from './helpers/bare-profile.ts';
import {publicationText} from './helpers/publication-text.ts';

const PATH = 'manuscript/evidence.md';
const NO_CITES: Citations = {resolutions: [], firstCites: new Map()};

function compose(
  text: string,
  options: Partial<ComposeOptions> = {},
  citations: Citations = NO_CITES,
): Publication {
  const {value: manuscript} = parseManuscript({path: PATH, text});
  return composePublication(
    {
      manuscript,
      citations,
      bibliography: parseBibliography([{path: 'b.bib', text: 'x\n\ny'}]).value,
      profile: bareProfile,
    },
    {images: new Map(), openFindings: undefined, ...options},
  );
}

function textOf(text: string, options: Partial<ComposeOptions> = {}): string {
  return publicationText(compose(text, options));
}

/** A finding on the first place of `words` in `text`, or on the place given. */
function finding(
  text: string,
  words: string,
  code = 'fault',
  severity: 'error' | 'warning' | 'info' = 'error',
): Diagnostic {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`no such words: ${words}`);
  return {code, severity, path: PATH, span: {start, end: start + words.length}, message: 'Unexpected'};
}

function draftOf(text: string, ...openFindings: readonly Diagnostic[]): string {
  return textOf(text, {openFindings});
}

describe('numbered paragraphs', () => {
  it('print their typed numbers, and indent what belongs to them until the next number or heading', () => {
    expect(
      textOf(
        '1. One\n\n- bullet\n- second\n\n> quoted\n\nplain\n\n2. Two\n\n   inner\n\n## About us\n\nfree\n\n3. Three\n',
      ),
    ).toBe(
      [
        '1. One',
        '| - bullet',
        '| - second',
        '| > quoted',
        '| plain',
        '2. Two',
        '| inner',
        '## About us {h-about-us}',
        'free',
        '3. Three',
      ].join('\n'),
    );
  });

  it('indent tables and code with them, and give their number to whatever line of text comes first', () => {
    expect(
      textOf(
        '1. One\n\n   ```\n   code\n   ```\n\n| a | b |\n| - | - |\n\n2. <div>html</div>\n\n   inner\n\n3. ![alt](none.png)\n\n4. | c | d |\n   | - | - |\n\n## About us\n\n```\nfree\n```\n',
      ),
    ).toBe(
      [
        '1. One',
        '| ```code```',
        '| |a|b|',
        '2. <div>html</div>',
        '| inner',
        '3. [alt]',
        '4. ',
        '| |c|d|',
        '## About us {h-about-us}',
        '```free```',
      ].join('\n'),
    );
  });

  it('keep a fault of the author, and ids stay unique', () => {
    expect(textOf('11. A\n\ntext\n\n12. B\n\ntext\n\n12. C\n\ntext\n\n15. D\n')).toBe(
      '11. A\n| text\n12. B\n| text\n12. C {para-12-2}\n| text\n15. D',
    );
  });

  it('keep a list typed unindented under a number as a list, with its own numbers', () => {
    expect(
      textOf('4. Before\n\n5. There are two reasons:\n1. the first\n2. the second\n6. Both matter.\n'),
    ).toBe('4. Before\n5. There are two reasons:\n| (1) the first\n| (2) the second\n6. Both matter.');
  });

  it('are counted under `paragraphs: automatic`, typed or not', () => {
    const text =
      '---\ndate: 2003-11\nparagraphs: automatic\n---\n\n## Summary\n\nOne\n\n- bullet\n\nTwo\n\n7. Three\n\n:::box{number=1 title="T"}\ninside\n:::\n\nFour, see paragraph 3\n';
    expect(textOf(text)).toBe(
      [
        '## Summary {h-summary}',
        '1. One',
        '| - bullet',
        '2. Two',
        '3. Three',
        '[box-1] Box 1: T',
        '  inside',
        '4. Four, see paragraph {para-3}3{/}',
      ].join('\n'),
    );
  });

  it('stand without text where the number has none of its own', () => {
    expect(textOf('1. One\n\n2. > quoted\n\n3.\n\n4. Four\n')).toBe('1. One\n2. \n| > quoted\n3. \n4. Four');
  });
});

describe('notes', () => {
  it('are numbered by their first references, unused ones left out, boxes read where they stand', () => {
    const text =
      'A[^z]\n\n:::box{number=1 title="T"}\nB[^a]\n:::\n\nC[^m] D[^a]\n\n[^a]: second\n[^m]: third\n\n    more\n\n[^u]: unused\n[^z]: first\n';
    expect(textOf(text)).toBe(
      [
        'A{^1}',
        '[box-1] Box 1: T',
        '  B{^2}',
        'C{^3} D{^2 noteref-2-2}',
        '^1 first',
        '^2 second',
        '^3 third ¶ more',
      ].join('\n'),
    );
    const {notes} = compose(text);
    expect(notes.map(({id, referenceId}) => [id, referenceId])).toEqual([
      ['note-1', 'noteref-1'],
      ['note-2', 'noteref-2'],
      ['note-3', 'noteref-3'],
    ]);
  });

  it('leave undefined references and those inside notes as typed', () => {
    expect(textOf('A[^9] B[^1]\n\n[^1]: see [^2] and [^1]\n[^2]: alone\n')).toBe(
      'A[^9] B{^1}\n^1 see [^2] and [^1]',
    );
  });

  it('take the first of two definitions, and a blank line for an empty one', () => {
    expect(textOf('A[^1] B[^2]\n\n[^1]: first\n[^1]: again\n[^2]:\n')).toBe('A{^1} B{^2}\n^1 first\n^2 ');
  });
});

describe('boxes', () => {
  it('have label, title and source line', () => {
    expect(
      textOf(
        ':::box{number=2 title="Farmers & towns"}\nOne\n\n- two\n\nSource: GRAD (2001) *Le cas*\n:::\n\n:::box\nplain\n:::\n',
      ),
    ).toBe(
      [
        '[box-2] Box 2: Farmers & towns',
        '  One',
        '  - two',
        '  Foot: Source: GRAD (2001) *Le cas*',
        '[box-unnumbered] : ',
        '  plain',
      ].join('\n'),
    );
  });

  it('do not move a source line that something follows', () => {
    expect(textOf(':::box{number=1 title="T"}\nOne\n\nSource: X\n\nafter\n:::\n')).toBe(
      '[box-1] Box 1: T\n  One\n  Source: X\n  after',
    );
  });

  it('take a title between quotation marks with its emphasis, and one that is no running text as it stands', () => {
    const titleOf = (attributes: string): string =>
      textOf(`:::box{number=1 ${attributes}}\nOne\n:::\n`).split('\n')[0]?.replace('[box-1] Box 1: ', '') ??
      '';
    expect(titleOf('title="The *Maji* basin, `x*y` & **all**"')).toBe('The *Maji* basin, `x*y` & **all**');
    expect(titleOf("title='A &quot;*b*&quot; \\*c\\*'")).toBe('A "*b*" *c*');
    expect(titleOf('title=*Word*')).toBe('*Word*');
    expect(compose(':::box{title=*Word*}\nOne\n:::\n').blocks[0]).toMatchObject({
      title: [{type: 'emphasis', children: [{type: 'text', value: 'Word'}]}],
    });
    expect(titleOf('title="1. A *list*"')).toBe('1. A *list*');
    expect(compose(':::box{title="1. A *list*"}\nOne\n:::\n').blocks[0]).toMatchObject({
      title: [{type: 'text', value: '1. A *list*'}],
    });
  });

  it('take a title in square brackets with its emphasis', () => {
    expect(textOf(':::box[The *long* way]{number=1}\nOne\n:::\n')).toBe(
      '[box-1] Box 1: The *long* way\n  One',
    );
  });

  it('typed as plain paragraphs stay plain, and a container that is no box gives its contents', () => {
    expect(textOf('1. One\n\nBox 2. A title\n\nText.\n\nSource: X\n\n:::aside\nkept\n:::\n')).toBe(
      '1. One\nBox 2. A title\nText.\nSource: X\n| kept',
    );
  });
});

describe('inlines', () => {
  it('keep every typographic character, and escapes and entities as what they mean', () => {
    expect(textOf('‘clean cut’ – low-and … 10:1 Source:GRAD &amp; \\*x\\* "q" a\u00a0b\n')).toBe(
      '‘clean cut’ – low-and … 10:1 Source:GRAD & *x* "q" a\u00a0b',
    );
  });

  it('make one space of a soft line break, whatever the line ends, and keep a hard one', () => {
    expect(textOf('a\r\nb\r\n\r\n> c\r\n> d\\\r\n> e\r\n')).toBe('a b\n> c d ⏎ e');
    expect(textOf('a `b\r\nc` ![d\r\ne](f)\r\n')).toBe('a `b c` [d e]');
  });

  it('keep links that lead out, and of others the text', () => {
    expect(
      textOf(
        '[a](https://example.org/x?y=1) [b](mailto:a@example.org) [c](other.md) [d](javascript:alert) [e][r] [f](<https://example.org/a b>) [](https://example.org)\n\n[r]: http://example.org/r\n',
      ),
    ).toBe(
      '<https://example.org/x?y=1>a</> <mailto:a@example.org>b</> c d <http://example.org/r>e</> <https://example.org/a%20b>f</> <https://example.org>https://example.org</>',
    );
  });

  it('lead to own headings by their slugs', () => {
    expect(
      textOf(
        '# Où: about us?\n\nSee [the *first* one](#où-about-us), [again](#same-1), [no](#nowhere).\n\n## Same\n\n## Same\n',
      ),
    ).toBe('See the *first* one, {h-same-2}again{/}, no.\n## Same {h-same}\n## Same {h-same-2}');
    expect(textOf('Text\n\n# Où: about us?\n\nSee [the *first* one](#où-about-us).\n')).toBe(
      'Text\n# Où: about us? {h-ou-about-us}\nSee {h-ou-about-us}the {/}*{h-ou-about-us}first{/}*{h-ou-about-us} one{/}.',
    );
  });

  it('drop comments, and show other HTML as text', () => {
    expect(textOf('a <!-- gone --><b>b</b>\n\n<!-- gone\n\ntoo -->\n\n<div>c</div> <!-- x -->\n')).toBe(
      'a <b>b</b>\n<div>c</div> ',
    );
    expect(textOf('a\n\n<!-- never closed\n\nb\n')).toBe('a\n<!-- never closed  b ');
  });

  it('keep the tick of a task, tables, code and struck words', () => {
    expect(
      textOf('- [x] done\n- [ ] open\n\n|a|*b*|\n|:-|-|\n|1|2|\n\n```\ncode\n```\n\n~~gone~~ `x`\n\n---\n'),
    ).toBe('- [x] done\n- [ ] open\n|a|*b*|\n|1|2|\n```code```\n~~gone~~ `x`\n***');
  });
});

describe('cross-references', () => {
  it('lead to boxes, paragraphs and notes that are there', () => {
    const text =
      '1. See box 1 and boxes 1 to 3.[^1]\n\n2. As paragraphs 1&#8211;2 say, see note 1; see note 7.\n\n:::box{number=1 title="T"}\nparagraph 2\n:::\n\n[^1]: See box 1 above.\n';
    expect(textOf(text)).toBe(
      [
        '1. See box {box-1}1{/} and boxes {box-1}1{/} to 3.{^1}',
        '2. As paragraphs {para-1}1{/}–{para-2}2{/} say, see note {note-1}1{/}; see note 7.',
        '[box-1] Box 1: T',
        '  paragraph {para-2}2{/}',
        '^1 See box {box-1}1{/} above.',
      ].join('\n'),
    );
  });

  it('lead from the pointer of a resolved cite to its note, once', () => {
    const text = 'A[^1] B[^2]\n\n[^1]: Smith (2010)\n[^2]: Smith, n 1 above\n';
    const start = text.indexOf('1 above');
    const citations: Citations = {
      resolutions: [
        {
          status: 'resolved',
          key: 'smith2010',
          differences: [],
          antecedent: undefined,
          cite: {
            id: 2,
            in: {kind: 'note', label: '2', number: 2},
            text: 'Smith, n 1 above',
            span: {start: start - 9, end: start + 7},
            form: 'supra',
            names: 'Smith',
            title: undefined,
            year: undefined,
            pointer: {value: 1, span: {start, end: start + 1}},
            locator: undefined,
          },
        },
      ],
      firstCites: new Map(),
    };
    expect(publicationText(compose(text, {}, citations))).toContain('^2 Smith, n {note-1}1{/} above');
  });

  it('stay text inside a link', () => {
    expect(textOf('1. [box 1](https://example.org/)\n\n:::box{number=1 title="T"}\nx\n:::\n')).toContain(
      '1. <https://example.org/>box 1</>',
    );
  });
});

describe('figures', () => {
  const png = new Uint8Array([
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 44, 0, 0, 0, 200, 8, 2,
  ]);
  const jpeg = new Uint8Array([
    255, 216, 255, 224, 0, 6, 74, 70, 73, 70, 255, 255, 196, 0, 4, 0, 0, 255, 194, 0, 11, 8, 0, 100, 2, 128,
    1, 1, 17, 0,
  ]);

  it('are read from the headers of PNG and JPEG files, alone in their paragraph', () => {
    const images = new Map([
      ['maps/a.png', png],
      ['b.jpg', jpeg],
    ]);
    const value = compose('---\ndate: 2003-11\n---\n\n![A map](maps/a.png)\n![Two][b]\n\n[b]: b.jpg\n', {
      images,
    });
    expect(publicationText(value)).toBe(
      '[figure 300×200 image/png: A map]\n[figure 640×100 image/jpeg: Two]',
    );
  });

  it('are replaced by their alternative text when they cannot be shown', () => {
    const images = new Map([
      ['bad.png', png.slice(0, 20)],
      ['a.png', png],
    ]);
    const text = '![A map](none.png)\n\n![](bad.png)\n\nIn ![a](a.png) line\n';
    expect(publicationText(compose(text, {images}))).toBe('[A map]\n[bad.png]\nIn [a] line');
  });

  it('carry the finding about them in a draft', () => {
    const text = 'One\n\n![A map](none.png)\n';
    expect(draftOf(text, finding(text, '![A map](none.png)', 'image-not-found'))).toBe(
      'One\n⟦[A map]⟧(1 image-not-found)',
    );
  });
});

describe('title and date', () => {
  it('come from the front matter, and the title typed again as first heading is not repeated', () => {
    const value = compose(
      '---\ntitle: My  title\ndate: 2003-11-24\nlanguage: cy\n---\n\n# My title\n\nText\n',
    );
    expect([value.title, value.issued, value.language]).toEqual([
      'My  title',
      {year: 2003, month: 11, day: 24},
      'cy',
    ]);
    expect(publicationText(value)).toBe('Text');
  });

  it('fall back on the first heading, then on the name of the file', () => {
    expect(compose('# The *state* of it\n\nText\n').title).toBe('The state of it');
    expect(compose('Text\n').title).toBe('evidence');
    expect(textOf('# Summary[^1]\n\n[^1]: kept\n')).toBe('# Summary{^1} {h-summary}\n^1 kept');
    expect(textOf('Text\n\n# Summary\n')).toBe('Text\n# Summary {h-summary}');
  });

  it('leave a date out that nobody gave', () => {
    const {issued, dateLine} = compose('---\ntitle: T\ndate:\n---\n');
    expect([issued, dateLine]).toEqual([undefined, undefined]);
  });

  it('write the date out in the language of the text', () => {
    const dateLineOf = (matter: string): string | undefined => compose(`---\n${matter}\n---\n`).dateLine;
    expect(dateLineOf('date: 2003-11')).toBe('November 2003');
    expect(dateLineOf('date: 2026-02-05')).toBe('5 February 2026');
    expect(dateLineOf('date: 2003-11\nlanguage: fr')).toBe('novembre 2003');
  });

  it('writes British dates as the tables of languages have them', () => {
    const months = Array.from({length: 12}, (_, index) => index + 1);
    const inTables = (form: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat('en-GB', {...form, timeZone: 'UTC'});
      return months.map(month => format.format(new Date(Date.UTC(2026, month - 1, 5))));
    };

    expect(months.map(month => composeDateLine({year: 2026, month, day: 5}, 'en-GB'))).toEqual(
      inTables({day: 'numeric', month: 'long', year: 'numeric'}),
    );
    expect(months.map(month => composeDateLine({year: 2026, month, day: undefined}, 'en-GB'))).toEqual(
      inTables({month: 'long', year: 'numeric'}),
    );
  });

  const lords = '{submitter} – written evidence ({reference})';
  const commons = 'Written evidence submitted by {submitter} ({reference})';
  it.each([
    [commons, 'The Body', 'PRO0012', 'Written evidence submitted by The Body (PRO0012)'],
    [commons, 'The Body', '', 'Written evidence submitted by The Body'],
    [commons, '', 'PRO0012', 'Written evidence (PRO0012)'],
    [commons, '', '', 'Written evidence'],
    [lords, 'The Body', 'MIG0012', 'The Body – written evidence (MIG0012)'],
    [lords, 'The Body', '', 'The Body – written evidence'],
    [lords, '', '', 'written evidence'],
    [commons, 'Dollar $& Co', 'A$1', 'Written evidence submitted by Dollar $& Co (A$1)'],
  ])('fill the heading line tidily', (value, submitter, reference, line) => {
    const {value: manuscript} = parseManuscript({
      path: PATH,
      text: `---\nsubmitter: "${submitter}"\nreference: "${reference}"\n---\n`,
    });
    const profile = {...bareProfile, heading: {...bareProfile.heading, value}};
    const bibliography = parseBibliography([]).value;
    const subject = {manuscript, citations: NO_CITES, bibliography, profile};
    expect(composePublication(subject, {images: new Map(), openFindings: undefined}).evidenceLine).toBe(line);
  });
});

describe('a draft', () => {
  const dated = '---\ndate: 2003-11\n---\n\n';

  it('marks exactly the words of a finding, through emphasis and links, its label behind the last piece', () => {
    const text = `${dated}One two *three four* [five](https://example.org) six &amp; seven\n`;
    expect(draftOf(text, finding(text, 'two *three'))).toContain('One ⟦two ⟧*⟦three⟧(1 fault) four* <');
    expect(draftOf(text, finding(text, 'two *three four* [fi'))).toContain(
      'One ⟦two *three four* ⟧<https://example.org>⟦fi⟧(1 fault)ve</> six',
    );
    expect(draftOf(text, finding(text, '&amp; s'))).toContain('six ⟦& s⟧(1 fault)even');
  });

  it('never cuts a pair of surrogates', () => {
    const text = `${dated}a 💷 b\n`;
    const {start, end} = finding(text, '💷').span;
    const at = (from: number, to: number): Diagnostic => ({
      ...finding(text, 'a'),
      span: {start: from, end: to},
    });
    expect(draftOf(text, at(start, start + 1))).toBe('a ⟦💷⟧(1 fault) b');
    expect(draftOf(text, at(start + 1, end))).toBe('a ⟦💷⟧(1 fault) b');
  });

  it('nests marks, and cuts those that overlap', () => {
    const text = `${dated}aa bb cc dd\n`;
    expect(draftOf(text, finding(text, 'aa bb cc', 'long'), finding(text, 'bb', 'short'))).toBe(
      '⟦aa ⟦bb⟧(2 short) cc⟧(1 long) dd',
    );
    expect(draftOf(text, finding(text, 'aa', 'a'), finding(text, 'aa bb', 'b'))).toBe(
      '⟦⟦aa⟧(1 a) bb⟧(2 b) cc dd',
    );
    expect(draftOf(text, finding(text, 'aa bb', 'one'), finding(text, 'bb cc', 'two'))).toBe(
      '⟦aa ⟦bb⟧⟧(1 one)⟦ cc⟧(2 two) dd',
    );
  });

  it('marks a finding that runs over several paragraphs in each of them', () => {
    const text = `${dated}aa\n\n- bb\n\n> cc\n`;
    expect(draftOf(text, finding(text, 'aa\n\n- bb\n\n> cc'))).toBe('⟦aa⟧\n- ⟦bb⟧\n> ⟦cc⟧(1 fault)');
  });

  it('marks note references, undefined ones and live numbers whole', () => {
    const text = `${dated}1. A[^1] B[^9] box 12\n\n:::box{number=12 title="T"}\nx\n:::\n\n[^1]: n\n`;
    expect(draftOf(text, finding(text, '[^1]'), finding(text, '[^9]'), finding(text, '12'))).toContain(
      '1. A⟦{^1}⟧(1 fault) B⟦[^9]⟧(2 fault) box ⟦{box-12}12{/}⟧(3 fault)',
    );
  });

  it('puts a mark without words at the start of the block that holds or follows its place', () => {
    const text = `${dated}Before\n\n17. After\n\n---\n\n:::box{number=1}\nInside\n:::\n\nEnd[^1]\n\n\`\`\`\nlast\n\`\`\`\n\n[^1]: note\n[^2]: unused\n`;
    expect(
      draftOf(
        text,
        finding(text, '17.'),
        finding(text, '---\n\n:::'),
        finding(text, ':::box{number=1}'),
        finding(text, 'last'),
        finding(text, '[^1]: '),
      ),
    ).toBe(
      [
        'Before',
        '17. ⟦⟧(1 fault)After',
        '***',
        '[box-1] Box 1: ',
        '  ⟦⟧(2 fault)⟦⟧(3 fault)Inside',
        '| ⟦⟧(4 fault)End{^1}',
        '| ```last```',
        '^1 ⟦⟧(5 fault)note',
      ].join('\n'),
    );
  });

  it('lists all findings in the order of their places, and says which have no mark in the text', () => {
    const text = `${dated}Text[^1]\n\n[^1]: note\n[^2]: unused\n`;
    const {draft} = compose(text, {
      openFindings: [
        {...finding(text, 'Text', 'bib', 'warning'), path: 'b.bib', span: {start: 3, end: 4}},
        finding(text, '[^2]: unused', 'note-unused', 'warning'),
        finding(text, 'Text', 'text', 'info'),
        finding(text, 'date', 'front'),
      ],
    });
    expect(draft?.mark).toBe('Draft: 1 error, 2 warnings and 1 remark open');
    expect(draft?.findings.map(({number, code, place, isInText}) => [number, code, place, isInText])).toEqual(
      [
        [1, 'front', `${PATH}:2`, false],
        [2, 'text', `${PATH}:5`, true],
        [3, 'note-unused', `${PATH}:8`, false],
        [4, 'bib', 'b.bib:3', false],
      ],
    );
  });

  it('says so on its mark when nothing is open', () => {
    expect(compose(dated, {openFindings: []}).draft).toEqual({mark: 'Draft', findings: []});
    expect(compose(dated).draft).toBeUndefined();
  });
});

describe('the worked example', () => {
  const path = 'manuscript/migration-and-development.md';
  const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

  it('has 33 numbered paragraphs, 4 boxes with their sources, and 15 notes in order', () => {
    const value = compose(text);
    const numbers = value.blocks.flatMap(block => (block.type === 'paragraph' ? (block.number ?? []) : []));
    const boxes = value.blocks.filter(block => block.type === 'box');
    expect(numbers).toEqual(Array.from({length: 33}, (_, index) => index + 1));
    expect(boxes.map(({label, source}) => [label, source !== undefined])).toEqual(
      [1, 2, 3, 4].map(number => [`Box ${number}`, true]),
    );
    expect(value.notes.map(({number}) => number)).toEqual(Array.from({length: 15}, (_, index) => index + 1));
  });
});

describe('web addresses', () => {
  it('are links without being marked, the stop after them left out', () => {
    const {blocks} = compose(
      'See https://example.org/a_(b)?c=1. And (http://example.org/x), not example.org.\n',
    );
    const [paragraph] = blocks;
    const links =
      paragraph?.type === 'paragraph' ? paragraph.children.filter(one => one.type === 'link') : [];
    expect(links.map(({url}) => url)).toEqual(['https://example.org/a_(b)?c=1', 'http://example.org/x']);
  });

  it('are no link inside a link', () => {
    const {blocks} = compose('[at https://example.org/inner](https://example.org/outer)\n');
    expect(JSON.stringify(blocks).match(/"type":"link"/gu)).toHaveLength(1);
  });
});
