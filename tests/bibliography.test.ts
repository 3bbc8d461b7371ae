import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {parse as parseOtherwise} from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {decodeLatex} from '../src/bibliography/latex.ts';
import {familyForms, foldName, initialsOf} from '../src/bibliography/names.ts';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {scanBibliography} from '../src/bibliography/scan.ts';
import type {Entry, Name} from '../src/bibliography/types.ts';
import type {Diagnostic} from '../src/text/diagnostic.ts';
import {indexPositions} from '../src/text/position.ts';
import {contains, type Span, slice} from '../src/text/span.ts';

const PATH = 'references.bib';
const nasty = readFileSync(new URL('bibliography/nasty.bib', import.meta.url), 'utf8');
const worked = readFileSync(new URL('../bibliography/references.bib', import.meta.url), 'utf8');

function read(text: string) {
  const {value, diagnostics} = parseBibliography([{path: PATH, text}]);
  return {...value, diagnostics};
}

/** The first entry of a text. */
function first(text: string): Entry {
  const [entry] = read(text).entries;
  if (entry === undefined) throw new Error(`no entry in ${text}`);
  return entry;
}

function book(fields: string): Entry {
  return first(`@book{key, ${fields}}`);
}

/** A name as one reads it: the given name, a stroke, the family name; a body in braces. */
function plain(name: Name): string {
  return name.kind === 'body' ? `{${name.literal}}` : `${name.given ?? ''}|${name.family}`;
}

function authors(raw: string): readonly string[] {
  return book(`author = {${raw}}`).names.map(plain);
}

/** Line, code and the words concerned. */
function told(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const index = indexPositions(text);
  return diagnostics.map(({code, span}) => `${index.at(span.start).line} ${code} ${slice(text, span)}`);
}

describe('the places of what is typed', () => {
  test.each([
    ['as it is', nasty],
    ['with a byte-order mark and CRLF', `\uFEFF${nasty.replaceAll('\n', '\r\n')}`],
  ])('keys, names and values lie where they are typed, %s', (_, text) => {
    const {entries, diagnostics} = read(text);
    expect(diagnostics).toEqual([]);
    expect(entries.map(({keySpan}) => slice(text, keySpan))).toEqual([
      'aaberg1999',
      'vandenberg2004',
      'iied1998',
      'king2010',
      'workshop2005',
      'guest2005',
      'zola1901',
      'dated',
    ]);
    for (const {span, fields} of entries) {
      expect(slice(text, span)).toMatch(/^@[a-z]+[{(].*[})]$/isu);
      for (const [name, {raw, nameSpan, valueSpan}] of fields) {
        expect(slice(text, nameSpan).toLowerCase()).toBe(name);
        expect(slice(text, valueSpan)).toBe(raw);
        expect(contains(span, valueSpan)).toBe(true);
      }
    }
  });

  test('the raw value keeps its braces, quotes and joins', () => {
    const {fields} = book('title = "A" # {B} # eu, year = 2003');
    expect([...fields].map(([name, {raw}]) => [name, raw])).toEqual([
      ['title', '"A" # {B} # eu'],
      ['year', '2003'],
    ]);
  });

  test('comments, preambles and text between entries are none', () => {
    const {comments, preambles, items} = scanBibliography(nasty);
    expect(comments.map(span => slice(nasty, span))).toEqual([
      '@comment{ @article{hidden2001, title = {Not an entry}} }',
    ]);
    expect(preambles.map(span => slice(nasty, span))).toEqual(['@preamble{ "\\newcommand{\\noop}[1]{}" }']);
    expect(items.filter(({kind}) => kind === 'string')).toHaveLength(2);
  });

  test('a comment that is never closed hides its line alone', () => {
    expect(
      read('@comment{ draft\n@book{a, title = {A}}\n@comment{ again\n@book{b, title = {B}}').entries,
    ).toHaveLength(2);
  });

  test('an entry behind a percent sign counts, as it does for BibTeX', () => {
    const text =
      '% @book{old,\n%   title = {Old}, % still here\n%   year = 1998 }\n@book{new, % a note {\n title = {50% new}}';
    const {entries, diagnostics} = read(text);
    expect(diagnostics).toEqual([]);
    expect(entries.map(({key, title, year}) => [key, title, year])).toEqual([
      ['old', 'Old', 1998],
      ['new', '50% new', undefined],
    ]);
  });

  test('a value may quote an entry on one line, and an address', () => {
    const {entries, diagnostics} = read(
      '@book{a, note = {as in @book{b, year = 1} by x@example.org}, year = 2001}',
    );
    expect(diagnostics).toEqual([]);
    expect(entries.map(({key, year}) => [key, year])).toEqual([['a', 2001]]);
  });
});

