/** Writes a new rule, its fixture and its lines in the list: `npm run new-rule citation/some-fault`. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {addToRuleList, composeFixture, composeRule, readRuleName} from './rule-template.ts';

const rulesFolder = fileURLToPath(new URL('../src/lint/rules/', import.meta.url));

const name = readRuleName(process.argv[2]);
if (name === undefined) {
  fail(
    'say which rule: npm run new-rule <citation|bibliography|numbering|format|consistency|opcit>/<some-fault>',
  );
} else {
  const file = `${rulesFolder}${name.group}/${name.code}`;
  const list = `${rulesFolder}index.ts`;
  if (existsSync(`${file}.ts`)) {
    fail(`src/lint/rules/${name.group}/${name.code}.ts exists already`);
  } else {
    writeFileSync(`${file}.ts`, composeRule(name));
    writeFileSync(`${file}.fixture.md`, composeFixture(name));
    writeFileSync(list, addToRuleList(readFileSync(list, 'utf8'), name));
    console.log(`src/lint/rules/${name.group}/${name.code}.ts          say what it finds
src/lint/rules/${name.group}/${name.code}.fixture.md  write its cases, then ACCEPT=1 npm test
src/lint/rules/index.ts          the rule is in the list; npm run docs writes its page`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
