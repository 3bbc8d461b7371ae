import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {type Fixture, parseFixture} from './fixture.ts';

/** The folder of the rules, with a slash at its end. */
export const rulesFolder: string = fileURLToPath(new URL('../../src/lint/rules/', import.meta.url));

/** A fixture with the file that holds it. */
export interface FixtureFile extends Fixture {
  /** From the folder of the rules: `citation/add-refs.fixture.md`. */
  readonly path: string;
}

/** Every rule's fixture, sorted by path. */
export function readFixtures(): readonly FixtureFile[] {
  return readdirSync(rulesFolder, {recursive: true, encoding: 'utf8'})
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.fixture.md'))
    .sort()
    .map(path => ({path, ...parseFixture(path, readFileSync(rulesFolder + path, 'utf8'))}));
}
