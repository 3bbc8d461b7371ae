import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {keepMeaning} from '../src/citation/keep-meaning.ts';
import {offerKeys} from '../src/citation/offer-keys.ts';
import {previewKeys} from '../src/citation/preview-keys.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {CitingSubject, StyleFile} from '../src/citation/styles/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {styleOf, WORKS} from './helpers/styled-build.ts';

const MORE = `
@report{doh2005, author = {{Department of Health}}, title = {Wards and Wells}, year = 2005}
@book{ash:2007+, author = {Ash, Ada}, title = {Leaf Fall}, year = 2007}
@book{odd key, author = {Oddie, O}, title = {Strange Fruit}, year = 2008}
@book{crane2004x, author = {Crane, Cy}, title = {Wet Feet}, year = 2004}
@book{crane2004y, author = {Crane, Cy}, title = {Dry Hands}, year = 2004}
@article{sallow1999, author = {Sallow, S}, title = {Catkins}, journal = {Woodland}, volume = 5, number = 1, year = 1999}
@online{larch2004, author = {Larch, L}, title = {Needles}, url = {https://example.org/needles}, urldate = {2004-10-14}, year = 2004}
@online{later2004, author = {Later, L}, title = {Cones}, url = {https://example.org/cones}, year = 2004}
@legislation{act2004, title = {Housing Act 2004}, date = {2004}}
@misc{nothing2009, author = {Thorn, T}, title = {Hedges}, year = 2009}
`;

const FULL = 'Alder, A (2001) *Red Cedars: A History*, Osier Press, Bristol';

/** What the front matter says of citing. */
interface Way {
  readonly citations?: string;
  readonly more?: readonly string[];
  readonly style?: StyleFile | undefined;
}

const OSCOLA = shipped('oscola');

function shipped(name: string): StyleFile {
  return styleOf(readFileSync(new URL(`../src/citation/styles/csl/${name}.csl`, import.meta.url), 'utf8'));
}

function subjectOf(notes: readonly string[], {citations = 'csl:oscola', more = []}: Way = {}): CitingSubject {
  const head = ['---', `citations: ${citations}`, ...more, '---'].join('\n');
  const paragraphs = notes.map((_, at) => `${at + 1}. Claim ${at + 1}.[^${at + 1}]`);
  const text = [head, ...paragraphs, ...notes.map((note, at) => `[^${at + 1}]: ${note}`)].join('\n\n');
  const manuscript = parseManuscript({path: 'manuscript/evidence.md', text}).value;
  const bibliography = parseBibliography([{path: 'references.bib', text: WORKS + MORE}]).value;
  return {manuscript, bibliography, citations: resolveCitations(manuscript, bibliography)};
}

/** The notes with every key that can be taken, and why others stay. */
function moved(
  notes: readonly string[],
  way: Way = {},
): {
  readonly notes: readonly string[];
  readonly kept: readonly string[];
  readonly advice: string | undefined;
} {
  const subject = subjectOf(notes, way);
  const {offers, kept, advice} = offerKeys(subject, 'style' in way ? way.style : OSCOLA);
  const {text, left} = keepMeaning(subject, offers);
  return {
    notes: [...text.matchAll(/^\[\^\d+\]: (.*)$/gmu)].map(([, note = '']) => note),
    kept: [
      ...kept.map(({cite, reason}) => `${cite.text}: ${reason}`),
      ...left.map(({cite}) => `${cite.text}: another meaning`),
    ],
    advice,
  };
}

