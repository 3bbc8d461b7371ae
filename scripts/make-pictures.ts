/**
 * `npm run pictures`: the pictures of the README, from the worked example as it is. The findings are drawn here; the page
 * is taken from the draft PDF by poppler's pdftoppm, so run `npm run submission` first.
 */
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {drawFindings} from './findings-picture.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'manuscript/migration-and-development.md';
/** The page with the first notes, one of which is an open finding. */
const PAGE = '2';

writeFileSync(`${ROOT}scripts/pictures/findings.svg`, await drawFindings(ROOT, EXAMPLE));
const taken = spawnSync(
  'pdftoppm',
  [
    '-f',
    PAGE,
    '-l',
    PAGE,
    '-r',
    '80',
    '-png',
    '-singlefile',
    'output/migration-and-development.pdf',
    'scripts/pictures/page',
  ],
  {cwd: ROOT, stdio: 'inherit'},
);
if (taken.status !== 0) {
  process.stderr.write(
    'pictures: the page could not be taken; is poppler-utils installed, and output/ built?\n',
  );
  process.exitCode = 1;
}