/** Each broken entry, the line and words of its one diagnostic, and what can still be read of it. */
const broken: readonly {name: string; text: string; told: string; message: RegExp; kept: Partial<Entry>}[] = [
  {
    name: 'an entry without its last brace',
    text: '@book{bad,\n  title = {The State},\n  year = 2001\n',
    told: '3 bib-syntax @book{bad',
    message: /^Unexpected `@book\{after` inside `@book\{bad`, expected a closing `\}`/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a value without its brace, which takes that of the entry',
    text: '@book{bad,\n  title = {The State,\n  year = 2001,\n  author = {Able, Ann}\n}\n',
    told: '3 bib-syntax @book{bad',
    message: /^Unexpected `@book\{after` inside `@book\{bad`/u,
    kept: {title: 'The State', year: 2001, names: [{kind: 'person', family: 'Able', given: 'Ann'}]},
  },
  {
    name: 'a last value without its brace',
    text: '@book{bad,\n  year = 2001,\n  title = {The State,\n}\n',
    told: '3 bib-syntax @book{bad',
    message: /^Unexpected `@book\{after` inside `@book\{bad`/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'two values without their braces',
    text: '@book{bad,\n  title = {{The State},\n  series = {{Series},\n  year = 2001\n}\n',
    told: '3 bib-syntax @book{bad',
    message: /^Unexpected `@book\{after` inside `@book\{bad`/u,
    kept: {title: 'The State'},
  },
  {
    name: 'a value without its quote',
    text: '@book{bad,\n  title = "The State,\n  year = {2001}\n}\n',
    told: '4 bib-syntax title = "The State',
    message: /^Unexpected end of the value of `title`, expected `"` to close it$/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a value without its quote, which takes that of the next',
    text: '@book{bad,\n  title = "The State,\n  year = "2001"\n}\n',
    told: '4 bib-syntax title = "The State',
    message: /^Unexpected end of the value of `title`/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a missing comma',
    text: '@book{bad,\n  title = {The State}\n  year = 2001\n}\n',
    told: '5 bib-syntax year',
    message: /^Unexpected `year` after the value of `title`, expected a comma$/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a missing comma after the key',
    text: '@book{bad\n  title = {The State}}\n',
    told: '4 bib-syntax title',
    message: /^Unexpected `title` after the key `bad`, expected a comma$/u,
    kept: {title: 'The State'},
  },
  {
    name: 'a brace too many',
    text: '@book{bad,\n  title = {The State}},\n  year = 2001\n}\n',
    told: '4 bib-syntax }',
    message: /^Unexpected `\}` before the field `year`, expected a comma$/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a field without its equals sign',
    text: '@book{bad,\n  title {The State},\n  year = 2001\n}\n',
    told: '4 bib-syntax title',
    message: /^Unexpected value after `title`, expected `=`$/u,
    kept: {title: 'The State', year: 2001},
  },
  {
    name: 'a field without its value',
    text: '@book{bad,\n  title = ,\n  year = 2001\n}\n',
    told: '4 bib-syntax title',
    message: /^Unexpected end of `title`, expected a value after `=`$/u,
    kept: {title: undefined, year: 2001},
  },
  {
    name: 'words that are no field',
    text: '@book{bad,\n  The State, & all,\n  year = 2001\n}\n',
    told: '4 bib-syntax The',
    message: /^Unexpected `The` in `@book\{bad`, expected a field such as `title = \{…\}`$/u,
    kept: {year: 2001},
  },
  {
    name: 'the other closing bracket',
    text: '@book{bad, year = 2001)\n',
    told: '3 bib-syntax )',
    message: /^Unexpected `\)` at the end of `@book\{bad`, expected `\}`$/u,
    kept: {year: 2001},
  },
];