describe('a key is offered for', () => {
  it.each([
    ['a full reference', FULL, '[@alder2001]'],
    ['one with a place in it', `${FULL}, pp 12–14.`, '[@alder2001, pp. 12–14].'],
    ['op cit behind a signal', 'see Alder, A (2001) op cit, p 4', 'see [@alder2001, p. 4]'],
    ['op. cit. with its stop', 'Alder, op. cit., p.4.', '[@alder2001, p. 4].'],
    ['op. cit. in emphasis, the stop inside', 'Alder, *op. cit.*', '[@alder2001]'],
    ['op. cit. in emphasis before a place', 'Alder, *op. cit.*, para 4.', '[@alder2001, para. 4].'],
    ['ibid in emphasis', '*Ibid*, p 9', '[@alder2001, p. 9]'],
    [
      'ibid. at the end of a sentence',
      'See ibid. More is said there.',
      'See [@alder2001]. More is said there.',
    ],
    ['a short form', 'Alder (2001), pp 4 and 9', '[@alder2001, pp. 4, 9]'],
    ['a note number', 'Alder (n 1) 44', '[@alder2001, p. 44]'],
    ['a note number in a direction', 'see Alder, note 1 above, p 4.', 'see [@alder2001, p. 4].'],
    ['brackets around it', '(Alder, op cit, p 3)', '([@alder2001, p. 3])'],
    ['a letter behind the year', 'Alder (2001a) op cit', '[@alder2001]'],
    [
      'words that lead up to it',
      'as is said of towns in Alder, A (2001) op cit, ch 3',
      'as is said of towns in [@alder2001, chap. 3]',
    ],
    [
      'two that stand side by side',
      'Alder, op cit, p 4; Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2',
      '[@alder2001, p. 4]; [@birch1998]',
    ],
    [
      'an article with its own pages',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30',
      '[@birch1998]',
    ],
    [
      'a place behind the pages of the article',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30, at p 15',
      '[@birch1998, p. 15]',
    ],
    [
      'a bare place behind them',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30, 15',
      '[@birch1998, p. 15]',
    ],
    [
      'the pages in short',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11-30.',
      '[@birch1998].',
    ],
    [
      'a promise behind it, which stays',
      'see Alder, A (2001) op cit – add more refs?',
      'see [@alder2001] – add more refs?',
    ],
    ['the acronym of a body', 'DOH (2005) *Wards and Wells*, para 4.3', '[@doh2005, para. 4.3]'],
    ['a note number alone', 'see n 1 above, pp 4–6', 'see [@alder2001, pp. 4–6]'],
    [
      'the day on which an address was read',
      'Larch, L (2004) *Needles*, https://example.org/needles, accessed 14 October 2004',
      '[@larch2004]',
    ],
    ['a paragraph of a section', 'Housing Act 2004, s 3(1)(a)', '[@act2004, sec. 3(1)(a)]'],
    ['a body with its article', 'the Department of Health (2005) *Wards and Wells*', '[@doh2005]'],
    ['a key that needs braces', 'Ash, A (2007) *Leaf Fall*', '[@{ash:2007+}]'],
  ])('%s', (_, typed, written) => {
    expect(moved([FULL, typed]).notes[1]).toBe(written);
  });

  it('pages within those of an article', () => {
    const typed = 'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 12–14';

    expect(moved([typed]).notes).toEqual(['[@birch1998, pp. 12–14]']);
  });

  it('pages of a short form, though they are all of an article', () => {
    const full = 'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30';
    const notes = [
      full,
      FULL,
      'Birch and Elm, op cit, pp 11–30',
      FULL,
      'Birch and Elm, op cit, pp 11–30, 15',
    ];

    const {notes: written} = moved(notes);
    expect(written[2]).toBe('[@birch1998, pp. 11–30]');
    expect(written[4]).toBe('[@birch1998, pp. 11–30, 15]');
  });

  it('loc cit, with the place that it repeats', () => {
    expect(moved([FULL, 'Alder, op cit, p 4', 'Alder, loc cit']).notes[2]).toBe('[@alder2001, p. 4]');
  });

  it('each of a run of ibids', () => {
    expect(moved([FULL, 'ibid', 'ibid, p 3.']).notes).toEqual([
      '[@alder2001]',
      '[@alder2001]',
      '[@alder2001, p. 3].',
    ]);
  });
});

