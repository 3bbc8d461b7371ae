/**
 * The first half of `npm run build`: `dist/` from nothing, with the bundle and the notices of what is in it. The types come
 * from `tsc`, the second half.
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundle, COMMAND} from './bundle.ts';
import {composeNotices} from './notices.ts';

const {files, packages} = await bundle();
const notices = composeNotices(packages);

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
rmSync(dist, {recursive: true, force: true});
for (const {path, bytes} of files) {
  mkdirSync(dirname(dist + path), {recursive: true});
  // npx starts the command of a clone as it is; npm makes it a program only once.
  writeFileSync(dist + path, bytes, {mode: path === COMMAND ? 0o755 : 0o644});
}
writeFileSync(`${dist}THIRD-PARTY-NOTICES.txt`, notices);
