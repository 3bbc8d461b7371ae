import {familyForms, initialsOf, isAcronymOf} from '../bibliography/names.ts';
import type {Bibliography, Entry, EntryKind, Name} from '../bibliography/types.ts';
import {type Word, wordsOf} from '../text/words.ts';
import {lawNamesOf} from './law-names.ts';
import {
  articles,
  commonWords,
  nameConnectors,
  nameOpenings,
  particles,
  wordsOfFirstOfTwo,
  wordsOfLastOfTwo,
} from './vocabulary.ts';
import {workNumbersOf} from './work-numbers.ts';

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
   * What the work is called beside its title, each as folded words: its number as a paper of Parliament, evidence or a file,
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
  /** The first of two family names, by which Spanish and Italian authors go too: "Arana" for Arana Ibáñez. */
  readonly firstFamily: readonly string[] | undefined;
  readonly given: readonly string[];
  readonly initials: readonly string[];
}

/** The entries of a bibliography, each taken apart when a cite may mean it. */
export interface EntryIndex {
  readonly bibliography: Bibliography;
  get(key: string): IndexedEntry | undefined;
  /**
   * The entries that these words may mean, in the order of the bibliography: they share a name or a telling word of a title,
   * and in a large bibliography enough of them.
   */
  lookup(words: readonly Word[]): readonly IndexedEntry[];
  /** The entries with an address in whose very text, as it stands in the file, these characters are found. */
  holding(text: string): readonly IndexedEntry[];
  /** The entries that name nobody. */
  nameless(): readonly IndexedEntry[];
}

// Where a main title ends: the first of these with white space after it.
const TITLE_BREAK = /[:?!.–—]\s/u;

/** Several manuscripts may share a bibliography. */
const indexes = new WeakMap<Bibliography, EntryIndex>();

/** Makes the index of a bibliography; nothing is read yet. */
export function indexEntries(bibliography: Bibliography): EntryIndex {
  const known = indexes.get(bibliography);
  if (known !== undefined) return known;
  const index = indexOf(bibliography, indexEntry, new Map());
  indexes.set(bibliography, index);
  return index;
}

/** The same index where some works have short names that the manuscript gives them, by key. */
export function withShortNames(
  {bibliography, get}: EntryIndex,
  names: ReadonlyMap<string, readonly (readonly string[])[]>,
): EntryIndex {
  const nameEntry = (entry: Entry): IndexedEntry => {
    const indexed = get(entry.key) ?? indexEntry(entry);
    const shortNames = names.get(entry.key);
    return shortNames === undefined
      ? indexed
      : {...indexed, shortNames: [...indexed.shortNames, ...shortNames]};
  };
  return indexOf(bibliography, nameEntry, names);
}

function indexOf(
  bibliography: Bibliography,
  index: (entry: Entry) => IndexedEntry,
  shortNames: ReadonlyMap<string, readonly (readonly string[])[]>,
): EntryIndex {
  const {byKey, records, search} = bibliography;
  const indexed = new Map<string, {readonly entry: IndexedEntry; readonly words: ReadonlySet<string>}>();
  const take = (key: string) => {
    const known = indexed.get(key);
    const entry = known === undefined ? byKey.get(key) : undefined;
    if (entry === undefined) return known;
    const fresh = index(entry);
    const taken = {entry: fresh, words: tellingWords(fresh)};
    indexed.set(key, taken);
    return taken;
  };
  // Each of the two is asked for once.
  const shortNamed = remembered(() => {
    if (shortNames.size === 0) return [];
    const found: number[] = [];
    for (let at = 0; at < records.length; at++) if (shortNames.has(records.keyAt(at) ?? '')) found.push(at);
    return found;
  });
  const nameless = remembered(() => {
    const namesNobody = ({shape: {filled}}: EntryKind) => !filled.has('author') && !filled.has('editor');
    const found = Array.from(records.ofKind(namesNobody), ({key}) => take(key)?.entry);
    return found.filter(entry => entry !== undefined).filter(({names}) => names.length === 0);
  });
  return {
    bibliography,
    get: key => take(key)?.entry,
    nameless,
    holding(text) {
      const places = bibliography.sources.flatMap(({path, text: source}) =>
        placesOf(text, source).map(at => ({path, at})),
      );
      if (places.length === 0) return [];
      const hasAddress = ({shape: {filled}}: EntryKind) => filled.has('url') || filled.has('doi');
      return Array.from(records.ofKind(hasAddress))
        .filter(({path, span}) =>
          places.some(one => one.path === path && span.start <= one.at && one.at < span.end),
        )
        .flatMap(({key}) => take(key)?.entry ?? []);
    },
    lookup(words) {
      const typed = words.map(({folded}) => folded);
      const telling = new Set([...typed, ...otherSpellings(typed)].filter(word => !commonWords.has(word)));
      const found = search.find(telling);
      const named = shortNamed().filter(at => !found.includes(at));
      const all = named.length === 0 ? found : [...found, ...named].sort((one, other) => one - other);
      return all.flatMap(at => {
        const one = take(records.keyAt(at) ?? '');
        return one !== undefined && [...telling].some(word => one.words.has(word)) ? [one.entry] : [];
      });
    },
  };
}