describe('what is typed stays where', () => {
  it.each([
    ['the entry lacks an edition', `${FULL}, 2nd edn`, 'its entry does not say `2nd`'],
    [
      'the entry lacks a translator',
      'Alder, A (2001) *Red Cedars: A History*, translated by Max Oak',
      '`Oak`',
    ],
    [
      'the entry says another volume',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 5:2',
      'says otherwise',
    ],
    ['no style knows the place', 'Alder, op cit, box 3', 'no words for the place `box 3`'],
    ['a word goes with the place', 'Alder, op cit, pp 4–9 passim', 'no words for the place `pp 4–9 passim`'],
    [
      'a word goes with the pages of an article',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30 passim',
      'no words for the place `pp 11–30 passim`',
    ],
    ['a volume goes with the place', 'Alder, op cit, vol 2, p 4', 'no words for the place `vol 2, p 4`'],
    ['a remark stands behind the place', 'Alder, *Red Cedars*, p 4, which is short', '`which`'],
    ['the place has two kinds', 'Alder, op cit, ch 3, pp 4–9', 'no words for the place'],
    [
      'the pages may be all of an article',
      'Sallow, S (1999) Catkins, in *Woodland* 5:1, pp 40–52',
      'does not say `pp 40–52`',
    ],
    [
      'the pages are no part of the article',
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 47–56',
      'says otherwise than `47–56`',
    ],
    [
      'the list of places goes on',
      'Alder, *op. cit.*, pp. 4-6, 9 and 12n3',
      '`and 12n3` goes on with its place, and would be parted from it',
    ],
    ['another place stands behind it', 'Alder, op cit, p 4, 2nd para', '`2nd` goes on with its place'],
    [
      'the entry does not say when its address was read',
      'Later, L (2004) *Cones*, https://example.org/cones, accessed 14 October 2004',
      'does not say `14`, `October`',
    ],
    ['a sentence runs through it', 'Alder argues in *Red Cedars*, op cit, that all is lost', '`argues`'],
    [
      'a word belongs to its name',
      'UK Department of Health (2005) *Wards and Wells*, p 3',
      '`UK` before it may',
    ],
    ['it is a link', '[Alder, op cit](https://example.org/alder), p 3', 'a link, code or emphasis'],
  ])('%s', (_, typed, reason) => {
    const {notes, kept} = moved([FULL, typed]);

    expect(notes[1]).toBe(typed);
    expect(kept).toEqual([expect.stringContaining(reason)]);
  });

  it('the last of two speaks of both', () => {
    const notes = [
      'Birch, B and E Elm (1998) Silver Bark; and Sallow, S (1999) Catkins, both in *Woodland* 4:2 and 5:1',
    ];
    const {notes: left, kept} = moved(notes);

    expect(left).toEqual(notes);
    expect(kept).toEqual([
      'Birch, B and E Elm (1998) Silver Bark: the reference behind it speaks of it, too',
      expect.stringContaining('says otherwise than `4`'),
    ]);
  });

  it('ibid alone means a place, too', () => {
    const {notes, kept} = moved([FULL, 'Alder, op cit, p 4', 'ibid']);

    expect(notes[2]).toBe('ibid');
    expect(kept).toEqual(['ibid: it means the place of the cite before; type that place first']);
  });

  it('ibid alone means the pages of a short form, too', () => {
    const notes = [
      'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30',
      FULL,
      'Birch and Elm, op cit, pp 11–30',
      'ibid',
    ];

    expect(moved(notes).kept).toEqual([expect.stringContaining('it means the place of the cite before')]);
  });

  it('nothing settles it', () => {
    expect(
      moved([FULL, 'Alder (1999) op cit', 'add refs', 'All prices are those of the time.']),
    ).toMatchObject({
      notes: ['[@alder2001]', 'Alder (1999) op cit', 'add refs', 'All prices are those of the time.'],
      kept: [],
    });
  });

  it('no key can be written', () => {
    expect(moved(['Oddie, O (2008) *Strange Fruit*']).kept).toEqual([
      'Oddie, O (2008) Strange Fruit: its key cannot be written',
    ]);
  });

  it('it gives the work a short name that only the text has', () => {
    const notes = ['Hazel, H (2003) *Coppice and Copse* (hereinafter Copse Paper)', 'Copse Paper, p 4'];

    expect(moved(notes).notes).toEqual(notes);
  });

  it('another cite leans on its very words', () => {
    // The letters of the years stand in the full references and nowhere else.
    const notes = [
      'Crane, C (2004a) *Wet Feet*',
      'Crane, C (2004b) *Dry Hands*',
      'Crane (2004b) op cit, p 5',
      'Alder (2001), p 2',
    ];
    const subject = subjectOf(notes);
    const {offers} = offerKeys(subject, OSCOLA);
    const [wet, dry, again] = offers;
    const {taken} = keepMeaning(subject, offers.slice(0, 2));

    expect(offers.map(({key}) => key)).toEqual(['crane2004x', 'crane2004y', 'crane2004y', 'alder2001']);
    expect(taken).not.toEqual([wet, dry]);
    expect(
      keepMeaning(
        subject,
        [wet, dry, again].flatMap(one => one ?? []),
      ).left,
    ).toEqual([]);
  });
});

