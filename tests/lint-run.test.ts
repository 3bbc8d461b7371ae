import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fingerprintDiagnostics} from '../src/lint/fingerprint.ts';
import {findNumberFaults} from '../src/lint/number-run.ts';
import {defineRule, type Rule} from '../src/lint/rule.ts';
import {rules} from '../src/lint/rules/index.ts';
import {runRules} from '../src/lint/run.ts';
import type {Diagnostic, Severity} from '../src/text/diagnostic.ts';
import {plainProfile, readSubject, textsOf} from './helpers/fixture-subject.ts';

const TWO_PLACEHOLDERS = `1. The claim.[^1] The reply.[^2]

[^1]: add refs

[^2]: add refs
`;

describe('the profile', () => {
  const severities = (word: Severity | 'off') => {
    const profile = {...plainProfile, rules: {'add-refs': word}};
    return runRules(readSubject(textsOf(TWO_PLACEHOLDERS, ''), profile), rules).diagnostics.map(
      ({severity, code}) => `${severity} ${code}`,
    );
  };

  test('lowers a rule', () => {
    expect(severities('info')).toEqual(['info add-refs', 'info add-refs']);
  });

  test('switches a rule off', () => {
    expect(severities('off')).toEqual([]);
  });

  test('that switches a rule off does not make its comments unused', () => {
    const commented = TWO_PLACEHOLDERS.replace('[^2]:', '<!-- opcit-ignore add-refs: agreed -->\n\n[^2]:');
    const profile = {...plainProfile, rules: {'add-refs': 'off'}} as const;
    expect(runRules(readSubject(textsOf(commented, ''), profile), rules)).toEqual({
      diagnostics: [],
      suppressed: 0,
    });
  });
});

describe('an ignore comment', () => {
  const lint = (manuscript: string) => {
    const {diagnostics, suppressed} = runRules(readSubject(textsOf(manuscript, '')), rules);
    return {found: diagnostics.map(({code, span}) => `${code} ${span.start}`), suppressed};
  };

  test('silences its code in the block below and nowhere else', () => {
    const text = TWO_PLACEHOLDERS.replace('[^2]:', '<!-- opcit-ignore add-refs: agreed -->\n\n[^2]:');
    expect(lint(text)).toEqual({found: [`add-refs ${text.indexOf('add refs')}`], suppressed: 1});
  });

  test('silences no other code', () => {
    const text = TWO_PLACEHOLDERS.replace('[^2]:', '<!-- opcit-ignore note-empty: agreed -->\n\n[^2]:');
    expect(lint(text)).toEqual({
      found: [
        `add-refs ${text.indexOf('add refs')}`,
        `ignore-unused ${text.indexOf('<!--')}`,
        `add-refs ${text.lastIndexOf('add refs')}`,
      ],
      suppressed: 0,
    });
  });

  test('reaches all that belongs to a numbered paragraph', () => {
    const text = `1. The first paragraph.

<!-- opcit-ignore reference-to-nothing: the annex has this box -->

2. The second.

Under it, see box 7.

3. The third, see box 8.
`;
    expect(lint(text)).toEqual({
      found: [`reference-to-nothing ${text.indexOf('8')}`],
      suppressed: 1,
    });
  });

  test('stands with others above one block', () => {
    const text = `1. The first paragraph.

<!-- opcit-ignore paragraph-number-skipped: the second was withdrawn -->
<!-- opcit-ignore reference-to-nothing: the annex has this box -->

3. The third, see box 7.
`;
    expect(lint(text)).toEqual({found: [], suppressed: 2});
  });
});

test('a rule that says the same twice is heard once, and all in the order of the text', () => {
  const talkative: Rule = defineRule({
    code: 'talkative',
    group: 'consistency',
    severity: 'info',
    fixes: 'none',
    docs: {what: 'x', why: 'x', instead: 'x'},
    *check() {
      for (const start of [9, 3, 9])
        yield {span: {start, end: start + 1}, message: 'Unexpected x, expected y'};
    },
  });
  const {diagnostics} = runRules(readSubject(textsOf(TWO_PLACEHOLDERS, '')), [talkative]);
  expect(diagnostics.map(({span}) => span.start)).toEqual([3, 9]);
});

