import type {CslItem} from '../bibliography/csl-item.ts';
import type {Entry} from '../bibliography/types.ts';
import {foldLetters, wordsOf} from '../text/words.ts';
import type {Cite} from './types.ts';
import {
  accessedApart,
  accessedWords,
  commonWords,
  ibidWords,
  idemWords,
  infraWords,
  locCitWords,
  nameConnectors,
  nameRoles,
  noteWords,
  opCitWords,
  supraWords,
} from './vocabulary.ts';

/** What an entry says, as words to compare. */
export interface Said {
  readonly words: ReadonlySet<string>;
  /** The first letters of given names. */
  readonly initials: ReadonlySet<string>;
  /** The capitals of names of bodies, series and publishers: "iied". */
  readonly acronyms: ReadonlySet<string>;
}

/**
 * Words of a typed reference that its entry does not say, and that would be lost if a style wrote the work from the entry:
 * "2nd edn", a publisher, "translated by". Words that say nothing of the work (*op cit*, "and", "in", "vol") are left out,
 * and so are initials of a name that the entry has in full.
 *
 * @param typed the reference without its locator, as plain text
 * @param cite a short form has words and a note number of its own, which a style writes anew
 * @returns as typed, in order
 */
export function unsaidWords(
  typed: string,
  said: Said,
  {form, pointer}: Pick<Cite, 'form' | 'pointer'>,
): readonly string[] {
  return wordsOf(typed).flatMap(({text, folded}) => {
    const isOfForm = WORDS_OF_FORMS.has(folded) || folded === String(pointer?.value);
    const isIdle = IDLE.has(folded) || (form !== 'full' && isOfForm);
    return isIdle || said.words.has(plainNumber(folded)) || isInitials(text, said) ? [] : [text];
  });
}

/** Words that may go: a style writes its own where it needs them. */
const IDLE: ReadonlySet<string> = new Set([
  ...commonWords,
  ...nameConnectors,
  ...nameRoles,
  ...['al', 'others', 'volume', 'issue', 'number', 'nr', 'pages', 'page', 'edn', 'edition', 'available'],
  ...['https', 'http', 'www', 'doi', 'url'],
  // The day behind them is held against the entry
  ...[...accessedWords, ...accessedApart].flatMap(words => wordsOf(words).map(({folded}) => folded)),
]);

const WORDS_OF_FORMS: ReadonlySet<string> = new Set(
  [ibidWords, idemWords, opCitWords, locCitWords, supraWords, infraWords, noteWords]
    .flat()
    .flatMap(words => wordsOf(words).map(({folded}) => folded)),
);

/** Fields that no style prints, and opcit's own. */
const UNPRINTED: ReadonlySet<string> = new Set([
  'abstract',
  'keyword',
  'id',
  'type',
  'citation-key',
  'citation-label',
  'language',
]);

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * Reads what an entry says.
 *
 * @param item the same entry as a processor is given it: nothing else can be printed
 */
export function saidBy(entry: Entry, item: CslItem | undefined): Said {
  const values = Object.entries(item ?? {}).flatMap(([name, value]) =>
    UNPRINTED.has(name) ? [] : textsIn(value).map(text => text.replace(MARKS, '')),
  );
  const names = entry.names.flatMap(name => (name.kind === 'person' ? (name.given ?? '') : []));
  return {
    words: new Set(values.flatMap(value => wordsOf(value).map(({folded}) => plainNumber(folded)))),
    initials: new Set(
      [...names, ...givenNamesIn(item)].flatMap(name => wordsOf(name).map(({folded}) => folded.charAt(0))),
    ),
    acronyms: new Set([...values.map(acronymOf), ...values.map(initialsOf)]),
  };
}

// "<i>Homo sapiens</i>", "<span class=\"nocase\">DFID</span>"
const MARKS = /<[^<>]*>/gu;

/** Every text and number in a value of CSL-JSON; of a date its month by name too. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const dates = 'date-parts' in value && Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  const months = dates.flatMap(date => (Array.isArray(date) ? (MONTHS[Number(date[1]) - 1] ?? []) : []));
  return [...Object.values(value).flatMap(textsIn), ...months];
}

function givenNamesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(givenNamesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'given' && typeof inner === 'string' ? [inner] : givenNamesIn(inner),
  );
}

// "C", "NA", "AY"
const INITIALS = /^\p{Lu}{1,3}$/u;

function isInitials(text: string, {initials, acronyms}: Said): boolean {
  const letters = [...foldLetters(text)];
  if (INITIALS.test(text) && letters.every(letter => initials.has(letter))) return true;
  return /^\p{Lu}{3,10}$/u.test(text) && acronyms.has(letters.join(''));
}

/** "International Institute for Environment and Development" as "iied". */
function acronymOf(text: string): string {
  return wordsOf(text)
    .filter(word => /^\p{Lu}/u.test(word.text))
    .map(({folded}) => folded.charAt(0))
    .join('');
}

/** "Department for International Development" as "dfid". */
function initialsOf(text: string): string {
  return wordsOf(text)
    .map(({folded}) => folded.charAt(0))
    .join('');
}

// "2nd", "2003a"
const NUMBER_WITH_LETTERS = /^(?<number>\d{1,3})(?:st|nd|rd|th)$|^(?<year>\d{4})[a-z]$/u;

function plainNumber(folded: string): string {
  const groups = NUMBER_WITH_LETTERS.exec(folded)?.groups;
  return groups?.['number'] ?? groups?.['year'] ?? folded;
}
