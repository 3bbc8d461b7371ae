import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {composeRuleDocs} from '../scripts/rule-docs.ts';
import {addToRuleList, composeFixture, composeRule, readRuleName} from '../scripts/rule-template.ts';
import {explainRule} from '../src/lint/explain.ts';
import {rules} from '../src/lint/rules/index.ts';
import {parseFixture} from './helpers/fixture.ts';
import {readFixtures, rulesFolder} from './helpers/fixture-files.ts';

describe('generated pages', () => {
  const generated = composeRuleDocs(rules, readFixtures());

  test.each(generated.map(({path, text}) => [path, text]))('%s is fresh (npm run docs)', (path, text) => {
    expect(readFileSync(rulesFolder + path, 'utf8')).toBe(text);
  });

  test('no page outlives its rule', () => {
    const pages = readdirSync(rulesFolder, {recursive: true, encoding: 'utf8'})
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => path.endsWith('.md') && !path.endsWith('.fixture.md'));
    const expected = generated.map(({path}) => path).filter(path => path.endsWith('.md'));
    expect(pages.sort()).toEqual([...expected].sort());
  });

  test('every rule is explained by an example it reports and one it does not', () => {
    for (const rule of rules) {
      const {bad, good} = explainRule(rule);
      expect(bad?.report, rule.code).toContain(rule.code);
      expect(good?.report, rule.code).toBe('');
    }
  });

  test('docs are sentences', () => {
    for (const {code, docs} of rules) {
      for (const text of Object.values(docs)) expect(text, code).toMatch(/^\S.*[.!?]["”)*`]?$/u);
    }
  });
});

describe('a new rule', () => {
  const list = `import type {Rule} from '../rule.ts';
import {addRefs} from './citation/add-refs.ts';
import {noteEmpty} from './numbering/note-empty.ts';
import {noteNested} from './numbering/note-nested.ts';
import {ignoreUnused} from './opcit/ignore-unused.ts';

export const rules: readonly Rule[] = [
  addRefs,
  noteEmpty,
  noteNested,
  ignoreUnused,
];
`;

  test('takes its place in the list', () => {
    const lines = addToRuleList(list, {group: 'numbering', code: 'note-lonely'}).split('\n');
    expect(lines.slice(2, 5)).toEqual([
      "import {noteEmpty} from './numbering/note-empty.ts';",
      "import {noteLonely} from './numbering/note-lonely.ts';",
      "import {noteNested} from './numbering/note-nested.ts';",
    ]);
    expect(lines.slice(-6)).toEqual([
      '  noteEmpty,',
      '  noteNested,',
      '  noteLonely,',
      '  ignoreUnused,',
      '];',
      '',
    ]);
  });

  test('of a group without rules comes last', () => {
    const lines = addToRuleList(list, {group: 'format', code: 'missing-date'}).split('\n');
    expect(lines[2]).toBe("import {missingDate} from './format/missing-date.ts';");
    expect(lines.slice(-4)).toEqual(['  ignoreUnused,', '  missingDate,', '];', '']);
  });

  test('can be added to the list as it is', () => {
    const real = readFileSync(`${rulesFolder}index.ts`, 'utf8');
    const longer = addToRuleList(real, {group: 'citation', code: 'fault-of-no-rule'});
    expect(longer.split('\n').filter(line => !real.split('\n').includes(line))).toEqual([
      "import {faultOfNoRule} from './citation/fault-of-no-rule.ts';",
      '  faultOfNoRule,',
    ]);
  });

  test('has a rule and a fixture that can be read', () => {
    const name = readRuleName('citation/some-fault');
    expect(name).toEqual({group: 'citation', code: 'some-fault'});
    if (name === undefined) return;
    expect(composeRule(name)).toContain('export const someFault: Rule');
    expect(parseFixture('some-fault.fixture.md', composeFixture(name)).cases).toHaveLength(2);
  });

  test.each([undefined, 'some-fault', 'nowhere/some-fault', 'citation/Some_Fault', 'citation/../x'])(
    'is not called %s',
    typed => {
      expect(readRuleName(typed)).toBeUndefined();
    },
  );
});
