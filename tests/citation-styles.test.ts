import {describe, expect, it} from 'vitest';
import {buildCited, styleOf, WORKS, writeCited} from './helpers/styled-build.ts';

const FULL = 'Alder, A (2001) *Red Cedars: A History*, Osier Press, Bristol';

/** A text of numbered paragraphs, one for each note, and the notes under it. */
function withNotes(...notes: readonly string[]): string {
  const paragraphs = notes.map((_, at) => `${at + 1}. Claim ${at + 1}.[^${at + 1}]`);
  return [...paragraphs, ...notes.map((note, at) => `[^${at + 1}]: ${note}`)].join('\n\n');
}

/** The notes of a text that was written. */
async function notesOf(
  citations: string,
  notes: readonly string[],
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const written = await writeCited({text: withNotes(...notes), citations, more});
  return [...written.matchAll(/^\[\^\d+\]: (.*)$/gmu)].map(([, note = '']) => note);
}

describe('as typed', () => {
  it('leaves short forms and keys alone', async () => {
    const notes = [FULL, 'see Alder, A (2001) op cit, p 4', '[see @alder2001, p. 5]'];

    expect(await notesOf('as-typed', notes)).toEqual([
      FULL,
      'see Alder, A (2001) op cit, p 4',
      '\\[see @alder2001, p. 5]',
    ]);
  });
});

describe('expanded', () => {
  it.each([
    ['op cit with a locator', 'see Alder, A (2001) op cit, p 4', 'see Alder (2001) *Red Cedars*, p 4'],
    [
      'a stop of an abbreviation before more words',
      'Alder, op. cit., p. 4.',
      'Alder (2001) *Red Cedars*, p. 4.',
    ],
    ['ibid in emphasis', '*Ibid*, p 9', 'Alder (2001) *Red Cedars*, p 9'],
    ['ibid in a sentence', 'See ibid. for more.', 'See Alder (2001) *Red Cedars* for more.'],
    [
      'ibid at the end of a sentence',
      'See ibid. More is said there.',
      'See Alder (2001) *Red Cedars*. More is said there.',
    ],
    [
      'ibid behind words that name nobody',
      'as said there *ibid*, p 9',
      'as said there Alder (2001) *Red Cedars*, p 9',
    ],
    ['words behind a title', 'see Alder, *Red Cedars*, on wells', 'see Alder (2001) *Red Cedars*, on wells'],
    ['a sentence around it', 'Alder’s *Red Cedars* says so', 'Alder (2001) *Red Cedars* says so'],
    [
      'what nobody can read behind it',
      'Alder, *Red Cedars* (Zed, London) folio ix',
      'Alder (2001) *Red Cedars* (Zed, London) folio ix',
    ],
    ['ibid behind its author', 'Alder, ibid, p 9', 'Alder (2001) *Red Cedars*, p 9'],
    [
      'a remark behind the place',
      'Alder, *Red Cedars*, p. 13, disagrees.',
      'Alder (2001) *Red Cedars*, p. 13, disagrees.',
    ],
    [
      'a remark in brackets behind the place',
      'Alder, *Red Cedars*, para 13 (in part).',
      'Alder (2001) *Red Cedars*, para 13 (in part).',
    ],
    ['a volume with the place', 'Alder, op cit, vol. 2, p. 13', 'Alder (2001) *Red Cedars*, vol. 2, p. 13'],
    ['a title and a bare page', 'Alder, ‘Red Cedars’, 13.', 'Alder (2001) *Red Cedars*, 13.'],
    ['a full reference again', FULL, FULL],
  ])('%s', async (_, typed, written) => {
    expect(await notesOf('expanded', [FULL, typed])).toEqual([FULL, written]);
  });

  it('prints the whole title where another work would look the same', async () => {
    const bibliography = `
@book{tables, author = {Alder, A}, title = {Census: Tables}, publisher = {Osier}, year = 2001}
@book{report, author = {Alder, A}, title = {Census: Report}, publisher = {Osier}, volume = 2, year = 2001}
`;
    const full = 'Alder, A (2001) *Census: Tables*, Osier';
    const other = 'Alder, A (2001) *Census: Report*, vol 2, Osier';
    const written = await writeCited({
      text: withNotes(full, 'ibid, p 4', other, 'ibid, p 5'),
      citations: 'expanded',
      bibliography,
    });

    expect(written).toContain('[^2]: Alder (2001) *Census: Tables*, p 4');
    expect(written).toContain('[^4]: Alder (2001) *Census: Report*, vol 2, p 5');
  });

  it('writes out a body that goes by its acronym', async () => {
    const bibliography =
      '@report{acorns, author = {{Board of Woods and Forests}}, title = {Acorns}, year = 1999, institution = {Osier}}\n' +
      '@book{kruger, author = {Krüger, Fred}, title = {Oaks}, year = 2001, publisher = {Osier}, address = {Bristol}}';
    const written = await writeCited({
      text: withNotes(
        'Board of Woods and Forests (1999) *Acorns*, Osier',
        'see BWF op cit, p 4',
        'Krüger, F (2001) *Oaks*, Osier, Bristol',
        'Krueger op cit, p 5',
      ),
      citations: 'expanded',
      bibliography,
    });

    expect(written).toContain('[^2]: see Board of Woods and Forests (1999) *Acorns*, p 4');
    expect(written).toContain('[^4]: Krüger (2001) *Oaks*, p 5');
  });

  it('leaves what is not settled as typed', async () => {
    const notes = [
      FULL,
      'Alder, A (2001) *Green Cedars*, Osier Press, Bristol',
      'Alder, A (1999) op cit',
      'ibid',
      'Maple, M op cit',
    ];
    const built = await buildCited({text: withNotes(...notes), citations: 'expanded', draft: true});
    if (built.status === 'refused') throw new Error('refused');
    const text = new TextDecoder().decode(built.files[0]?.artifact.bytes);

    for (const words of ['Alder, A (1999) op cit', ']: ibid', 'Maple, M op cit'])
      expect(text).toContain(words);
  });

  it('writes out a work in an article in plain letters', async () => {
    const full = 'Birch, B and E Elm (1998) Silver Bark, in *Woodland* 4:2';

    expect(await notesOf('expanded', [full, 'Birch and Elm (1998) op cit'])).toEqual([
      full,
      'Birch and Elm (1998) Silver Bark',
    ]);
  });
});

