import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography, Entry, Name} from '../src/bibliography/types.ts';
import {writeEntry} from '../src/bibliography/write-entry.ts';
import {extractReferences} from '../src/citation/extract-references.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Resolution} from '../src/citation/types.ts';
import {entriesOfWorks, untitledWorks} from '../src/citation/work-entry.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import type {Manuscript} from '../src/manuscript/types.ts';
import {DRESSES} from './helpers/dresses.ts';

/*
 * `bib extract`: what is taken from typed references, read again, is what was typed, and the references mean it.
 */

const EMPTY = readBibtex('');

describe('the worked example with an empty bibliography', () => {
  const typed = readText('../manuscript/migration-and-development.md');
  const manuscript = readManuscript(typed);
  const own = readBibtex(readText('../bibliography/references.bib'));
  const extracted = extract(manuscript, EMPTY);

  test('gives the 14 works with names, year, title and container as typed', () => {
    expect(extracted.entries.map(shelve).sort()).toEqual(own.entries.map(shelve).sort());
  });

  test('means the same with them as with its own bibliography', () => {
    const works = (bibliography: Bibliography) =>
      resolveCitations(manuscript, bibliography).resolutions.map(one => describeMeaning(one, bibliography));
    expect(works(extracted)).toEqual(works(own));
  });

  test('lacks nothing then', () => {
    expect(extract(manuscript, extracted).entries).toEqual([]);
  });
});

/** What the done-list of an entry is: names, year, title and container, capitals of a series apart. */
function shelve({names, hasOthers, year, title, container}: Entry): string {
  return JSON.stringify([names, hasOthers, year, title, container?.toLowerCase()]);
}

function describeMeaning(resolution: Resolution, bibliography: Bibliography): string {
  const key = 'key' in resolution ? resolution.key : '';
  const title = bibliography.byKey.get(key)?.title ?? '';
  return [resolution.cite.id, resolution.status, title, resolution.antecedent?.id ?? ''].join(' ');
}

const shelf = readBibtex(readText('citation/dresses.bib'));

describe('a work typed in any dress', () => {
  let found = 0;
  for (const [dress, write] of Object.entries(DRESSES)) {
    for (const entry of shelf.entries) {
      test(`${dress}: ${entry.key}`, () => {
        const note = write(entry);
        const manuscript = readManuscript(`1. A claim.[^1]\n\n[^1]: ${note}\n`);
        const extracted = extract(manuscript, EMPTY);
        const [only, another] = extracted.entries;
        // What nothing marks as a reference is none where no entry is like it; nothing sets this title off either.
        if (only === undefined || entry.title?.includes(';')) return;
        found += 1;
        expect(another).toBeUndefined();
        expect(resolveCitations(manuscript, extracted).resolutions.map(({status}) => status)).toEqual([
          'resolved',
        ]);
        expect(only.title?.toLowerCase()).toBe(entry.title?.toLowerCase());
        expect(only.names.length).toBe(entry.names.length);
        expect(only.year).toBe(
          note.replace(entry.title ?? '', '').includes(String(entry.year)) ? entry.year : undefined,
        );
        if (note.includes('et al')) expect(only.hasOthers).toBe(true);
        for (const field of ['container', 'publisher', 'place', 'volume', 'issue'] as const) {
          const isTyped =
            field === 'volume' || field === 'issue'
              ? note.includes(':') && only.pages !== undefined
              : note.includes(entry[field] ?? 'nothing');
          const isAlsoName = entry.names.some(name => nameOf(name) === entry[field]);
          if (isTyped && entry[field] !== undefined && !isAlsoName) expect(only[field]).toBe(entry[field]);
          if (entry[field] === undefined) expect(only[field]).toBeUndefined();
        }
      });
    }
  }

  test('is found in most of them', () => {
    expect(found).toBeGreaterThan(360);
  });
});

function nameOf(name: Name): string {
  return name.kind === 'body' ? name.literal : name.family;
}

