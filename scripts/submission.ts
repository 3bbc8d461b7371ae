/**
 * `npm run submission`: the worked example from end to end. Prints its findings as an author sees them, then writes the
 * draft DOCX and PDF into `output/`. Findings are expected and are no failure; anything else is.
 */
import {fileURLToPath} from 'node:url';
import {processOutside} from '../src/cli/outside.ts';
import {run} from '../src/cli/run.ts';

const EXAMPLE = 'manuscript/migration-and-development.md';

const outside = {...processOutside(), cwd: fileURLToPath(new URL('..', import.meta.url))};

const linted = await run(['lint', EXAMPLE], outside);
if (linted === 2) {
  process.exitCode = 1;
} else {
  outside.stdout.write('\nThe example keeps its faults on purpose. Building it all the same, as a draft:\n');
  const built = await run(['build', '--draft', '--to', 'docx,pdf', EXAMPLE], outside);
  process.exitCode = built === 0 ? 0 : 1;
}
