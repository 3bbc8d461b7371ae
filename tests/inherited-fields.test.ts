import {parse as parseOtherwise} from '@retorquere/bibtex-parser';
import {describe, expect, it} from 'vitest';
import {readCslItems} from '../src/bibliography/csl-item.ts';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography, Entry} from '../src/bibliography/types.ts';
import {writeCited} from './helpers/styled-build.ts';

/** Works that take fields from others, each beside its twin that says all of it itself. */
const PARENTS = `
@string{house = {Osier Press}}
@xdata{osier, publisher = house, location = {Bristol}}
@xdata{reprints, series = {Reprints}, xdata = {osier}}
@xdata{leeds, location = {Leeds}}
@collection{waters, editor = {Kay, Cy and Body, Bo}, title = {Waters}, subtitle = {Their Names}, titleaddon = {A Reader}, xdata = {osier}, date = {1999}, isbn = {1-2}, pages = {400}}
@mvcollection{rivers, editor = {Kay, Cy}, title = {Rivers}, subtitle = {An Atlas}, publisher = {Alder House}, address = {Leeds}, volumes = {3}}
@collection{rivers2, crossref = {rivers}, title = {Of the North}, volume = {2}, date = {2002}}
@book{moor, author = {Heath, Hal}, title = {The Moor}, translator = {Ling, Lu}, publisher = {Alder House}, location = {Leeds}, year = 1980, month = may}
@proceedings{talks, editor = {{Board of Woods and Forests}}, title = {Talks on Trees}, date = {2005-06}, venue = {Oxford}, organization = {Board of Woods and Forests}, publisher = {Osier Press}}
@periodical{woodland, title = {Woodland}, subtitle = {A Journal}, issn = {3-4}, volume = {4}, number = {2}, date = {1998}}
`;

const TWINS: readonly (readonly [what: string, type: string, inherits: string, written: string])[] = [
  [
    'a publisher and its place through xdata',
    'book',
    'author = {Moss, Di}, title = {Bogs}, date = {2001}, xdata = {osier}',
    'author = {Moss, Di}, title = {Bogs}, date = {2001}, publisher = {Osier Press}, location = {Bristol}',
  ],
  [
    'what xdata takes from xdata',
    'book',
    'author = {Moss, Di}, title = {Fens}, date = {2002}, xdata = {reprints}',
    'author = {Moss, Di}, title = {Fens}, date = {2002}, series = {Reprints}, publisher = {Osier Press}, location = {Bristol}',
  ],
  [
    'the last of two xdata',
    'book',
    'author = {Moss, Di}, title = {Meres}, date = {2003}, xdata = {osier, leeds}',
    'author = {Moss, Di}, title = {Meres}, date = {2003}, publisher = {Osier Press}, location = {Leeds}',
  ],
  [
    'an address of its own before the location of its xdata',
    'book',
    'author = {Moss, Di}, title = {Tarns}, date = {2004}, xdata = {osier}, address = {Kendal}',
    'author = {Moss, Di}, title = {Tarns}, date = {2004}, publisher = {Osier Press}, address = {Kendal}',
  ],
  [
    'the editors, book and imprint of a chapter',
    'incollection',
    'author = {Lee, An}, title = {A Brook}, pages = {1--9}, crossref = {waters}',
    'author = {Lee, An}, title = {A Brook}, pages = {1--9}, editor = {Kay, Cy and Body, Bo}, booktitle = {Waters}, booksubtitle = {Their Names}, booktitleaddon = {A Reader}, publisher = {Osier Press}, location = {Bristol}, date = {1999}, isbn = {1-2}',
  ],
  [
    'the work of several volumes behind a volume',
    'incollection',
    'author = {Lee, An}, title = {A Beck}, crossref = {rivers2}',
    'author = {Lee, An}, title = {A Beck}, booktitle = {Of the North}, maintitle = {Rivers}, mainsubtitle = {An Atlas}, editor = {Kay, Cy}, publisher = {Alder House}, address = {Leeds}, volumes = {3}, volume = {2}, date = {2002}',
  ],
  [
    'the author of the book that a chapter is in, and no month of another year',
    'inbook',
    'author = {Ling, Lu}, title = {Foreword}, year = {1984}, crossref = {moor}',
    'author = {Ling, Lu}, title = {Foreword}, year = {1984}, booktitle = {The Moor}, bookauthor = {Heath, Hal}, translator = {Ling, Lu}, publisher = {Alder House}, location = {Leeds}',
  ],
  [
    'the body that edited proceedings',
    'inproceedings',
    'author = {Elm, Eva}, title = {On Elms}, crossref = {talks}',
    'author = {Elm, Eva}, title = {On Elms}, editor = {{Board of Woods and Forests}}, booktitle = {Talks on Trees}, date = {2005-06}, venue = {Oxford}, organization = {Board of Woods and Forests}, publisher = {Osier Press}',
  ],
  [
    'the journal of an article',
    'article',
    'author = {Birch, Bo}, title = {Bark}, pages = {11--30}, crossref = {woodland}',
    'author = {Birch, Bo}, title = {Bark}, pages = {11--30}, journaltitle = {Woodland}, journalsubtitle = {A Journal}, issn = {3-4}, volume = {4}, number = {2}, date = {1998}',
  ],
];

