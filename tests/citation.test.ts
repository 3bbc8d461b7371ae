import {writeFileSync} from 'node:fs';
import {decodeString} from 'micromark-util-decode-string';
import {describe, expect, test} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography} from '../src/bibliography/types.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Citations} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {slice} from '../src/text/span.ts';
import {
  citationFolder,
  formatResolutions,
  keysOfLabels,
  manuscriptOf,
  normaliseLabels,
  readCitationFixtures,
} from './helpers/citation-fixture.ts';
import {deepFreeze} from './helpers/deep-freeze.ts';
import {blockOf, changeBlocks, type FixtureCase} from './helpers/fixture.ts';

/** With ACCEPT=1 the resolutions blocks are rewritten; they are labelled by hand, so the difference is read line by line. */
const isAccepting = process.env['ACCEPT'] === '1';

for (const fixture of readCitationFixtures()) {
  describe(fixture.code, () => {
    if (isAccepting) {
      const changes = fixture.cases.map(one => ({
        case: one,
        language: 'text',
        kind: 'resolutions',
        content: formatResolutions(resolve(manuscriptOf(one), bibliographyOf(one))),
      }));
      writeFileSync(citationFolder + fixture.name, changeBlocks(fixture, changes));
      return;
    }

    for (const one of fixture.cases) {
      describe(one.title, () => {
        const text = manuscriptOf(one);
        const bibliography = bibliographyOf(one);
        const citations = resolve(text, bibliography);

        test('means what a reader would conclude', () => {
          expect(formatResolutions(citations)).toBe(normaliseLabels(labelsOf(one)));
        });

        test('names keys that the bibliography has', () => {
          for (const key of keysOfLabels(labelsOf(one)))
            expect([...bibliography.byKey.keys()]).toContain(key);
        });

        test('has sound ids, antecedents and spans', () => {
          expectSound(citations, text);
        });

        test('means the same with a byte-order mark and CRLF', () => {
          const onWindows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
          const again = resolve(onWindows, bibliography);
          expect(formatResolutions(again)).toBe(formatResolutions(citations));
          expectSound(again, onWindows);
        });

        test('means the same with the entries in another order', () => {
          const turned = {...bibliography, entries: bibliography.entries.toReversed()};
          expect(formatResolutions(resolve(text, turned))).toBe(formatResolutions(citations));
        });
      });
    }
  });
}

test('every fixture has cases, and no two of a fixture have one title', () => {
  const fixtures = readCitationFixtures();
  expect(fixtures.map(({code}) => `${code}.fixture.md`)).toEqual(fixtures.map(({name}) => name));
  for (const {cases, code} of fixtures) {
    expect(cases.length, code).toBeGreaterThan(0);
    expect(new Set(cases.map(({title}) => title)).size, code).toBe(cases.length);
  }
});

function labelsOf(one: FixtureCase): string {
  const labels = blockOf(one, 'text', 'resolutions');
  if (labels === undefined) throw new Error(`${one.title}: expected a resolutions block`);
  return labels;
}

/** The entries of a case; a fault in them would be a fault of the case. */
function bibliographyOf(one: FixtureCase): Bibliography {
  const text = blockOf(one, 'bibtex', 'bibliography') ?? '';
  const {value, diagnostics} = parseBibliography([{path: 'bibliography/references.bib', text}]);
  expect(diagnostics.filter(({code}) => code === 'bib-syntax')).toEqual([]);
  return deepFreeze(value);
}

function resolve(text: string, bibliography: Bibliography): Citations {
  const {value} = parseManuscript({path: 'manuscript/evidence.md', text});
  return resolveCitations(value, bibliography);
}

/** What holds for every cite of every manuscript. */
function expectSound({resolutions}: Citations, text: string): void {
  expect(resolutions.map(({cite}) => cite.id)).toEqual(resolutions.map((_, index) => index + 1));
  const cites = resolutions.map(({cite}) => cite);
  for (const {cite, antecedent} of resolutions) {
    const typed = slice(text, cite.span);
    expect(typed.trim(), cite.text).toBe(typed);
    expect(withoutMarks(typed)).toBe(withoutMarks(cite.text));
    if (antecedent !== undefined) expect(cites.filter(({id}) => id === antecedent.id)).toEqual([antecedent]);
  }
  const spans = cites.map(({span}) => span).sort((one, other) => one.start - other.start);
  for (const [index, span] of spans.entries()) {
    expect(span.start, 'cites overlap').toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
  }
}

// The end of a link with its address: "](https://example.org)".
const LINK_END = /\]\([^)\s]*\)/gu;
// "\\emph{Ibid.}", of a text that was LaTeX once.
const COMMAND = /\\[a-z]+\{([^{}]*)\}/gu;
// Marks of emphasis, code and links: "*", "_", "`", "[", "]".
const MARKS = /[*_`[\]]/gu;

/** The words of a piece of Markdown: entities and escapes read, marks left out, white space as single spaces. */
function withoutMarks(markdown: string): string {
  return decodeString(markdown.replace(LINK_END, '').replace(COMMAND, '$1'))
    .replace(MARKS, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