describe('linked', () => {
  const notes = [FULL, 'see Alder, A (2001) op cit, p 4', 'ibid, p 5', 'Alder, op. cit.', 'Alder (n 1) 4'];

  it('prints what was typed', async () => {
    expect(await notesOf('linked', notes)).toEqual(notes);
  });

  it('adds the note where the author wants it, and never to ibid or beside a number', async () => {
    expect(await notesOf('linked', notes, ['note-pointers: true'])).toEqual([
      FULL,
      'see Alder, A (2001) op cit (note 1), p 4',
      'ibid, p 5',
      'Alder, op. cit. (note 1)',
      'Alder (n 1) 4',
    ]);
  });

  it('adds the note before the word that leads to the place', async () => {
    expect(await notesOf('linked', [FULL, 'Alder, op cit, at 4'], ['note-pointers: true'])).toEqual([
      FULL,
      'Alder, op cit (note 1), at 4',
    ]);
  });

  it('leads to the box of its antecedent', async () => {
    const text = `:::box{number=1 title="A box"}\nWords.\n\nSource: ${FULL}\n:::\n\n1. A claim.[^1]\n\n[^1]: Alder, A (2001) op cit`;
    const written = await writeCited({text, citations: 'linked', more: ['note-pointers: true']});

    expect(written).toContain('[^1]: Alder, A (2001) op cit (box 1)');
  });
});

