import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The folder of opcit's own package, absolute: two above this file in `src/host/`, and two above what the bundle makes of it. */
export function packageFolder(): string {
  return fileURLToPath(new URL('../../', import.meta.url));
}

/** The version in opcit's own `package.json`. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}
