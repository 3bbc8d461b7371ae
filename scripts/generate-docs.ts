/** Writes the pages that come from the code: `npm run docs`. A test compares them with what this would write. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {rules} from '../src/lint/rules/index.ts';
import {readFixtures, rulesFolder} from '../tests/helpers/fixture-files.ts';
import {composeRuleDocs} from './rule-docs.ts';

for (const {path, text} of composeRuleDocs(rules, readFixtures())) {
  const file = rulesFolder + path;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  writeFileSync(file, text);
  console.log(`wrote src/lint/rules/${path}`);
}