describe('a note style', () => {
  it('writes keys in notes, and knows typed notes before them', async () => {
    const notes = [
      FULL,
      '[@alder2001, p. 4]',
      'We thank the staff.',
      'See [@alder2001], who differs.',
      '[@birch1998].',
    ];

    expect(await notesOf('csl:oscola', notes)).toEqual([
      FULL,
      'ibid 4.',
      'We thank the staff.',
      'See Alder (n 1), who differs.',
      'Bo Birch and Eva Elm, ‘Silver Bark’ (1998) 4 Woodland 11.',
    ]);
  });

  it('does not say ibid behind a cite that nobody can settle', async () => {
    const notes = ['[@alder2001]', 'Maple, M (1990) *Sycamores*, Osier Press', '[@alder2001]'];

    expect((await notesOf('csl:oscola', notes))[2]).toBe('Alder (n 1).');
  });

  it('makes notes of keys in the text, and moves those behind them on', async () => {
    const text = [
      '1. First [@birch1998, p. 12]. Then a note (see note 1 below).[^a]',
      '2. As @hazel2003 [p. 3] says, and [see @alder2001; @birch1998, ch. 2]!',
      '[^a]: A comment, as in note 1.',
    ].join('\n\n');

    expect(await writeCited({text, citations: 'csl:oscola'})).toBe(
      [
        '1. First.[^1] Then a note (see note 2 below).[^2]',
        '2. As Hazel[^3] says, and\\![^4]',
        '[^1]: Bo Birch and Eva Elm, ‘Silver Bark’ (1998) 4 Woodland 11, 12.',
        '[^2]: A comment, as in note 2.',
        '[^3]: Hugh Hazel, ‘Coppice and Copse’ (Board of Woods and Forests 2003) 7 3.',
        '[^4]: See Ann Alder, *Red Cedars: A History* (Osier Press 2001); Birch and Elm (n 1) ch 2.',
      ].join('\n\n'),
    );
  });

  it.each([
    ['[@alder2001, @hazel2003]', 'Alder (n 1); Hazel (n 2).'],
    ['[@alder2001, p. 3, and @hazel2003, ch 2]', 'Alder (n 1) 3; Hazel (n 2) ch 2.'],
    ['[@alder2001 and -@hazel2003; see also @alder2001]', 'Alder (n 1); Hazel (n 2); see also Alder (n 1).'],
    [
      '[see @alder2001, pp. 3-5, 7, with care; but not @hazel2003]',
      'see Alder (n 1) 3–5, 7, with care; but not Hazel (n 2).',
    ],
    ['@alder2001 [@hazel2003]', 'Alder (n 1) Hazel (n 2).'],
    ['@{alder2001} [p. 4, at length]', 'Alder (n 1) 4, at length.'],
  ])('reads %s', async (typed, written) => {
    const notes = await notesOf('csl:oscola', ['[@alder2001]', '[@hazel2003]', 'A comment.', typed]);

    expect(notes[3]).toBe(written);
  });

  it.each([
    ['csl:oscola', 'Alder (n 1) 4 says so too.', 'ibid 5.', 'According to Alder (n 1), all is well.'],
    [
      'csl:journal-of-applied-philosophy',
      'Alder op. cit., p.4 says so too.',
      'Alder op. cit., p.5.',
      'According to Alder op. cit., all is well.',
    ],
  ])(
    'names the author in a sentence of a note, and says no ibid there: %s',
    async (citations, says, again, told) => {
      const notes = [
        '[@alder2001]',
        '@alder2001 [p. 4] says so too.',
        '[@alder2001, p. 5]',
        'According to @alder2001, all is well.',
      ];

      expect((await notesOf(citations, notes)).slice(1)).toEqual([says, again, told]);
    },
  );

  it('writes an Act of any type as a law, and a case with its report', async () => {
    const bibliography = `
@misc{water1991, title = {Water Industry Act 1991}, year = {1991}, howpublished = {c 56}}
@jurisdiction{donoghue, title = {Donoghue v Stevenson}, date = {1932}, number = {AC 562}}
`;
    const text = withNotes('[@water1991, s 3]', '[@donoghue, p. 580]');
    const written = await writeCited({text, citations: 'csl:oscola', bibliography});

    expect(written).toContain('[^1]: Water Industry Act 1991 s 3.');
    expect(written).toContain('[^2]: *Donoghue v Stevenson* \\[1932] AC 562, 580.');
  });

  it('says ibid for a key that stands alone in its note', async () => {
    expect((await notesOf('csl:oscola', ['[@alder2001]', '@alder2001 [p. 4].']))[1]).toBe('ibid 4.');
  });

  it('begins a note that it makes with a capital, and leaves one that was typed', async () => {
    const text = '1. First [see also @birch1998].[^a]\n\n2. Then [@alder2001].\n\n[^a]: see [@birch1998]';
    const written = await writeCited({text, citations: 'csl:oscola'});

    expect(written).toContain('[^1]: See also Bo Birch');
    expect(written).toContain('[^2]: see ');
  });

  it('makes notes of keys in a table', async () => {
    const text = '| Wood | Source |\n| --- | --- |\n| Cedar | told [@alder2001] |';

    expect(await writeCited({text, citations: 'csl:oscola'})).toBe(
      [
        '| Wood | Source |\n| - | - |\n| Cedar | told[^1] |',
        '[^1]: Ann Alder, *Red Cedars: A History* (Osier Press 2001).',
      ].join('\n\n'),
    );
  });

  it('gives the source of a box in full, without a note, and breaks ibid', async () => {
    const text = [
      '1. First.[^1]',
      ':::box{number=1 title="A box"}\nWords.\n\nSource: [@birch1998, p. 12]; and others\n:::',
      '2. Second.[^2]',
      '[^1]: [@birch1998]',
      '[^2]: [@birch1998]',
    ].join('\n\n');
    const written = await writeCited({text, citations: 'csl:oscola'});

    expect(written).toContain(
      'Source: Bo Birch and Eva Elm, ‘Silver Bark’ (1998) 4 Woodland 11, 12; and others',
    );
    expect(written).toContain('[^2]: Birch and Elm (n 1).');
  });

  it.each([
    ['csl:apa', '(Willow et al., 2011)', 'Willow, W. et al. (2011). *Osiers: Their uses*.'],
    [
      'csl:oscola',
      'Will Willow and others, *Osiers: Their Uses* (2011).',
      'Willow W and others, *Osiers: Their Uses* (2011)',
    ],
    [
      'csl:chicago-notes',
      'Will Willow et al., *Osiers: Their Uses*, 2011.',
      'Willow, Will et al. *Osiers: Their Uses*, 2011.',
    ],
  ])('writes “and others” with the words of %s', async (citations, note, listed) => {
    const written = await writeCited({
      text: withNotes('[@willow2011]', '[@birch1998]', '[@willow2011]'),
      citations,
      more: ['works-cited: Works cited'],
      bibliography: `${WORKS}@book{willow2011, author = {Willow, Will and others}, title = {Osiers: Their uses}, year = 2011}`,
    });

    expect(written).toContain(`[^1]: ${note}`);
    expect(written).toContain(listed);
    // Chicago's later notes give the title without its subtitle.
    if (citations === 'csl:chicago-notes') expect(written).toContain('[^3]: Willow et al., *Osiers*.');
  });

  it.each([
    [
      'editors that a chapter inherits, and an edition in words',
      '@collection{yew2011, editor = {Yew, Y and Elm, E}, title = {Whose Wood}, edition = {Second}, publisher = {Ash}, date = 2011} @incollection{oak2011, crossref = {yew2011}, author = {Oak, O}, title = {Acorns}}',
      'O Oak, ‘Acorns’ in Y Yew and E Elm (eds), *Whose Wood* (2nd edn, Ash 2011).',
    ],
    [
      'a thesis by its type',
      '@phdthesis{oak2011, author = {Oak, O}, title = {Acorns}, school = {Ash}, year = 2011}',
      'O Oak, ‘Acorns’ (PhD thesis, Ash 2011).',
    ],
    [
      'a newspaper with its day',
      '@article{oak2011, author = {Oak, O}, title = {Acorns}, journaltitle = {The Leaf}, entrysubtype = {newspaper}, date = {2011-03-12}, pages = 5}',
      'O Oak, ‘Acorns’ *The Leaf* (12 March 2011) 5.',
    ],
    [
      'a page of the web with its year',
      String.raw`@misc{oak2011, author = {Oak, O}, title = {Acorns}, howpublished = {\url{https://example.org/a}}, year = 2011}`,
      'O Oak, ‘Acorns’ (2011) <<https://example.org/a>>.',
    ],
    [
      'a law with its year in its title',
      '@legislation{oak2011, title = {Forest Act 2011}, date = 2011}',
      'Forest Act 2011.',
    ],
    [
      'a lettered year',
      '@book{oak2011, author = {Oak, O}, title = {Acorns}, publisher = {Ash}, year = {2011b}}',
      'O Oak, *Acorns* (Ash 2011b).',
    ],
  ])('knows %s', async (_, bibliography, note) => {
    const written = await writeCited({
      text: withNotes('[@oak2011]'),
      citations: 'csl:oscola',
      bibliography,
      draft: true,
    });

    expect(written).toContain(`[^1]: ${note}`);
  });

  it('keeps a group with an unknown key as typed, in a draft', async () => {
    const built = await buildCited({
      text: withNotes('[@alder2001; @nobody]', '[@alder2001]'),
      citations: 'csl:oscola',
      draft: true,
    });
    if (built.status === 'refused') throw new Error('refused');
    const text = new TextDecoder().decode(built.files[0]?.artifact.bytes);

    expect(text).toContain('\\[@alder2001; @nobody');
    expect(text).toContain('[^2]: Alder (n 1).');
  });

  it('takes the last name of an institution whole', async () => {
    const [note] = await notesOf('csl:chicago-notes', ['[@hazel2003]']);

    expect(note).toContain('Board of Woods and Forests, 2003');
  });
});

