import {createHash} from 'node:crypto';
import type {Publication} from '../../src/publication/types.ts';

/**
 * A publication as JSON: a value that holds no other on one line, the bytes of a figure as their hash, the profile as its id.
 */
export function printPublication(publication: Publication): string {
  return `${print({...publication, profile: publication.profile.id}, '')}\n`;
}

function print(value: unknown, margin: string): string {
  if (value instanceof Uint8Array) return JSON.stringify(summarise(value));
  if (typeof value !== 'object' || value === null) return spellOut(JSON.stringify(value));
  const parts = Array.isArray(value)
    ? value.map(part => ['', part] as const)
    : Object.entries(value).flatMap(([key, part]) =>
        part === undefined ? [] : [[`${JSON.stringify(key)}: `, part] as const],
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const isLeaf = parts.every(([, part]) => typeof part !== 'object' || part === null || isEmpty(part));
  if (isLeaf) return `${open}${parts.map(([key, part]) => key + print(part, '')).join(', ')}${close}`;
  const inner = `${margin}  `;
  const lines = parts.map(([key, part]) => `${inner}${key}${print(part, inner)}`);
  return `${open}\n${lines.join(',\n')}\n${margin}${close}`;
}

/** Characters that nobody sees are spelt out, which changes no value. */
function spellOut(json: string): string {
  return json.replace(UNSEEN, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// A no-break space, a soft hyphen, a direction mark
const UNSEEN = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]/gu;

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function summarise(bytes: Uint8Array): string {
  return `${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`;
}
