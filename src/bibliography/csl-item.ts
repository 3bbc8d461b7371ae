import {createRequire} from 'node:module';
import type {SourceText} from '../text/source.ts';
import {scanBibliography} from './scan.ts';
import type {Bibliography, Entry, Name} from './types.ts';

/** A work in CSL-JSON, the fields of a processor's input. */
export type CslItem = Readonly<Record<string, unknown>> & {readonly id: string; readonly type: string};

/**
 * Works of a bibliography for a citation processor.
 *
 * citation-js reads what opcit does not keep — editors, series, addresses of the web, days of access — each entry alone with
 * the @strings of its file. Names, title, year and the other fields of `Entry` are opcit's own: citation-js parts bodies at
 * "and", takes "and others" for a person, and knows nothing of what is inherited. An entry that it cannot read is opcit's
 * own reading alone.
 */
export function readCslItems(
  {byKey, sources}: Bibliography,
  keys: Iterable<string>,
): ReadonlyMap<string, CslItem> {
  const strings = new Map<string, string>();
  const items = new Map<string, CslItem>();
  for (const key of keys) {
    const entry = byKey.get(key);
    if (entry === undefined || items.has(key)) continue;
    const source = sources.find(({path}) => path === entry.path);
    const prelude = source === undefined ? '' : (strings.get(source.path) ?? stringsOf(source));
    if (source !== undefined) strings.set(source.path, prelude);
    const read =
      source === undefined
        ? {}
        : readWithLibrary(prelude, source.text.slice(entry.span.start, entry.span.end));
    items.set(key, mergeItem(entry, read));
  }
  return items;
}

/** The @string definitions of a file, as typed. */
function stringsOf({text}: SourceText): string {
  return scanBibliography(text)
    .items.flatMap(({kind, span}) => (kind === 'string' ? [`${text.slice(span.start, span.end)}\n`] : []))
    .join('');
}

type Read = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);

/** What citation-js makes of one entry; nothing where it gives up. */
function readWithLibrary(strings: string, text: string): Read {
  const {parse} = require('@citation-js/plugin-bibtex/lib/input/file.js') as {parse(text: string): unknown};
  const {parse: toCsl} = require('@citation-js/plugin-bibtex/lib/input/entries.js') as {
    parse(entries: unknown): readonly unknown[];
  };
  try {
    const [item] = toCsl(parse(strings + text));
    return typeof item === 'object' && item !== null ? (item as Read) : {};
  } catch {
    return {};
  }
}

/**
 * Stands as a name for the authors who are not named, "and others": CSL has no word for them, and a style's own for "et al" takes
 * its place when the names are written.
 */
export const OTHERS = '\uE000others\uE000';

// "The Urban Part of Rural Development: The Role of …"
const SUBTITLE = /^(?<main>[^:]{3,}):\s/u;

/** A title without its subtitle, which styles give in later notes; `undefined` for one that has none. */
function mainTitle(title: string | undefined): string | undefined {
  return title === undefined ? undefined : SUBTITLE.exec(title)?.groups?.['main'];
}

function mergeItem(entry: Entry, read: Read): CslItem {
  const type = typeof read['type'] === 'string' ? read['type'] : (TYPES[entry.type] ?? 'document');
  const role = hasAuthor(entry) ? 'author' : 'editor';
  const own: Record<string, unknown> = {
    title: keptMarks(read['title'], entry.title),
    'title-short': entry.shortTitle ?? read['title-short'] ?? mainTitle(entry.title),
    'container-title':
      read['collection-title'] === entry.container
        ? undefined
        : keptMarks(read['container-title'], entry.container),
    publisher: entry.publisher,
    'publisher-place': entry.place,
    volume: entry.volume,
    issue: entry.issue,
    number: entry.number,
    page: entry.pages,
  };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const names = entry.names.map(toCslName);
  // The place of a conference, which citation-js takes the publisher's place for as well
  const {'event-place': place, genre, ...rest} = read;
  return {
    ...rest,
    // Where an entry does not say what kind of report it is, citation-js names its type in BibTeX
    ...(genre === undefined || genre === entry.type ? {} : {genre}),
    ...(place === undefined || place === entry.place ? {} : {'event-place': place}),
    ...Object.fromEntries(given),
    ...(names.length === 0 ? {} : {[role]: entry.hasOthers ? [...names, {literal: OTHERS}] : names}),
    ...issuedOf(entry, read),
    id: entry.key,
    type,
  };
}

/** Whether the names of an entry are its authors; else they are its editors. */
function hasAuthor({fields, names}: Entry): boolean {
  return fields.has('author') || (names.length > 0 && !fields.has('editor'));
}

/** The year that opcit read, with the month and day that citation-js did. */
function issuedOf({year}: Entry, {issued}: Read): Read {
  if (year === undefined) return issued === undefined ? {} : {issued};
  const dates = typeof issued === 'object' && issued !== null ? (issued as Read)['date-parts'] : undefined;
  const [first]: readonly unknown[] = Array.isArray(dates) ? dates : [];
  const isSame = Array.isArray(first) && first[0] === year;
  return {issued: isSame ? issued : {'date-parts': [[year]]}};
}

// "<i>Homo sapiens</i>", "<span class=\"nocase\">DFID</span>"
const MARKS = /<\/?(?:i|b|sup|sub|sc)>|<span [^<>]*>|<\/span>/gu;

/** What citation-js says with the marks of italics and capitals to keep, where its words are opcit's. */
function keptMarks(read: unknown, own: string | undefined): string | undefined {
  return typeof read === 'string' && read.replace(MARKS, '') === own ? read : own;
}

function toCslName(name: Name): Read {
  if (name.kind === 'body') return {literal: name.literal};
  const given = name.given?.replace(RUN_TOGETHER, letters => [...letters].join(' '));
  return {family: name.family, ...(given === undefined ? {} : {given})};
}

// "AY", the initials of Amin Y Kamete: one name of two letters to a processor
const RUN_TOGETHER = /^\p{Lu}{2,3}$/u;

/** CSL's types of works by those of BibTeX, for entries that citation-js cannot read. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  collection: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  manual: 'book',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  thesis: 'thesis',
  online: 'webpage',
  electronic: 'webpage',
  proceedings: 'book',
  report: 'report',
  techreport: 'report',
  unpublished: 'manuscript',
};