describe('a style of author and date', () => {
  it('writes keys where they stand', async () => {
    const text =
      '1. Trees grow [@alder2001, p. 4]. As @birch1998 [p. 12] say, slowly [-@hazel2003].[^1]\n\n[^1]: [see @rowan2010, ch. 2, with care]';

    expect(await writeCited({text, citations: 'csl:apa'})).toBe(
      '1. Trees grow (Alder, 2001, p. 4). As Birch & Elm (1998, p. 12) say, slowly (2003).[^1]\n\n[^1]: (see Rowan, 2010, Chapter 2, with care)',
    );
  });
});

describe('the list of works cited', () => {
  const notes = ['[@rowan2010]', FULL, 'Alder, A (2001) op cit'];

  it('is written by the style', async () => {
    const written = await writeCited({
      text: withNotes(...notes),
      citations: 'csl:apa',
      more: ['works-cited: true'],
    });

    expect(written).toContain(
      '## Works cited\n\nAlder, A. (2001). *Red Cedars: A History*. Osier Press.\n\nRowan, R. (2010). Berries in Autumn. In Y. Yew (Ed.), *The Hedgerow Reader* (pp. 1–9). Hawthorn.',
    );
  });

  it('is plain where the style has none, and under the heading that the author gives', async () => {
    const written = await writeCited({
      text: withNotes(...notes),
      citations: 'csl:journal-of-applied-philosophy',
      more: ['works-cited: References'],
    });

    expect(written).toContain(
      '## References\n\nAlder, Ann (2001) *Red Cedars: A History*, Osier Press, Bristol\n\nRowan, Rose (2010) Berries in Autumn, in Yann Yew (ed), *The Hedgerow Reader*, Hawthorn, London, pp 1–9',
    );
  });

  it('comes with cites as typed as well, and not unasked', async () => {
    const text = withNotes(FULL);

    expect(await writeCited({text, citations: 'as-typed', more: ['works-cited: true']})).toContain(
      '## Works cited',
    );
    expect(await writeCited({text, citations: 'as-typed', more: ['works-cited: false']})).not.toContain(
      'cited',
    );
  });
});