describe('a broken entry costs that entry alone', () => {
  const before = '@article{before, title = {Before},\n  year = 1999}\n';
  const after = '@book{after,\n  title = {After}, year = 2011}\n';

  test.each(broken)('$name', ({text, told: place, message, kept}) => {
    const whole = `${before}${text}${after}`;
    const {entries, byKey, diagnostics} = read(whole);
    expect(entries.map(({key}) => key)).toEqual(['before', 'bad', 'after']);
    expect(byKey.get('before')).toMatchObject({title: 'Before', year: 1999});
    expect(byKey.get('after')).toMatchObject({title: 'After', year: 2011});
    expect(byKey.get('bad')).toMatchObject(kept);
    expect(told(whole, diagnostics)).toEqual([place]);
    expect(diagnostics[0]).toMatchObject({severity: 'error', path: PATH});
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.help).toBeTruthy();
  });

  test('the value that was left open, and the entry that shows it, are named', () => {
    const text = `@book{bad,\n  title = {The State,\n  year = 2001\n}\n${after}`;
    const [diagnostic] = read(text).diagnostics;
    expect(diagnostic?.related?.map(({span, message}) => [slice(text, span), message])).toEqual([
      ['title = {The State', 'the value of `title` is not closed'],
      ['@book{after', 'the next entry begins here'],
    ]);
  });

  test('an entry that the file ends in', () => {
    const text = `${before}@book{bad, title = {The State`;
    const {entries, diagnostics} = read(text);
    expect(entries[1]).toMatchObject({key: 'bad', title: 'The State'});
    expect(diagnostics[0]?.message).toContain('Unexpected end of the file inside `@book{bad`');
  });

  test('an entry without its opening brace is reported, and lost', () => {
    const text = `${before}@book bad, title = {The State}}\n${after}`;
    const {entries, diagnostics} = read(text);
    expect(entries.map(({key}) => key)).toEqual(['before', 'after']);
    expect(told(text, diagnostics)).toEqual(['3 bib-syntax @book']);
  });

  test('a key of two words is one key, and reported', () => {
    const text = '@book{smith 2001, title = {The State}}';
    const {entries, diagnostics} = read(text);
    expect(entries[0]).toMatchObject({key: 'smith 2001', title: 'The State'});
    expect(told(text, diagnostics)).toEqual(['1 bib-syntax smith 2001']);
  });

  test('entries without a key are kept under keys that nobody types', () => {
    const text =
      '@book{, title = {A}}\n@book{no-key-1, title = {B}}\n@book{title = {C}}\n@article{,\n  year = 2001}';
    const {entries, byKey, diagnostics} = read(text);
    expect(entries.map(({key, title, year}) => [key, title ?? year])).toEqual([
      ['no-key-2', 'A'],
      ['no-key-1', 'B'],
      ['no-key-3', 'C'],
      ['no-key-4', 2001],
    ]);
    expect(byKey.size).toBe(4);
    expect(diagnostics.map(({severity, message}) => `${severity}: ${message}`)).toEqual([
      'warning: Unexpected `,` after `@book{`, expected a key',
      'warning: Unexpected `title` after `@book{`, expected a key',
      'warning: Unexpected `,` after `@article{`, expected a key',
    ]);
  });

  test('a field given twice counts once, the first time', () => {
    const text = '@book{a,\n title = {One},\n Title = {Two}}';
    const {entries, diagnostics} = read(text);
    expect(entries[0]?.title).toBe('One');
    expect(told(text, diagnostics)).toEqual(['3 bib-syntax Title = {Two}']);
    expect(diagnostics[0]?.severity).toBe('warning');
  });
});

describe('keys given twice', () => {
  test('the first entry counts, in one file and over several', () => {
    const one = '@book{a, title = {One}}\n@book{b, title = {Other}}\n@book{a, title = {Two}}';
    const other = '@book{b, title = {Again}}';
    const {value, diagnostics} = parseBibliography([
      {path: 'one.bib', text: one},
      {path: 'other.bib', text: other},
    ]);
    expect(value.entries.map(({key, title}) => [key, title])).toEqual([
      ['a', 'One'],
      ['b', 'Other'],
    ]);
    expect(diagnostics.map(({code, severity, path, span}) => [code, severity, path, span.start])).toEqual([
      ['bib-duplicate-key', 'error', 'one.bib', one.lastIndexOf('a, title')],
      ['bib-duplicate-key', 'error', 'other.bib', other.indexOf('b,')],
    ]);
    expect(diagnostics.map(({related}) => related?.[0])).toEqual([
      {path: 'one.bib', span: {start: 6, end: 7}, message: 'the first entry with this key'},
      {path: 'one.bib', span: {start: 30, end: 31}, message: 'the first entry with this key'},
    ]);
  });
});