describe('fingerprints', () => {
  const lintText = (text: string): readonly Diagnostic[] =>
    runRules(readSubject(textsOf(text, '')), rules).diagnostics.filter(({code}) => code === 'add-refs');
  const printsOf = (text: string) => fingerprintDiagnostics(text, lintText(text));

  test('tell equal findings in equal blocks apart', () => {
    const [one, other] = printsOf(TWO_PLACEHOLDERS);
    expect(one).toMatch(/^[0-9a-f]{16}$/u);
    expect(other).toMatch(/^[0-9a-f]{16}$/u);
    expect(one).not.toBe(other);
  });

  test('survive edits elsewhere, new numbers, layout and capitals', () => {
    const before = printsOf('1. The claim.[^1]\n\n[^1]: add refs\n');
    expect(printsOf('1. A new paragraph.\n\n2. The claim, changed.[^5]\n\n[^5]:   Add  refs\n')).toEqual(
      before,
    );
    expect(printsOf('1. The claim.[^1]\r\n\r\n[^1]: add refs\r\n')).toEqual(before);
  });

  test('change with the words that are marked', () => {
    const before = printsOf('1. The claim.[^1]\n\n[^1]: add refs\n');
    expect(printsOf('1. The claim.[^1]\n\n[^1]: add references\n')).not.toEqual(before);
  });

  test('do not depend on the order in which findings are given', () => {
    const found = lintText(TWO_PLACEHOLDERS);
    const forwards = fingerprintDiagnostics(TWO_PLACEHOLDERS, found);
    expect(fingerprintDiagnostics(TWO_PLACEHOLDERS, found.toReversed())).toEqual(forwards.toReversed());
  });
});

describe('a run of numbers', () => {
  test.each([
    [[1, 2, 3], []],
    [[1, 2, 4, 5], ['skipped 4 for 3']],
    [[2, 3], ['skipped 2 for 1']],
    [[1, 2, 3, 3, 4], ['repeated 3']],
    [[1, 2, 2, 4], ['repeated 2 for 3']],
    [[1, 2, 9, 4], ['skipped 9 for 3']],
    [[1, 2, 4, 4, 5], ['repeated 4 for 3']],
    [[2, 2, 3], ['repeated 2 for 1']],
    [[1, 4, 2, 3], ['moved 4']],
    [[1, 4, 5, 2, 3], ['moved 4']],
    [[1, 2, 3, 1, 2, 3, 4], ['repeated 1']],
    [
      [1, 2, 3, 4, 5, 5, 7, 9],
      ['repeated 5 for 6', 'skipped 9 for 8'],
    ],
    [[1, 999_999_999], ['skipped 999999999 for 2']],
  ])('%j', (typed, faults) => {
    const told = findNumberFaults(typed).map(({kind, index, expected}) =>
      expected === undefined ? `${kind} ${typed[index]}` : `${kind} ${typed[index]} for ${expected}`,
    );
    expect(told).toEqual(faults);
  });

  test('numbers that exist elsewhere are not missing', () => {
    expect(findNumberFaults([1, 2, 4], new Set([3]))).toEqual([]);
  });

  test('is faultless only when it counts from 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 12}), {maxLength: 12}), typed => {
        const counts = typed.every((number, index) => number === index + 1);
        expect(findNumberFaults(typed).length === 0).toBe(counts);
      }),
    );
  });

  test('one slip is one fault', () => {
    fc.assert(
      fc.property(fc.integer({min: 3, max: 30}), fc.nat(), fc.nat({max: 60}), (length, place, number) => {
        const typed = Array.from({length}, (_, index) => index + 1);
        typed[place % length] = number + 1;
        expect(findNumberFaults(typed).length).toBeLessThanOrEqual(1);
      }),
      {numRuns: 1000},
    );
  });
});
