import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {decodeLatex, isSurelyRead} from '../src/bibliography/latex.ts';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography} from '../src/bibliography/types.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Resolution} from '../src/citation/types.ts';
import {lint, readManuscript} from '../src/pipeline.ts';
import {ukCommons} from '../src/profiles/uk-commons.ts';
import {indexPositions} from '../src/text/position.ts';
import {DRESSES} from './helpers/dresses.ts';

/*
 * In a large bibliography only entries that a cite may mean are read. What is found must be what reading all of them finds.
 */

const shelf = readText('citation/dresses.bib');
const example = readText('../manuscript/migration-and-development.md');
const references = readText('../bibliography/references.bib');

/** Entries about nothing that the shelf or the example holds, more than are read as a matter of course. */
const ballast = Array.from(
  {length: 700},
  (_, order) =>
    `@book{ballast${order}, author = {Quux${order}, Zed}, title = {Blorp ${order}: xyzzy}, publisher = {Quux}, year = 1900}\n`,
).join('');

describe('unrelated entries, however many, change no resolution', () => {
  test('of the worked example', () => {
    expect(meanings(example, references + ballast)).toEqual(meanings(example, references));
  });

  const entries = parse(shelf).entries;
  for (const [dress, write] of Object.entries(DRESSES)) {
    test(`of works in the dress ${dress}`, () => {
      const notes = entries.map((entry, index) => `[^${index + 1}]: ${write(entry)}\n`).join('\n');
      const text = `1. ${entries.map((_, index) => `[^${index + 1}]`).join(' ')}\n\n${notes}`;
      expect(meanings(text, shelf + ballast)).toEqual(meanings(text, shelf));
    });
  }
});

describe('what makes a name or title unlike its letters in the file', () => {
  const note = (typed: string) => `1. A claim.[^1]\n\n[^1]: ${typed}\n`;
  const cases: Readonly<Record<string, readonly [entry: string, typed: string]>> = {
    'accents as LaTeX': [
      '@book{a, author = {Kr{\\"u}ger, F}, title = {Die {\\"O}ffnung}, year = 1979}',
      'Krüger, F (1979) *Die Öffnung*',
    ],
    'a name typed without its umlaut': [
      '@book{a, author = {Krüger, F}, title = {Die Öffnung}, year = 1979}',
      'Krueger, F (1979) *Die Öffnung*',
    ],
    'a name closed up': [
      "@book{a, author = {O'Brien, N}, title = {Bog and Moor}, year = 1992}",
      'OBrien, N (1992) *Bog and Moor*',
    ],
    'an acronym of a body': [
      '@report{a, author = {{Department for International Development}}, title = {Halving Poverty}, year = 2000}',
      'DFID (2000) *Halving Poverty*',
    ],
    'a family name of one letter': [
      '@book{a, author = {E, Weinan}, title = {Of waves}, year = 2011}',
      'E, W (2011) *Of waves*',
    ],
    'an @string, also one further down': [
      '@book{a, author = who, title = "Of " # what, year = 2011}\n@string{who = {Vale, R}}\n@string{what = {quarries}}',
      'Vale, R (2011) *Of quarries*',
    ],
    'a title inherited': [
      '@inbook{a, author = {Vale, R}, crossref = {b}, title = {Chalk}, year = 2011}\n@book{b, editor = {Ash, T}, title = {Of quarries}, year = 2011}',
      'Vale, R (2011) Chalk, in *Of quarries*',
    ],
    'names inherited': [
      '@book{a, crossref = {b}, title = {Chalk}, year = 2011}\n@collection{b, editor = {Ash, T}, title = {Of quarries}, year = 2011}',
      'Ash, T (2011) *Chalk*',
    ],
    'a case': ['@misc{a, title = {Donoghue v Stevenson}, year = 1932}', 'Donoghue v Stevenson [1932]'],
    'the number of a paper': [
      '@report{a, author = {{Transport Committee}}, title = {Buses}, number = {HC 218-I}, year = 2004}',
      'HC 218-I',
    ],
    'a main title alone': [
      '@book{a, author = {Vale, R}, title = {Chalk and flint: a study of the quarries of seven parishes between the wars}, year = 2011}',
      '*Chalk and flint* (2011)',
    ],
  };
  for (const [name, [entry, typed]] of Object.entries(cases)) {
    test(name, () => {
      const few = meanings(note(typed), entry);
      expect(few.join()).toMatch(/^(?:resolved|conflict) a/u);
      expect(meanings(note(typed), ballast + entry)).toEqual(few);
      expect(meanings(note(typed), entry + ballast)).toEqual(few);
    });
  }
});