describe('@string', () => {
  test('names are put in, joined, and known to later files', () => {
    const {value, diagnostics} = parseBibliography([
      {
        path: 'strings.bib',
        text: '@string{EU = "Environment"}\n@string{long = eu # " and " # {Urbanization}}',
      },
      {path: 'works.bib', text: '@article{a, journal = Long, title = "In " # eu, month = jan # "~1"}'},
    ]);
    expect(diagnostics).toEqual([]);
    expect(value.entries[0]).toMatchObject({
      container: 'Environment and Urbanization',
      title: 'In Environment',
    });
  });

  test('a name defined again counts from there on, one defined later counts before it', () => {
    const {entries, diagnostics} = read(
      '@book{a, title = t}@string{t = {One}}@book{b, title = t}@string{t = {Two}}@book{c, title = t}',
    );
    expect(diagnostics).toEqual([]);
    expect(entries.map(({title}) => title)).toEqual(['One', 'One', 'Two']);
  });

  test('a name that nothing defines is reported where it stands', () => {
    const text =
      '@string{earthscan = {Earthscan}}\n@book{a, publisher = earthscam, volume = 10:1, year = 2003}';
    const {entries, diagnostics} = read(text);
    expect(entries[0]).toMatchObject({publisher: undefined, volume: '10:1', year: 2003});
    expect(told(text, diagnostics)).toEqual(['2 bib-syntax earthscam', '2 bib-syntax 10:1']);
    expect(diagnostics[0]).toMatchObject({severity: 'warning', suggestions: ['earthscan']});
  });

  test('definitions that double each other end', () => {
    const lines = Array.from({length: 60}, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n');
    const {entries} = read(`@string{s0 = {0123456789}}\n${lines}\n@book{a, title = s60}`);
    expect(entries[0]?.title).toMatch(/^(?:0123456789)+$/u);
  });
});

describe('names', () => {
  test.each([
    ['Tacoli, C and Satterthwaite, D', ['C|Tacoli', 'D|Satterthwaite']],
    ['Cecilia Tacoli  AND\n David Satterthwaite', ['Cecilia|Tacoli', 'David|Satterthwaite']],
    ['van den Berg, Jan and Jan van den Berg', ['Jan|van den Berg', 'Jan|van den Berg']],
    ['{de la Cruz}, Juan', ['Juan|de la Cruz']],
    ['Jim al-Khalili and d’Alembert, J', ['Jim|al-Khalili', 'J|d’Alembert']],
    ['King, Jr, Martin Luther', ['Martin Luther|King']],
    ['{World Bank}', ['{World Bank}']],
    ['{Barnes and Noble} and {{Body, with a comma}}', ['{Barnes and Noble}', '{Body, with a comma}']],
    ['{Barnes and Noble}, Ann', ['Ann|Barnes and Noble']],
    ['Plato', ['|Plato']],
    ["{\\'E}mile Zola and \\'Emile Zola", ['Émile|Zola', 'Émile|Zola']],
    ['Fran\\c cois Pe\\~na', ['François|Peña']],
    ['J.~B. de~la Fontaine', ['J. B.|de la Fontaine']],
    ['Kr{\\"u}ger, F and \\AA{}berg, {\\"O}', ['F|Krüger', 'Ö|Åberg']],
    ['family=Berg, given=Jan, given-i=J, prefix=van den', ['Jan|van den Berg']],
    ['Anderson, Andy and and Anderson', ['Andy|Anderson', '|Anderson']],
    ['', []],
    [' , and {} ', []],
  ])('%j', (raw, expected) => {
    expect(authors(raw)).toEqual(expected);
  });

  test.each(['Lavigne, P and others', 'Lavigne, P and et al.', 'Lavigne, P AND OTHERS'])(
    '"others" is nobody: %s',
    raw => {
      expect(book(`author = {${raw}}`)).toMatchObject({
        names: [{kind: 'person', family: 'Lavigne', given: 'P'}],
        hasOthers: true,
      });
    },
  );

  test('others inside a body stay there', () => {
    expect(book('author = {{Smith and others}}')).toMatchObject({
      names: [{kind: 'body', literal: 'Smith and others'}],
      hasOthers: false,
    });
  });

  test('editors stand in where there are no authors', () => {
    expect(book('editor = {Host, H and others}')).toMatchObject({names: [{family: 'Host'}], hasOthers: true});
    expect(book('author = {Able, A}, editor = {Host, H and others}')).toMatchObject({
      names: [{family: 'Able'}],
      hasOthers: false,
    });
  });
});

describe('LaTeX', () => {
  test.each([
    ['\\AA{}land, {\\AA}land, \\AA land', 'Åland, Åland, Åland'],
    ['\\"u \\"{u} {\\"u} {\\"{u}}', 'ü ü ü ü'],
    ["Th\\d ai \\d{\\^e} \\'{\\i} \\'\\i", 'Thại ệ í í'],
    ["\\o{}re stra{\\ss}e \\L{}\\'od\\'z", 'øre straße Łódź'],
    ["10--12 --- ``so'' it's", "10–12 — “so” it's"],
    ['50\\% \\& \\$5 \\_ \\#', '50% & $5 _ #'],
    ['\\emph{Small} {\\em towns} \\textsc{and} {CITIES}', 'Small towns and CITIES'],
    ['\\enquote*{in} \\foo{out}\\relax', '“in” out'],
    ['H$_2$O, $\\alpha$ and x\\textsuperscript{2}', 'H₂O, α and x2'],
    ['\\noopsort{1973}1981 \\LaTeX{} \\ldots', '1981 LaTeX …'],
    ['a\\\\b\\,c\\ d\\-e~f', 'a b c de f'],
    ['\\textbf x', 'x'],
    ['two\n   lines', 'two lines'],
    ['C:\\', 'C:'],
  ])('%j', (raw, expected) => {
    expect(decodeLatex(raw).text).toBe(expected);
  });

  test('what cannot be read is reported, and its words are kept', () => {
    const text = '@book{a, title = {On $5 a day}, note = {$}}\n@book{b, title = {A \\begin{x} B}}';
    const {entries, diagnostics} = read(text);
    expect(entries.map(({title}) => title)).toEqual(['On $5 a day', 'A x B']);
    expect(told(text, diagnostics)).toEqual(['1 bib-syntax {On $5 a day}', '2 bib-syntax {A \\begin{x} B}']);
    expect(diagnostics.map(({severity, message}) => `${severity}: ${message}`)).toEqual([
      'warning: Unexpected single `$` in the value of `title`, expected `\\$` for a dollar',
      'warning: Unexpected LaTeX in the value of `title`, expected commands with their braces',
    ]);
  });

  test('values without commands read as citation-js would read them', () => {
    const require = createRequire(import.meta.url);
    const {parse} = require('@citation-js/plugin-bibtex/lib/input/value.js') as {
      parse(text: string, field: string): string;
    };
    const part = fc.constantFrom(
      'a',
      'É',
      'town',
      ' ',
      '\n',
      '-',
      '--',
      '---',
      "''",
      '``',
      '~',
      '\\&',
      '\\%',
      '"',
      ',',
      '{b}',
      '{{C}}',
    );
    fc.assert(
      fc.property(fc.array(part, {maxLength: 12}), parts => {
        const raw = parts.join('');
        const expected = parse(raw, 'title').replace(/\s+/gu, ' ').trim();
        expect(decodeLatex(raw)).toEqual({text: expected, isRead: true});
      }),
    );
  });

  test('citation-js prints nothing', () => {
    const printed: unknown[] = [];
    const keep = (...words: unknown[]) => printed.push(words) > 0;
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(keep),
      vi.spyOn(process.stderr, 'write').mockImplementation(keep),
      ...(['log', 'info', 'warn', 'error'] as const).map(level =>
        vi.spyOn(console, level).mockImplementation(keep),
      ),
    ];
    read(`${nasty}\n@book{x, title = {\\begin{a} $}, author = {\\textbf}}`);
    for (const spy of spies) spy.mockRestore();
    expect(printed).toEqual([]);
  });
});