describe('a style that cannot be used', () => {
  const text = withNotes('[@alder2001]');
  const CSL = 'xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"';

  it.each([
    ['no XML', 'x', 'a file that holds a style of CSL'],
    ['another kind of XML', '<svg/>', 'a file that holds a style of CSL'],
    [
      'a tag that nothing closes',
      `<style ${CSL}><citation><layout></citation></style>`,
      '`</layout>` before `</citation>`',
    ],
    ['a file cut off', `<style ${CSL}><citation><layout/></citation>`, '`</style>` at the end of the style'],
    ['no citation', `<style ${CSL}><info/></style>`, 'a style with a `<citation>` and a `<layout>` in it'],
    [
      'a style that stands for another',
      `<style ${CSL}><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>`,
      'the style that it stands for, `csl:apa`',
    ],
    [
      'a macro that is not there',
      `<style ${CSL}><info/><citation><layout><text macro="gone"/></layout></citation></style>`,
      'a `<macro name="gone">` in it',
    ],
    [
      'a style without words for a work',
      `<style ${CSL}><info/><citation><layout><text variable="medium"/></layout></citation></style>`,
      'a style that prints something for `@alder2001`',
    ],
    [
      'a macro that calls itself',
      `<style ${CSL}><info/><macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation></style>`,
      'a style that citeproc can read',
    ],
  ])('%s', async (_, xml, expected) => {
    const built = await buildCited({text, citations: 'csl:own.csl', style: styleOf(xml)});

    expect(built.status).toBe('refused');
    expect(built.linted.diagnostics.filter(({severity}) => severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'citation-style',
        severity: 'error',
        message: `Unexpected citation style \`own.csl\`, expected ${expected}`,
      }),
    ]);
  });

  it('leaves a draft as typed, with the finding open', async () => {
    const style = styleOf(
      `<style ${CSL}><info/><citation><layout><text macro="gone"/></layout></citation></style>`,
    );
    const built = await buildCited({text, citations: 'csl:own.csl', style, draft: true});
    if (built.status === 'refused') throw new Error('refused');
    const written = new TextDecoder().decode(built.files[0]?.artifact.bytes);

    expect(written).toContain('\\[@alder2001]');
    expect(written).toContain('citation-style');
  });
});