describe('without a style that writes keys', () => {
  it.each([
    ['there is none', {citations: 'as-typed', style: undefined}, 'put `citations: csl:oscola`'],
    ['it cannot be used', {citations: 'csl:oscola', style: undefined}, '`opcit lint` says why'],
    ['it lists nothing', {citations: 'csl:apa', style: shipped('apa')}, 'put `works-cited: true`'],
  ])('nothing is offered, and what is lacking is said: %s', (_, way, advice) => {
    expect(moved([FULL], way)).toEqual({notes: [FULL], kept: [], advice: expect.stringContaining(advice)});
  });

  it('nothing is said where nothing could be offered', () => {
    expect(moved(['add refs'], {citations: 'as-typed'}).advice).toBeUndefined();
  });

  it('keys are offered for a style of names and years with its list', () => {
    const way = {citations: 'csl:apa', more: ['works-cited: true'], style: shipped('apa')};
    expect(moved([FULL], way).notes).toEqual(['[@alder2001]']);
  });
});

describe('the preview', () => {
  it('shows what is printed where a work is first cited', async () => {
    const subject = subjectOf([FULL, 'Alder, op cit, p 4']);
    const {offers} = offerKeys(subject, OSCOLA);
    const {printed} = await previewKeys(offers, subject, OSCOLA);

    expect(offers.map(offer => printed.get(offer))).toEqual([
      'Ann Alder, Red Cedars: A History (Osier Press 2001).',
      undefined,
    ]);
  });

  it('finds the work for which a style has no words', async () => {
    const style = styleOf(
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout><text variable="publisher"/></layout></citation></style>',
    );
    const subject = subjectOf([FULL, 'Thorn, T (2009) *Hedges*']);
    const {offers} = offerKeys(subject, style);
    const {unprinted} = await previewKeys(offers, subject, style);

    expect(unprinted.map(({key}) => key)).toEqual(['nothing2009']);
  });
});

describe('the worked example', () => {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const typed = read('manuscript/migration-and-development.md').replace(
    'citations: as-typed',
    'citations: csl:oscola',
  );
  const works = (text: string): CitingSubject => {
    const manuscript = parseManuscript({path: 'manuscript/evidence.md', text}).value;
    const path = 'bibliography/references.bib';
    const bibliography = parseBibliography([{path, text: read(path)}]).value;
    return {manuscript, bibliography, citations: resolveCitations(manuscript, bibliography)};
  };

  it('moves to keys but for two references that share their last words', () => {
    const subject = works(typed);
    const {offers, kept} = offerKeys(subject, OSCOLA);
    const {text, taken} = keepMeaning(subject, offers);
    const after = works(text).citations.resolutions;

    expect(taken).toHaveLength(13);
    expect(kept.map(({reason}) => reason)).toEqual([
      'the reference behind it speaks of it, too',
      'its entry does not say `both`',
    ]);
    expect(after.map(one => ('key' in one ? one.key : one.status))).toEqual(
      subject.citations.resolutions.map(one => ('key' in one ? one.key : one.status)),
    );
    expect(after.filter(({cite}) => cite.form === 'key')).toHaveLength(13);
  });
});