describe('the work', () => {
  test.each([
    ['year = 2003', 2003],
    ['year = {2003}, month = nov', 2003],
    ['date = {2003-11}', 2003],
    ['date = {2003~}', 2003],
    ['date = {1998/2001}', 1998],
    ['date = {2003-21}, year = {1999}', 2003],
    ['year = {[1908]}', 1908],
    ['year = {c. 1908}', 1908],
    ['year = {2001a}', 2001],
    ['year = {987}', 987],
    ['year = {\\noopsort{1973}1981}', 1981],
    ['year = {n.d.}', undefined],
    ['year = {forthcoming}', undefined],
    ['date = {199X}', undefined],
    ['date = {n.d.}, year = {2003}', 2003],
    ['title = {1984}', undefined],
  ])('%s', (fields, year) => {
    expect(book(fields).year).toBe(year);
  });

  test('container, number and issue', () => {
    expect(
      first('@article{a, journal = {J}, series = {S}, volume = 10, number = {1}, pages = {2--3}}'),
    ).toMatchObject({
      container: 'J',
      volume: '10',
      issue: '1',
      number: undefined,
      pages: '2–3',
    });
    expect(first('@techreport{a, series = {Working Papers}, number = 9}')).toMatchObject({
      container: 'Working Papers',
      issue: undefined,
      number: '9',
    });
    expect(first('@incollection{a, booktitle = {B}, booksubtitle = {C}, series = {S}}').container).toBe(
      'B: C',
    );
    expect(first('@article{a, journaltitle = {J}, issue = {Spring}}')).toMatchObject({
      container: 'J',
      issue: 'Spring',
    });
  });

  test('titles with subtitle and short title', () => {
    expect(book('title = {The {State}}, subtitle = {A View}, shorttitle = {State}')).toMatchObject({
      title: 'The State: A View',
      shortTitle: 'State',
    });
    expect(book('title = {Whose City?}, subtitle = {A View}').title).toBe('Whose City? A View');
  });

  test.each(['publisher', 'institution', 'school', 'organization'])(
    'a body with "and" in its name is whole: %s',
    field => {
      expect(first(`@report{a, ${field} = {Institute for Environment and Development}}`).publisher).toBe(
        'Institute for Environment and Development',
      );
    },
  );

  test('what crossref hands down', () => {
    const {byKey} = read(`
      @inbook{chapter, crossref = {whole}, author = {Child, C}, title = {Chapter}}
      @inproceedings{paper, crossref = {papers}, title = {Paper}, year = 2006}
      @book{whole, title = {Whole}, subtitle = {All of It}, author = {Parent, P}, shorttitle = {W}, publisher = {Press}, location = {London}, year = 1999}
      @proceedings{papers, title = {Papers}, editor = {Host, H}, date = {2005}, crossref = {papers}}
      @article{ring1, crossref = {ring2}, title = {One}}
      @article{ring2, crossref = {ring1}, journal = {Ring}}
      @book{orphan, crossref = {nowhere}, title = {Orphan}}`);
    expect(byKey.get('chapter')).toMatchObject({
      names: [{family: 'Child'}],
      title: 'Chapter',
      shortTitle: undefined,
      container: 'Whole: All of It',
      publisher: 'Press',
      place: 'London',
      year: 1999,
    });
    expect([...(byKey.get('chapter')?.fields.keys() ?? [])]).toEqual(['crossref', 'author', 'title']);
    expect(byKey.get('paper')).toMatchObject({names: [{family: 'Host'}], container: 'Papers', year: 2006});
    expect(byKey.get('ring1')).toMatchObject({title: 'One', container: 'Ring'});
    expect(byKey.get('orphan')?.title).toBe('Orphan');
  });
});

