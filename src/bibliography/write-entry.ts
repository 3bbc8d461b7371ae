import type {Name} from './types.ts';

/** An entry to write. */
export interface NewEntry {
  readonly type: string;
  readonly key: string;
  readonly names: readonly Name[];
  readonly hasOthers: boolean;
  readonly areEditors: boolean;
  /** Editors of the book that holds the work. */
  readonly holderEditors: readonly Name[];
  readonly translators: readonly Name[];
  /** Names of fields and their values as plain text, in the order in which they are written. */
  readonly fields: readonly (readonly [string, string])[];
  /** Lines for the author, written before the entry. */
  readonly comments: readonly string[];
}

/**
 * An entry as BibTeX, its comments before it. A body stands in braces of its own, as BibTeX would part its name at "and"; signs
 * that mean something to TeX are escaped, so that reading the entry gives back the plain text.
 */
export function writeEntry(entry: NewEntry): string {
  const {type, key, names, hasOthers, areEditors, holderEditors, translators, fields, comments} = entry;
  const list = [...names.map(writeName), ...(hasOthers ? ['others'] : [])].join(' and ');
  const editors = holderEditors.map(writeName).join(' and ');
  const people: readonly (readonly [string, string])[] = [
    [areEditors ? 'editor' : 'author', list],
    ['editor', editors],
    ['translator', translators.map(writeName).join(' and ')],
  ];
  const written = [
    ...people.filter(([, value]) => value !== ''),
    ...fields.map(([name, value]): readonly [string, string] => [name, writeValue(name, value)]),
  ];
  const width = Math.max(0, ...written.map(([name]) => name.length));
  return [
    ...comments.map(writeComment),
    `@${type}{${key},`,
    written.map(([name, value]) => `  ${name.padEnd(width)} = {${value}}`).join(',\n'),
    '}\n',
  ].join('\n');
}

/** A line that no reader of BibTeX takes for an entry. */
export function writeComment(comment: string): string {
  return `% ${comment.replace(/\s+/gu, ' ').replaceAll('@', '(at)')}`;
}

/** Fields that hold the name of a body. */
const BODY_FIELDS: ReadonlySet<string> = new Set(['institution', 'publisher', 'school', 'organization']);
/** Fields whose values are addresses, taken as they are. */
const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['url', 'doi']);

function writeValue(name: string, value: string): string {
  if (ADDRESS_FIELDS.has(name)) return value.replace(/[{}\\]/gu, '');
  return BODY_FIELDS.has(name) ? `{${escapeTex(value)}}` : escapeTex(value);
}

function writeName(name: Name): string {
  if (name.kind === 'body') return `{${escapeTex(name.literal)}}`;
  // Without a given name a second word would be read as one, so braces hold the two together; a particle is known as such.
  if (name.given === undefined)
    return /^\p{Lu}.*\s/u.test(name.family) ? `{${escapeTex(name.family)}}` : escapeTex(name.family);
  return `${escapeTex(name.family)}, ${escapeTex(name.given)}`;
}

// What TeX takes for a command: "&", "%", "$", "#", "_", and what no plain text can hold: braces and backslashes.
const SPECIAL = /[&%$#_]/gu;
const UNWRITABLE = /[{}\\]/gu;

function escapeTex(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replace(SPECIAL, '\\$&')
    .replaceAll('~', ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