describe('a reference in another dress gives what is typed, in its own field', () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>, missing: string]>([
    [
      'World Bank (2010) *World Development Report*, World Bank, Washington, DC',
      {title: 'World Development Report', publisher: 'World Bank', place: 'Washington, DC'},
      'Nothing',
    ],
    [
      'Smith, Ann. 2010. *The River*. Washington, DC: Brookings Institution.',
      {title: 'The River', publisher: 'Brookings Institution', place: 'Washington, DC'},
      'Nothing',
    ],
    [
      'Müller, H., „Der Fluss“, in: K. Meier (Hrsg.), *Wasser*, Berlin 1999, S. 3–9',
      {title: 'Der Fluss', container: 'Wasser', place: 'Berlin', pages: '3–9', publisher: undefined},
      'publisher',
    ],
    [
      'Hans Müller, Leben in der Stadt, in: Karl Meier (Hrsg.), Wasser und Land, Berlin: Springer 1999, S. 12–20',
      {title: 'Leben in der Stadt', container: 'Wasser und Land', publisher: 'Springer', pages: '12–20'},
      'Nothing',
    ],
    [
      'P. Bourdieu, « Le fleuve », dans J. Martin (dir.), *Les eaux*, Paris, Seuil, 1999, p. 12-20',
      {title: 'Le fleuve', container: 'Les eaux', publisher: 'Seuil', place: 'Paris', pages: '12–20'},
      'Nothing',
    ],
    [
      'Lee, J (2001) A life in towns, in Kay, C (ed.), Waters of the North, Osier Press, Bristol',
      {title: 'A life in towns', container: 'Waters of the North', publisher: 'Osier Press'},
      'pages',
    ],
  ])('%s', (note, expected, missing) => {
    const manuscript = readManuscript(`1. A claim.[^1]\n\n[^1]: ${note}\n`);
    const written = entriesOfWorks(
      extractReferences(manuscript, EMPTY, resolveCitations(manuscript, EMPTY)),
      new Set(),
    )
      .map(writeEntry)
      .join('\n');
    const {entries} = readBibtex(written);

    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(expected);
    expect(written.split('\n')[0]).toContain(missing === 'Nothing' ? 'Nothing is missing' : missing);
    expect(written).not.toMatch(/note\s+=/u);
  });
});

describe('names', () => {
  test.each<readonly [string, names: readonly string[]]>([
    [
      'Bryceson D, Kay C and Mooij J (eds) (2001) *Beans*, Zed, London',
      ['Bryceson, D', 'Kay, C', 'Mooij, J'],
    ],
    ['Bryceson, D, Kay C and Mooij J (2001) *Beans*, Zed, London', ['Bryceson, D', 'Kay, C', 'Mooij, J']],
    ['Kay, C, Moss D. and E Ball (2001) *Beans*, Zed, London', ['Kay, C', 'Moss, D.', 'Ball, E']],
    ['Durand M. (2001) *Villes*, Paris, Seuil', ['Durand, M.']],
    [
      'García Márquez G, Smith JA and Malik B (2001) *Beans*, Zed, London',
      ['García Márquez, G', 'Smith, JA', 'Malik, B'],
    ],
    // Trap: the capitals are no initials.
    ['Oxfam GB (2001) *Aid now*, Zed, London', ['Oxfam GB']],
  ])('%s', (note, names) => {
    const {entries} = extract(readNote(note), EMPTY);
    expect(entries.flatMap(entry => entry.names.map(wholeName))).toEqual(names);
  });

  test('of the editors of the book that holds the work', () => {
    const note = "Lee, B (1999) 'A Chapter on Wells', in Kay C and Moss D. (eds) *Water Lives*, Zed, London";
    expect(writtenFor(note)).toContain('editor    = {Kay, C and Moss, D.}');
  });
});