describe('a second reader', () => {
  /** Retorquere's lists of creators, in the shape of `plain`. */
  function otherNames(fields: Readonly<Record<string, unknown>>): readonly string[] {
    const list = (fields['author'] ?? fields['editor'] ?? []) as readonly Readonly<Record<string, string>>[];
    return list
      .filter(({lastName}) => lastName !== 'others')
      .map(({name, firstName, prefix, lastName}) =>
        name === undefined
          ? `${firstName ?? ''}|${[prefix, lastName].filter(Boolean).join(' ')}`.normalize('NFC')
          : `{${name}}`,
      );
  }

  test.each([
    ['nasty.bib', nasty],
    ['references.bib', worked],
  ])('@retorquere/bibtex-parser agrees on names, titles and years of %s', (_, text) => {
    const other = parseOtherwise(text, {english: false, sentenceCase: false, caseProtection: 'as-needed'});
    const expected = other.entries.map(({key, fields}) => ({
      key,
      names: otherNames(fields),
      title: [fields['title'], fields['subtitle']]
        .filter(Boolean)
        .join(' ')
        .replace(/<[^<>]*>/gu, '')
        .normalize('NFC'),
      year: Number(String(fields['year'] ?? fields['date'] ?? '').slice(0, 4)) || undefined,
    }));
    expect(expected.length).toBeGreaterThan(7);
    const {entries, diagnostics} = read(text);
    expect(diagnostics).toEqual([]);
    expect(entries.map(({key, names, title, year}) => ({key, names: names.map(plain), title, year}))).toEqual(
      expected,
    );
  });

  test('the worked example has its fourteen works', () => {
    const {entries} = read(worked);
    expect(entries).toHaveLength(14);
    expect(entries.filter(({hasOthers}) => hasOthers).map(({key}) => key)).toEqual([
      'lavigne2002',
      'toulmin2000',
    ]);
    expect(entries.find(({key}) => key === 'grad2001')?.names).toEqual([{kind: 'body', literal: 'GRAD'}]);
    expect(entries.find(({key}) => key === 'tacoli2003')).toMatchObject({
      publisher: 'International Institute for Environment and Development',
      place: 'London',
      number: '9',
    });
  });
});

