/**
 * The first half of `npm run build`: `dist/` from nothing, with the bundle and the notices of what is in it. The types come
 * from `tsc`, the second half.
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundle} from './bundle.ts';
import {composeNotices} from './notices.ts';

const {files, packages} = await bundle();
const notices = composeNotices(packages);

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
rmSync(dist, {recursive: true, force: true});
for (const {path, bytes} of files) {
  mkdirSync(dirname(dist + path), {recursive: true});
  writeFileSync(dist + path, bytes);
}
writeFileSync(`${dist}THIRD-PARTY-NOTICES.txt`, notices);