describe('fields', () => {
  test.each<readonly [string, type: string, fields: Readonly<Record<string, string>>]>([
    [
      'Weiß, Karl: Landflucht und Geldsendungen. In: *Zeitschrift für Entwicklung* 12 (2001), H. 3, S. 101–130.',
      'article',
      {
        author: 'Weiß, Karl',
        title: 'Landflucht und Geldsendungen',
        journal: 'Zeitschrift für Entwicklung',
        volume: '12',
        number: '3',
        pages: '101--130',
        year: '2001',
      },
    ],
    [
      'Weiß, Karl: Die Straßen. In: Zeitschrift für Entwicklung 13 (2002), S. 1–30.',
      'article',
      {
        author: 'Weiß, Karl',
        title: 'Die Straßen',
        journal: 'Zeitschrift für Entwicklung',
        volume: '13',
        pages: '1--30',
        year: '2002',
      },
    ],
    [
      'Weiß, Karl: Landflucht. Berlin 1999.',
      'book',
      {author: 'Weiß, Karl', title: 'Landflucht', address: 'Berlin', year: '1999'},
    ],
    [
      'Weiß, Karl und Müller, Hans: Die Brunnen. In: Meier, Karl (Hrsg.): *Wasser*. Berlin 1998, S. 3–9.',
      'incollection',
      {
        author: 'Weiß, Karl and Müller, Hans',
        editor: 'Meier, Karl',
        title: 'Die Brunnen',
        booktitle: 'Wasser',
        pages: '3--9',
        address: 'Berlin',
        year: '1998',
      },
    ],
    [
      'Kay, Cy; Moss, D.: Sand. In: *Zeitschrift* 4 (2003), S. 1–9.',
      'article',
      {
        author: 'Kay, Cy and Moss, D.',
        title: 'Sand',
        journal: 'Zeitschrift',
        volume: '4',
        pages: '1--9',
        year: '2003',
      },
    ],
    [
      "Lee, B (1999) 'A Chapter on Wells', in D Moss (ed) *Bog Lives*, vol 2, Zed, London",
      'incollection',
      {
        author: 'Lee, B',
        editor: 'Moss, D',
        title: 'A Chapter on Wells',
        booktitle: 'Bog Lives',
        volume: '2',
        publisher: 'Zed',
        address: 'London',
        year: '1999',
      },
    ],
    [
      "Jane Smith, 'The Law of Wells' (2003) 66 MLR 123, 125",
      'article',
      {author: 'Smith, Jane', title: 'The Law of Wells', journal: 'MLR', volume: '66', year: '2003'},
    ],
    [
      'Ellis, F. (1999). Rural livelihoods. *Natural Resource Perspectives* No. 40. London: Overseas Development Institute.',
      'article',
      {
        author: 'Ellis, F.',
        title: 'Rural livelihoods',
        journal: 'Natural Resource Perspectives',
        number: '40',
        publisher: 'Overseas Development Institute',
        address: 'London',
        year: '1999',
      },
    ],
    [
      'Dupont, Jean (2001), « Les puits du Sahel », *Revue Tiers Monde*, vol. 42, n° 166, p. 345-367',
      'article',
      {
        author: 'Dupont, Jean',
        title: 'Les puits du Sahel',
        journal: 'Revue Tiers Monde',
        volume: '42',
        number: '166',
        pages: '345--367',
        year: '2001',
      },
    ],
    [
      'King, R. (1998) *Return*, 3 vols, trans. J. Grey, Faber & Faber, London',
      'book',
      {
        author: 'King, R.',
        translator: 'Grey, J.',
        title: 'Return',
        publisher: 'Faber \\& Faber',
        address: 'London',
        year: '1998',
        note: '3 vols',
      },
    ],
    [
      'Smith J, Doe A. Title of an article. Lancet 2003;361(9357):512-8.',
      'article',
      {
        author: 'Smith, J and Doe, A',
        title: 'Title of an article',
        journal: 'Lancet',
        volume: '361',
        number: '9357',
        pages: '512--8',
        year: '2003',
      },
    ],
    [
      'Smith JA, Kay C, et al. Wells of Kano. Part 2. Am. J. Public Health 2001;13:101-30.',
      'article',
      {
        author: 'Smith, JA and Kay, C and others',
        title: 'Wells of Kano. Part 2',
        journal: 'Am. J. Public Health',
        volume: '13',
        pages: '101--30',
        year: '2001',
      },
    ],
    // Trap: the number of a paper before a year is no volume.
    [
      "Lee, B (1999) 'Wells', IDS Working Paper 7 (1999), IDS",
      'techreport',
      {
        author: 'Lee, B',
        title: 'Wells',
        type: 'Working Paper',
        number: '7',
        institution: 'IDS',
        year: '1999',
      },
    ],
  ])('%s', (note, type, fields) => {
    expect(fieldsIn(writtenFor(note))).toEqual([{type, ...fields}]);
  });
});

/** What is written of each entry: its type and its fields without the braces around a body. */
function fieldsIn(written: string): readonly Readonly<Record<string, string>>[] {
  return written
    .split(/^@/mu)
    .slice(1)
    .map(entry => ({
      type: entry.slice(0, entry.indexOf('{')),
      ...Object.fromEntries(
        [...entry.matchAll(/^ {2}(\w+) *= \{\{?(.*?)\}?\},?$/gmu)].map(([, name, value]) => [name, value]),
      ),
    }));
}

test.each(['Smith 2010, p 4', 'Smith, A (2010), pp 4–6'])(
  '%s has no entry without a title, and says so',
  note => {
    const manuscript = readNote(note);
    const works = extractReferences(manuscript, EMPTY, resolveCitations(manuscript, EMPTY));
    expect(entriesOfWorks(works, new Set())).toEqual([]);
    expect(untitledWorks(works)).toEqual([
      'Typed in note 1: Smith (2010) without a title, so that it has no entry here.',
    ]);
  },
);