describe('the forms of a name', () => {
  test('folding', () => {
    expect(foldName('Krüger')).toBe(foldName('KRUGER'));
    expect(foldName("O'Brien")).toBe(foldName('O’Brien'));
    expect(foldName('Lavigne-Delville')).toBe(foldName('Lavigne  Delville'));
    expect(foldName('Wałęsa, Ø.')).toBe('walesa o');
    expect(foldName('Smit')).not.toBe(foldName('Smith'));
  });

  test.each(['N. A.', 'NA', 'N A', 'N.A.', 'Nguyen An', 'nguyễn an', 'N.-A.', 'Nguyen-An'])(
    'initials of %j',
    given => {
      expect(initialsOf(given)).toEqual(['n', 'a']);
    },
  );

  test('initials of one name, and of none', () => {
    expect(initialsOf('Cecilia')).toEqual(['c']);
    expect(initialsOf('CECILIA')).toEqual(['c']);
    expect(initialsOf('Émile')).toEqual(['e']);
    expect(initialsOf(undefined)).toEqual([]);
    expect(initialsOf('–')).toEqual([]);
  });

  test('of a person', () => {
    const forms = (family: string) => familyForms({kind: 'person', family, given: undefined});
    expect(forms('van den Berg')).toEqual(['van den berg', 'berg']);
    expect(forms('al-Khalili')).toEqual(['al khalili', 'khalili', 'alkhalili'].slice(0, 2));
    expect(forms('d’Alembert')).toEqual(['d alembert', 'alembert', 'dalembert']);
    expect(forms("O'Brien")).toEqual(['o brien', 'obrien']);
    expect(forms('Lavigne Delville')).toEqual(['lavigne delville']);
  });

  test('of a body', () => {
    const forms = (literal: string) => familyForms({kind: 'body', literal});
    expect(forms('International Institute for Environment and Development')).toContain('iied');
    expect(forms('Department for International Development')).toContain('dfid');
    expect(forms('Organisation for Economic Co-operation and Development')).toContain('oecd');
    expect(forms('The World Bank')).toEqual(['the world bank', 'world bank', 'wb']);
    expect(forms('Institut de Recherche (IRD)')).toEqual([
      'institut de recherche ird',
      'institut de recherche',
      'ird',
      'ir',
      'idr',
    ]);
    expect(forms('GRAD')).toEqual(['grad']);
  });
});