function read(text: string): Bibliography {
  return parseBibliography([{path: 'references.bib', text}]).value;
}

/** What an entry says, but for where. */
function saying({fields: _fields, path: _path, span: _span, keySpan: _keySpan, ...work}: Entry): unknown {
  return work;
}

describe('what an entry takes from others is as if it stood there', () => {
  it.each(TWINS)('%s', (_, type, inherits, written) => {
    const [one, other] = [inherits, written].map(fields => read(`${PARENTS}@${type}{work, ${fields}}`));
    if (one === undefined || other === undefined) throw new Error('nothing read');
    const [entry, twin] = [one, other].map(({byKey}) => byKey.get('work'));
    if (entry === undefined || twin === undefined) throw new Error('no entry');

    expect(saying(entry)).toEqual(saying(twin));
    expect(readCslItems(one, ['work']).get('work')).toEqual(readCslItems(other, ['work']).get('work'));
  });

  it.each(['expanded', 'csl:oscola', 'csl:chicago-notes', 'csl:mhra', 'csl:apa'])(
    'and is printed so by %s',
    async citations => {
      const [one, other] = await Promise.all(
        [2, 3].map(column => {
          const entries = TWINS.map((twin, at) => `@${twin[1]}{work${at}, ${twin[column]}}`).join('\n');
          const text = TWINS.map((_, at) => `${at + 1}. Claim.[^${at + 1}]`).join('\n\n');
          const notes = TWINS.map((_, at) => `[^${at + 1}]: [@work${at}]`).join('\n\n');
          return writeCited({
            text: `${text}\n\n${notes}`,
            citations,
            more: ['works-cited: Works cited'],
            bibliography: `${PARENTS}${entries}`,
          });
        }),
      );

      expect(one).toBe(other);
      expect(one).toContain('Osier Press');
    },
  );

  it('an entry that stands in for none is not taken from, nor one that leads back', () => {
    const {byKey} = read(`
      @book{one, title = {One}, publisher = {Osier Press}}
      @book{two, title = {Two}, xdata = {one}}
      @xdata{three, location = {Leeds}, xdata = {four}}
      @xdata{four, publisher = {Alder House}, xdata = {three}}
      @book{five, title = {Five}, publisher = {}, xdata = {three, nowhere}}`);

    expect(byKey.get('two')?.publisher).toBeUndefined();
    expect(byKey.get('five')).toMatchObject({publisher: 'Alder House', place: 'Leeds'});
  });

  it('a work is found by the names that its xdata gives', () => {
    const {search, records} = read(
      '@xdata{us, author = {Moss, Di}}\n@book{bogs, title = {Bogs}, xdata = {us}}',
    );

    expect(search.find(new Set(['moss'])).map(at => records.keyAt(at))).toContain('bogs');
  });

  it('@retorquere/bibtex-parser agrees, field by field, on what crossref hands down', () => {
    // Through a volume it hands down the subtitle of all volumes as the volume's own.
    const children = TWINS.filter(([, , inherits]) => /crossref = \{(?!rivers2)/u.test(inherits));
    const text = `${PARENTS}${children.map(([, type, inherits], at) => `@${type}{work${at}, ${inherits}}`).join('\n')}`;
    const {typedValuesOf} = read(text);
    const {entries} = parseOtherwise(text, {english: false, sentenceCase: false});
    // It takes a parent's subtitle for the child's own, no dates, and what is in the parent's xdata not at all.
    const fields = [
      ...['booktitle', 'booksubtitle', 'booktitleaddon', 'maintitle', 'mainsubtitle', 'journaltitle'],
      ...['journalsubtitle', 'volume', 'number', 'isbn', 'issn', 'venue', 'volumes', 'pages'],
    ];
    const theirs = entries
      .filter(({key}) => key.startsWith('work'))
      .map(({fields: read}) => fields.map(field => read[field]?.toString().replace('–', '--')));

    expect(theirs).toHaveLength(children.length);
    expect(children.map((_, at) => fields.map(field => typedValuesOf(`work${at}`).get(field)))).toEqual(
      theirs,
    );
    expect(theirs.flat().filter(value => value !== undefined).length).toBeGreaterThan(10);
  });
});

describe('a date is printed as the entry has it', () => {
  it.each([
    ['date = {1990}', '1990', '1990'],
    ['date = {199X}', '1990–1999', '1990–1999'],
    ['date = {20XX}', '2000–2099', '2000–2099'],
    ['date = {1990~}', 'c. 1990', 'ca. 1990'],
    ['date = {1990?}', '1990?', 'ca. 1990'],
    ['date = {1990%}', 'c. 1990?', 'ca. 1990'],
    ['date = {1990/1995}', '1990–1995', '1990–1995'],
    ['date = {1990-05/1991-06-02}', '1990–1991', '1990–1991'],
    ['date = {1990-05/1990-06}', '1990', '1990'],
    ['date = {1990/..}', '1990–', '1990–'],
    ['date = {1990/}', '1990–', '1990–'],
    ['date = {1990-05/..}', '1990–', '1990–'],
    ['date = {../1990}', '–1990', '–1990'],
    ['date = {2004-04-XX}', '2004', '2004'],
    ['date = {2004-XX-XX}', '2004', '2004'],
    ['date = {2004-21}', '2004', '2004'],
    ['date = {2004-04-05T14:34:00}', '2004', '2004'],
    ['date = {n.d.}', 'n.d.', 'n.d.'],
    ['year = {1998--2001}', '1998–2001', '1998–2001'],
    ['year = {2003/04}', '2003/04', '2003/04'],
    ['year = {c. 1908}', 'c. 1908', 'ca. 1908'],
    ['year = {forthcoming}', 'forthcoming', 'forthcoming'],
    // What is wrong stays as typed, and a year before the first is none with a minus.
    ['year = {1990/1890}', '1990/1890', '1990/1890'],
    ['date = {1990/1890}', '1990/1890', '1990/1890'],
    ['date = {-0044}', '45 BC', '45 B.C.E.'],
    ['date = {2001-13-45}', '2001', '2001'],
    ['date = {soon}, year = {2003}', '2003', '2003'],
  ])('%s', async (field, expanded, apa) => {
    const bibliography = `@book{moss, author = {Moss, Di}, title = {Bogs}, publisher = {Osier Press}, ${field}}`;
    const text = '1. One.[^1]\n\n[^1]: [@moss]';
    const listed = await writeCited({
      text,
      citations: 'expanded',
      more: ['works-cited: Works cited'],
      bibliography,
    });

    expect(listed).toContain(`Moss, Di (${expanded}) *Bogs*`);
    expect(await writeCited({text, citations: 'csl:apa', bibliography})).toContain(`(Moss, ${apa})`);
  });
});