test('faults of entries that nothing cites are found all the same', () => {
  const faulty = `
@book{twin1, author = {Gale, H}, title = {The {\\"O}pen \\& Shut}, year = 1980, publisher = {A}}
@book{twin2, author = {Gale, H}, title = {the öpen shut}, year = 1980, publisher = {A}}
@book{split, author = {Ministry of Food and Farming}, title = {Ploughs}, year = 1951, publisher = {A}}
@book{slip, auhtor = {Gale, H}, title = {Harrows}, year = 1980}
@article{lacking, author = {Gale, H}, title = {Rakes}, year = {}}
@book{odd, author = {Gale, H}, title = {A $ too many}, year = 1980}
@book{macro, author = {Gale, H}, title = nothing, year = 1980}
@book{kid, author = {Gale, H}, title = {Hoes}, crossref = {nobody}, year = 1980}
@book{twin1, title = {Again}}
@book{twice, author = {Gale, H}, title = {Scythes}, title = {Sickles}, year = 1980}
`;
  const codes = findings(ballast + faulty).map(({code, message}) => `${code}: ${message}`);
  expect(codes).toEqual(findings(faulty).map(({code, message}) => `${code}: ${message}`));
  expect(new Set(codes.map(line => line.split(':')[0]))).toEqual(
    new Set([
      'bib-body-split',
      'bib-duplicate-key',
      'bib-duplicate-work',
      'bib-missing-field',
      'bib-syntax',
      'bib-unknown-field',
      'entry-uncited',
    ]),
  );
});

test.each([
  'Kr{\\"u}ger',
  "\\'Emile \\& \\o{} \\ss{} \\L{} \\c{c}",
  '\\emph{A} \\textbf{b}',
  '\\v{S} \\~n \\=a \\.z',
])('%s is read for certain, and is', raw => {
  expect([isSurelyRead(raw), decodeLatex(raw).isRead]).toEqual([true, true]);
});

test('entries are read one at a time, each once', () => {
  const {records, byKey} = parse(shelf);
  const river = byKey.get('river');
  expect(river?.title).toBe('The River');
  expect(byKey.get('river')).toBe(river);
  expect(byKey.get('nobody')).toBeUndefined();
  expect([...byKey.keys()]).toEqual(Array.from(records, ({key}) => key));
  expect([...byKey].map(([key, entry]) => key === entry.key)).not.toContain(false);
  expect(byKey.size).toBe(records.length);
});

test('records are the entries, however they are asked for', () => {
  const {records, byKey} = parse(`${shelf}${ballast}@book{, title = {Nameless}}\n`);
  const all = Array.from(records);
  expect(all.map((_, at) => records.at(at))).toEqual(all);
  expect(all.map((_, at) => records.keyAt(at))).toEqual(all.map(({key}) => key));
  expect([records.at(all.length), records.keyAt(all.length)]).toEqual([undefined, undefined]);
  expect(all.map(({key, type, span, keySpan}) => ({key, type, span, keySpan}))).toEqual(
    Array.from(byKey.values(), ({key, type, span, keySpan}) => ({key, type, span, keySpan})),
  );
  const ofBooks = Array.from(records.ofKind(({type}) => type === 'book'));
  expect(ofBooks).toEqual(all.filter(({type}) => type === 'book'));
  expect([ofBooks.length > 700, ofBooks.length < all.length]).toEqual([true, true]);
});

test('lines are counted in a file of many', () => {
  const lines = Array.from({length: 40_000}, (_, order) => `line ${order}`);
  const index = indexPositions(lines.join('\n'));
  const starts = lines.map((_, order) => index.offset({line: order + 1, column: 1}));
  expect(index.lineCount).toBe(lines.length);
  expect(lines.map((_, order) => index.line(order + 1))).toEqual(lines);
  expect(starts.map(start => index.at(start))).toEqual(
    lines.map((_, order) => ({line: order + 1, column: 1})),
  );
});

function findings(bibtex: string) {
  return lint({
    manuscript: readManuscript({
      path: 'manuscript/evidence.md',
      text: '---\ndate: 2026-11\n---\n\n1. A claim.\n',
    }),
    bibliographies: [{path: 'bibliography/references.bib', text: bibtex}],
    profile: ukCommons,
    images: new Map(),
  }).diagnostics.filter(({message}) => !message.includes('ballast'));
}

function meanings(text: string, bibtex: string): readonly string[] {
  const manuscript = readManuscript({path: 'manuscript/evidence.md', text}).value;
  return resolveCitations(manuscript, parse(bibtex)).resolutions.map(describeMeaning);
}

function describeMeaning(resolution: Resolution): string {
  const {status, cite, antecedent} = resolution;
  const works =
    'key' in resolution
      ? [resolution.key]
      : 'candidates' in resolution
        ? resolution.candidates
        : resolution.suggestions;
  return [status, ...works, '←', antecedent?.id ?? '', cite.text].join(' ');
}

function parse(text: string): Bibliography {
  return parseBibliography([{path: 'bibliography/references.bib', text}]).value;
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