describe('whatever a file holds', () => {
  const token = fc.constantFrom(
    ...[
      '@book{',
      '@article(',
      '@string{',
      '@comment{',
      '@preamble{',
      '\n@misc{',
      'key,',
      ',',
      '=',
      '#',
      '{',
      '}',
      '(',
      ')',
      '"',
      '%',
      '@',
    ],
    ...[
      '\n',
      '\r\n',
      ' ',
      'title',
      ' = ',
      'author',
      'year',
      '2003',
      'jan',
      'crossref',
      ' and ',
      'others',
      '\\',
      "\\'",
      '\\textbf',
      '$',
      '~',
      '\uFEFF',
      'é',
    ],
  );
  const anyText = fc.oneof(
    fc.array(token, {maxLength: 60}).map(parts => parts.join('')),
    fc.string({unit: 'binary'}),
  );

  test('reading never throws, and every place lies in the file', () => {
    fc.assert(
      fc.property(anyText, text => {
        const {entries, byKey, diagnostics} = read(text);
        const inside = ({start, end}: Span) => 0 <= start && start <= end && end <= text.length;
        let done = 0;
        for (const {span, keySpan, fields} of entries) {
          expect(span.start).toBeGreaterThanOrEqual(done);
          done = span.end;
          expect(contains(span, keySpan)).toBe(true);
          for (const {raw, nameSpan, valueSpan} of fields.values()) {
            expect(contains(span, nameSpan) && contains(span, valueSpan)).toBe(true);
            expect(slice(text, valueSpan)).toBe(raw);
          }
        }
        expect(inside({start: done, end: text.length})).toBe(true);
        expect(byKey.size).toBe(entries.length);
        for (const {span, related = []} of diagnostics) {
          expect([span, ...related.map(place => place.span)].every(inside)).toBe(true);
        }
      }),
      {numRuns: 2000},
    );
  });

  test('sound entries around a broken one are all read', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u);
    const sound = fc.record({
      title: fc.array(word, {minLength: 1, maxLength: 4}),
      year: fc.integer({min: 1000, max: 2999}),
    });
    const write = (key: string, {title, year}: {title: readonly string[]; year: number}) =>
      `@book{${key},\n  title = {${title.join(' ')}},\n  year = ${year}\n}\n`;
    fc.assert(
      fc.property(fc.array(sound), fc.array(sound), fc.constantFrom(...broken), (before, after, {text}) => {
        const written = [
          ...before.map((entry, n) => ({key: `b${n}`, entry})),
          ...after.map((entry, n) => ({key: `a${n}`, entry})),
        ];
        const blocks = written.map(({key, entry}) => write(key, entry));
        const whole = [...blocks.slice(0, before.length), text, ...blocks.slice(before.length)].join('');
        const {byKey, diagnostics} = read(whole);
        for (const {key, entry} of written) {
          expect(byKey.get(key)).toMatchObject({title: entry.title.join(' '), year: entry.year});
        }
        expect(byKey.has('bad')).toBe(true);
        expect(diagnostics).toHaveLength(1);
      }),
    );
  });

  // A reader that looked at each character again for each brace would not end within the time a test has.
  const many = 200_000;
  const manyEntries = 40_000;
  test.each([
    ['{', '{'.repeat(many)],
    ['@', '@'.repeat(many)],
    ['@a{', '@a{'.repeat(many)],
    ['@a{ on lines', '@a{\n'.repeat(manyEntries)],
    ['@a{k, x={ on lines', '@a{k, x={\n'.repeat(manyEntries)],
    ['values in one entry', `@a{k,${'\nx={'.repeat(many)}`],
    ['quotes in one entry', `@a{k,${'\nx="'.repeat(many)}`],
    ['nested braces', `@a{k, title={${'{'.repeat(many)}${'}'.repeat(many)}}}`],
    ['quotes on one line', `@a{k${', x="y = "z'.repeat(many)}`],
    ['entries on one line', '@a{k, x="}'.repeat(manyEntries)],
    ['@comment{', '@comment{\n'.repeat(many)],
    ['fields', `@a{k,${Array.from({length: 20_000}, (_, n) => `f${n}={x}`).join(',')}}`],
    ['closing braces', `@a{k,${'} '.repeat(many)}`],
    ['accents', `@a{k, title={${"\\'".repeat(many)}}}`],
    ['blanks', `@a{k, author={A${' '.repeat(many)}B}}`],
    ['names', `@a{k, author={${'A, B and '.repeat(20_000)}C}}`],
    [
      'a ring of crossrefs',
      Array.from({length: 5000}, (_, n) => `@a{k${n}, crossref={k${(n + 1) % 5000}}}`).join('\n'),
    ],
  ])('many %s', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });
});
