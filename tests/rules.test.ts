import {writeFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {isLeftByBrokenEntry} from '../src/lint/broken-entry.ts';
import {faultsOf} from '../src/lint/cite-fault.ts';
import type {Rule} from '../src/lint/rule.ts';
import {rules} from '../src/lint/rules/index.ts';
import {runRules} from '../src/lint/run.ts';
import type {Diagnostic} from '../src/text/diagnostic.ts';
import {overlaps} from '../src/text/span.ts';
import {deepFreeze} from './helpers/deep-freeze.ts';
import {type BlockChange, blockOf, changeBlocks, type FixtureCase} from './helpers/fixture.ts';
import {readFixtures, rulesFolder} from './helpers/fixture-files.ts';
import {applyFixes, formatReport} from './helpers/fixture-report.ts';
import {readSubject, type Texts, textsOf} from './helpers/fixture-subject.ts';

/** With ACCEPT=1 the report and fixed blocks are rewritten; the difference is then read like code. */
const isAccepting = process.env['ACCEPT'] === '1';

const fixtures = readFixtures();

const CITE_FAULTS: ReadonlySet<string> = new Set([
  'add-refs',
  'op-cit-without-antecedent',
  'op-cit-before-full-citation',
  'op-cit-ambiguous',
  'op-cit-year-differs',
  'ibid-without-antecedent',
  'ibid-ambiguous',
  'note-pointer-wrong',
  'unknown-work',
  'unknown-key',
  'reference-differs',
]);

for (const rule of rules) {
  const fixture = fixtures.find(({path}) => path === `${rule.group}/${rule.code}.fixture.md`);

  describe(rule.code, () => {
    test('has a fixture of its own name', () => {
      expect(fixture?.code).toBe(rule.code);
    });
    if (fixture === undefined) return;

    const outcomes = fixture.cases.map(one => judge(one, rule));
    if (isAccepting) {
      const changes = outcomes.flatMap(outcome => changesFor(outcome));
      writeFileSync(rulesFolder + fixture.path, changeBlocks(fixture, changes));
      return;
    }

    test('has a faulty case and a clean one', () => {
      expect(outcomes.some(({own}) => own.length > 0)).toBe(true);
      expect(outcomes.some(({own}) => own.length === 0)).toBe(true);
    });

    test('offers a fix somewhere if it says so, and none if it says so', () => {
      const offered = outcomes.flatMap(({own}) => own.flatMap(({fix}) => fix?.applicability ?? []));
      expect([...new Set(offered)]).toEqual(rule.fixes === 'none' ? [] : [rule.fixes]);
    });

    for (const outcome of outcomes) {
      test(outcome.one.title, () => {
        expect(formatReport(outcome.own, outcome.texts)).toBe(blockOf(outcome.one, 'text', 'report') ?? '');
        expectSoundSpans(outcome.own, outcome.texts);
        expectSoundFixes(outcome, rule);
        expectOneFindingForEachCite(outcome);
      });
    }

    test('is silent on an empty manuscript', () => {
      expect(lintWith(textsOf('', '')).filter(({code}) => code === rule.code)).toEqual([]);
    });
  });
}

test('every code and every fixture is one rule’s', () => {
  const codes = rules.map(({code}) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(fixtures.map(({path}) => path).sort()).toEqual(
    rules.map(({group, code}) => `${group}/${code}.fixture.md`).sort(),
  );
});

test('messages follow one grammar', () => {
  const said = fixtures.flatMap(({cases}) => cases.flatMap(one => lintCase(one).diagnostics));
  expect(said.length).toBeGreaterThan(rules.length);
  for (const {message} of said) {
    expect(message).toMatch(/^Unexpected .+, expected .+[^.]$/u);
  }
});

interface Outcome {
  readonly one: FixtureCase;
  readonly texts: Texts;
  /** What all rules say. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the fixture's rule says. */
  readonly own: readonly Diagnostic[];
}

function judge(one: FixtureCase, rule: Rule): Outcome {
  const {texts, diagnostics} = lintCase(one);
  return {one, texts, diagnostics, own: diagnostics.filter(({code}) => code === rule.code)};
}

function lintCase(one: FixtureCase): {readonly texts: Texts; readonly diagnostics: readonly Diagnostic[]} {
  const texts = textsOf(
    blockOf(one, 'markdown', 'manuscript') ?? '',
    blockOf(one, 'bibtex', 'bibliography') ?? '',
  );
  return {texts, diagnostics: lintWith(texts)};
}

/** The subject is frozen: a rule that changes it throws. */
function lintWith(texts: Texts): readonly Diagnostic[] {
  return runRules(deepFreeze(readSubject(texts)), rules).diagnostics;
}

function changesFor({one, texts, own}: Outcome): readonly BlockChange[] {
  const fixed = applyFixes(own, texts);
  const changed = (name: keyof Texts) => (fixed[name] === texts[name].text ? undefined : fixed[name]);
  const report = formatReport(own, texts);
  return [
    {case: one, language: 'text', kind: 'report', content: report === '' ? undefined : report},
    {case: one, language: 'markdown', kind: 'fixed', content: changed('manuscript')},
    {case: one, language: 'bibtex', kind: 'fixed', content: changed('bibliography')},
  ];
}

function expectSoundSpans(diagnostics: readonly Diagnostic[], texts: Texts): void {
  const textAt = (path: string) =>
    [texts.manuscript, texts.bibliography].find(source => source.path === path)?.text;
  for (const {path, span, related = []} of diagnostics) {
    for (const place of [{path, span}, ...related]) {
      expect(textAt(place.path)?.slice(place.span.start, place.span.end)).toMatch(/\S/u);
    }
  }
}

function expectSoundFixes({one, own, texts}: Outcome, rule: Rule): void {
  const fixed = applyFixes(own, texts);
  expect(fixed.manuscript, 'edits of the manuscript overlap').toBeDefined();
  expect(fixed.bibliography, 'edits of the bibliography overlap').toBeDefined();
  expect(fixed.manuscript).toBe(blockOf(one, 'markdown', 'fixed') ?? texts.manuscript.text);
  expect(fixed.bibliography).toBe(blockOf(one, 'bibtex', 'fixed') ?? texts.bibliography.text);

  const again = textsOf(fixed.manuscript ?? '', fixed.bibliography ?? '');
  const left = lintWith(again).filter(({code}) => code === rule.code);
  expect(applyFixes(left, again), 'a second round of fixes changes something').toEqual(fixed);
}

/** One cause, one message: no cite that is not settled is reported twice or not at all. Comments are not obeyed here. */
function expectOneFindingForEachCite({texts}: Outcome): void {
  const subject = readSubject(texts);
  const {diagnostics} = runRules({...subject, manuscript: {...subject.manuscript, ignores: []}}, rules);
  const about = diagnostics.filter(({code}) => CITE_FAULTS.has(code));
  const faults = faultsOf(subject.citations);
  for (const [index, resolution] of subject.citations.resolutions.entries()) {
    const {status, cite} = resolution;
    if (status === 'resolved') continue;
    const codes = about.filter(finding => overlaps(finding.span, cite.span)).map(({code}) => code);
    // Only a number that a missing note leaves open has its finding elsewhere, at that note's call.
    const fault = faults[index];
    // An entry that cannot be read whole has its finding in the bibliography, and its twins none.
    if (
      status === 'ambiguous' &&
      fault === 'op-cit-ambiguous' &&
      isLeftByBrokenEntry(subject, resolution.candidates)
    ) {
      expect(diagnostics.map(({code}) => code)).toContain('bib-syntax');
      expect(codes, cite.text).toEqual([]);
      continue;
    }
    expect(codes, cite.text).toEqual(fault === undefined ? [] : [fault]);
    if (fault === undefined)
      expect(subject.citations.resolutions[index]).toMatchObject({reason: 'number-open'});
  }
}
