import {familyForms, initialsOf} from '../bibliography/names.ts';
import type {Bibliography, Entry, Name} from '../bibliography/types.ts';
import {type Word, wordsOf} from '../text/words.ts';
import {commonWords} from './vocabulary.ts';

/** An entry with its names and titles taken apart for comparing. */
export interface IndexedEntry {
  readonly entry: Entry;
  readonly names: readonly IndexedName[];
  readonly title: readonly string[];
  /** How many words of the title stand before its first colon, question mark or full stop. */
  readonly mainTitleLength: number;
  readonly shortTitle: readonly string[];
  readonly container: readonly string[];
  /**
   * What the work is called beside its title, each as folded words: its number as a paper of Parliament or a command paper,
   * "HC 218-I", and the short names that the manuscript gives it, "hereinafter Dust Report".
   */
  readonly shortNames: readonly (readonly string[])[];
  /** The words of what the entry says beside names, title and year: publisher, place, series, editors. */
  otherWords(): ReadonlySet<string>;
}

export interface IndexedName {
  readonly name: Name;
  /** The ways in which the family name or body may be written, each as folded words; longest first. */
  readonly forms: readonly (readonly string[])[];
  readonly given: readonly string[];
  readonly initials: readonly string[];
}

/** The entries of a bibliography by the words that can tell them apart. */
export interface EntryIndex {
  readonly bibliography: Bibliography;
  readonly entries: readonly IndexedEntry[];
  get(key: string): IndexedEntry | undefined;
  /** The entries that share a name or a telling word of a title with these words, in the order of the bibliography. */
  lookup(words: readonly Word[]): readonly IndexedEntry[];
}

// Where a main title ends: the first of these with white space after it.
const TITLE_BREAK = /[:?!.–—]\s/u;

/** Takes every entry apart once. */
export function indexEntries(bibliography: Bibliography): EntryIndex {
  return indexOf(bibliography, [...bibliography.byKey.values()].map(indexEntry));
}

/** The same index where some works have short names that the manuscript gives them, by key. */
export function withShortNames(
  {bibliography, entries}: EntryIndex,
  names: ReadonlyMap<string, readonly (readonly string[])[]>,
): EntryIndex {
  const named = entries.map(indexed => {
    const shortNames = names.get(indexed.entry.key);
    return shortNames === undefined
      ? indexed
      : {...indexed, shortNames: [...indexed.shortNames, ...shortNames]};
  });
  return indexOf(bibliography, named);
}

function indexOf(bibliography: Bibliography, entries: readonly IndexedEntry[]): EntryIndex {
  const byKey = new Map(entries.map(indexed => [indexed.entry.key, indexed]));
  const byWord = new Map<string, number[]>();
  entries.forEach((indexed, order) => {
    for (const word of tellingWords(indexed)) {
      const orders = byWord.get(word);
      if (orders === undefined) byWord.set(word, [order]);
      else orders.push(order);
    }
  });
  return {
    bibliography,
    entries,
    get: key => byKey.get(key),
    lookup(words) {
      const orders = new Set<number>();
      for (const {folded} of words) for (const order of byWord.get(folded) ?? []) orders.add(order);
      return [...orders].sort((one, other) => one - other).flatMap(order => entries[order] ?? []);
    },
  };
}

function indexEntry(entry: Entry): IndexedEntry {
  const title = entry.title ?? '';
  const main = title.split(TITLE_BREAK)[0] ?? title;
  return {
    entry,
    names: entry.names.map(name => ({
      name,
      forms: familyForms(name)
        .map(foldedWords)
        .filter(form => form.length > 0)
        .sort((one, other) => other.length - one.length),
      given: name.kind === 'person' ? foldedWords(name.given ?? '') : [],
      initials: name.kind === 'person' ? initialsOf(name.given ?? '') : [],
    })),
    title: foldedWords(title),
    mainTitleLength: foldedWords(main).length,
    shortTitle: foldedWords(entry.shortTitle ?? ''),
    container: foldedWords(entry.container ?? ''),
    shortNames: paperNumbersOf(entry),
    otherWords: remembered(() => otherWordsOf(entry)),
  };
}

// "HC 218-I", "Cm 4018", "HL Paper 12"
const PAPER_NUMBER = /^(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP|COM)\.?\s\(?\d/u;

function paperNumbersOf({number, fields}: Entry): readonly (readonly string[])[] {
  const typed = [number ?? '', (fields.get('note')?.raw ?? '').replace(/[{}"]/gu, '').trim()];
  return typed.filter(text => PAPER_NUMBER.test(text)).map(foldedWords);
}

/** Fields that a full citation repeats, and that are neither names, title nor year. */
const OTHER_FIELDS: readonly string[] = [
  'journal',
  'journaltitle',
  'shortjournal',
  'booktitle',
  'maintitle',
  'eventtitle',
  'series',
  'editor',
  'translator',
  'publisher',
  'institution',
  'school',
  'organization',
  'address',
  'location',
  'number',
  'volume',
  'issue',
  'edition',
  'chapter',
  'pages',
  'month',
  'type',
  'howpublished',
  'note',
  'addendum',
];

function otherWordsOf({fields, container, publisher, place}: Entry): ReadonlySet<string> {
  const typed = OTHER_FIELDS.flatMap(field => fields.get(field)?.raw ?? []);
  return new Set([...typed, container ?? '', publisher ?? '', place ?? ''].flatMap(foldedWords));
}

/** Few entries are held against what was typed, so what costs something is made when it is asked for. */
function remembered<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function tellingWords({names, title, shortTitle, container, shortNames}: IndexedEntry): ReadonlySet<string> {
  const words = [
    ...names.flatMap(({forms}) => forms.flat()),
    ...title,
    ...shortTitle,
    ...container,
    ...shortNames.flat(),
  ];
  return new Set(words.filter(word => !commonWords.has(word)));
}

function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map(({folded}) => folded);
}