test('takes no journal for a title', () => {
  expect(writtenFor('Smith, J, Doe, A. A title here. *Lancet* 2003;361(9357):512-8.')).toBe('');
});

describe('works of one author and title', () => {
  test.each<readonly [string, string, count: number]>([
    [
      "Jane Smith, 'The Law of Wells' (2003) 66 MLR 123",
      'Jane Smith, *The Law of Wells* (2nd edn, OUP 2003) 44',
      2,
    ],
    [
      'Müller, Hans (1998): *Die Wanderung*. Frankfurt am Main: Suhrkamp, S. 44',
      'Hans Müller, *Die Wanderung*, 2. Aufl., München 1998, S. 44 f.',
      2,
    ],
    [
      "Khan, F (2001) 'Wells and power', *Journal of Rural Affairs* 12:3",
      "Khan, F (2001) 'Wells and power', *Journal of Urban Affairs* 12:3",
      2,
    ],
    ['Moss, D (1999) *Bogs*, 2nd edn, Zed, London', 'Moss, D (1999) *Bogs*, third edition, Zed, London', 2],
    // Traps: the same work with less said of it, or said shortly.
    [
      "Khan, F (2001) 'Wells and power', *Journal of Rural Affairs* 12:3",
      "Khan, F (2001) 'Wells and power', *J. Rural Affairs* 12(3), pp 3–9",
      1,
    ],
    ['Moss, D (1999) *Bogs*, 2nd edn, Zed, London', 'Moss, D (1999) *Bogs*, second edition, Zed', 1],
    ['Moss, D (1999) *Bogs*, third edition, Zed, London', 'Moss, D (1999) *Bogs*, Zed, London', 1],
  ])('%s | %s', (one, other, count) => {
    expect(fieldsIn(writtenFor(one, other))).toHaveLength(count);
  });
});

function wholeName(name: Name): string {
  return name.kind === 'body' ? name.literal : `${name.family}, ${name.given ?? ''}`;
}

function readNote(note: string): Manuscript {
  return readManuscript(`1. A claim.[^1]\n\n[^1]: ${note}\n`);
}

function writtenFor(...notes: readonly string[]): string {
  const calls = notes.map((_, at) => `A claim.[^${at + 1}]`).join(' ');
  const typed = notes.map((note, at) => `[^${at + 1}]: ${note}\n`).join('\n');
  const manuscript = readManuscript(`1. ${calls}\n\n${typed}`);
  const works = extractReferences(manuscript, EMPTY, resolveCitations(manuscript, EMPTY));
  return entriesOfWorks(works, new Set()).map(writeEntry).join('\n');
}

describe('an entry that is written and read again', () => {
  const write = (title: string, publisher: string) =>
    readBibtex(
      writeEntry({
        type: 'book',
        key: 'a2001',
        names: [
          {kind: 'body', literal: 'Department of Health & Social Care'},
          {kind: 'person', family: 'de la Cruz', given: undefined},
        ],
        hasOthers: true,
        areEditors: false,
        holderEditors: [],
        translators: [],
        fields: [
          ['title', title],
          ['publisher', publisher],
        ],
        comments: ['Typed at someone@example.org{', '@book{b, title = {C}}'],
      }),
    );

  test.each(['50% of $5 & more_less #1', 'An “open” {question} \\ and a ~ more', 'É, ß and ł'])(
    '%s',
    title => {
      const {entries} = write(title, title);
      const plain = title
        .replace(/[{}\\]/gu, '')
        .replace('~', ' ')
        .replace(/\s+/gu, ' ');
      expect(entries.map(({title: read, publisher}) => [read, publisher])).toEqual([[plain, plain]]);
      expect(entries[0]?.names).toEqual([
        {kind: 'body', literal: 'Department of Health & Social Care'},
        {kind: 'person', family: 'de la Cruz', given: undefined},
      ]);
      expect(entries[0]?.hasOthers).toBe(true);
    },
  );
});

function extract(manuscript: Manuscript, bibliography: Bibliography): Bibliography {
  const citations = resolveCitations(manuscript, bibliography);
  const works = extractReferences(manuscript, bibliography, citations);
  const taken = new Set(bibliography.byKey.keys());
  return readBibtex(entriesOfWorks(works, taken).map(writeEntry).join('\n'));
}

function readBibtex(text: string): Bibliography {
  const {value, diagnostics} = parseBibliography([{path: 'bibliography/references.bib', text}]);
  expect(diagnostics).toEqual([]);
  return value;
}

function readManuscript(text: string): Manuscript {
  return parseManuscript({path: 'manuscript/evidence.md', text}).value;
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