// "macdonald", with a telling rest.
const MAC = /^(?:mac|mc)(?=\p{L}{3})/u;

/** How else names among typed words may be written: "Mac Donald" for MacDonald and the other way, "the Webbers" for Webber and Webber. */
function otherSpellings(typed: readonly string[]): readonly string[] {
  return typed.flatMap((word, at) => {
    const before = typed[at - 1] ?? '';
    return [
      ...(before === 'mac' || before === 'mc' ? [before + word] : []),
      ...(MAC.test(word) ? [word.replace(MAC, '')] : []),
      ...(articles.has(before) && word.length >= 5 && word.endsWith('s') ? [word.slice(0, -1)] : []),
    ];
  });
}

/** Works with one address are not more than this. */
const MOST_PLACES = 20;

/** Where a text stands in another. */
function placesOf(text: string, source: string): readonly number[] {
  const places: number[] = [];
  let at = source.indexOf(text);
  while (at >= 0 && places.length < MOST_PLACES) {
    places.push(at);
    at = source.indexOf(text, at + text.length);
  }
  return places;
}

function indexEntry(entry: Entry): IndexedEntry {
  const title = entry.title ?? '';
  const main = title.split(TITLE_BREAK)[0] ?? title;
  return {
    entry,
    names: entry.names.map(name => ({
      name,
      forms: [...familyForms(name), ...(entry.names.length === 1 ? formsInFields(name, entry) : [])]
        .map(foldedWords)
        .filter(form => form.length > 0)
        .sort((one, other) => other.length - one.length),
      firstFamily: goesByFirst(name, title) ? firstFamilyOf(name) : undefined,
      given: name.kind === 'person' ? foldedWords(name.given ?? '') : [],
      initials: name.kind === 'person' ? initialsOf(name.given ?? '') : [],
    })),
    title: foldedWords(title),
    mainTitleLength: foldedWords(main).length,
    shortTitle: foldedWords(entry.shortTitle ?? ''),
    container: foldedWords(entry.container ?? ''),
    shortNames: [...workNumbersOf(entry), ...shorthandOf(entry), ...lawNamesOf(entry)],
    otherWords: remembered(() => otherWordsOf(entry)),
  };
}

/** What a body is called by in other fields: `shortauthor`, or an acronym of its name as the institution. */
function formsInFields(name: Name, {fields}: Entry): readonly string[] {
  const shortAuthor = plainValue('shortauthor', fields);
  if (name.kind === 'person') return [];
  const acronyms = ['shorthand', 'institution', 'organization', 'publisher']
    .map(field => plainValue(field, fields))
    .filter(value => isAcronymOf(value, name));
  return [shortAuthor, ...acronyms];
}

// Letters of Spanish that English, French and German lack, and letters of Portuguese that Spanish lacks.
const LETTER_OF_FIRST_OF_TWO = /[áíóúñ]/iu;
const LETTER_OF_LAST_OF_TWO = /[ãõç]/iu;

/**
 * Whether an author, as far as name and title tell, is of a language in which one goes by the first of two family names. In
 * English "Lloyd George" is one name, and a Portuguese goes by the last.
 */
function goesByFirst(name: Name, title: string): boolean {
  if (name.kind === 'body' || !/\s/u.test(name.family)) return false;
  const [opening = '', next = ''] = foldedWords(name.family);
  const isLed = particles.has(opening);
  // "de la Cruz Ortega"
  if (opening === 'de' && (next === 'la' || next === 'los' || next === 'las')) return true;
  // Behind a particle a given name tells too: "de Soto Reyes, Hernán".
  const typed = `${name.family} ${isLed ? (name.given ?? '') : ''} ${title}`.normalize('NFC');
  const words = foldedWords(typed);
  if (LETTER_OF_LAST_OF_TWO.test(typed) || words.some(word => wordsOfLastOfTwo.has(word))) return false;
  return LETTER_OF_FIRST_OF_TWO.test(typed) || words.some(word => wordsOfFirstOfTwo.has(word));
}

/** "Arana Ibáñez", "Ortega y Gasset", "De Martino Rosaroll" without their last part; a hyphenated name is one. */
function firstFamilyOf(name: Name): readonly string[] | undefined {
  if (name.kind === 'body') return undefined;
  const words = name.family.split(/\s+/u).slice(0, -1);
  const last = words.findLastIndex(word => !nameConnectors.has(foldedWords(word)[0] ?? ''));
  const first = words.slice(0, last + 1).flatMap(foldedWords);
  const ending = first.at(-1) ?? '';
  return ending.length < 3 || nameOpenings.has(ending) ? undefined : first;
}

/** BibLaTeX's `shorthand` is a name of the work, where it is no acronym of its author. */
function shorthandOf({fields, names}: Entry): readonly (readonly string[])[] {
  const shorthand = plainValue('shorthand', fields);
  const [name] = names;
  const isAuthors = name?.kind === 'body' && isAcronymOf(shorthand, name);
  return isAuthors || shorthand.length < 2 ? [] : [foldedWords(shorthand)];
}

function plainValue(field: string, fields: Entry['fields']): string {
  return (fields.get(field)?.raw ?? '').replace(/[{}"]/gu, '').trim();
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
