import {createRequire} from 'node:module';
import {editionOf, genreOf, lawTypeOf, reportOf, seriesOf, typeOf} from './csl-kind.ts';
import type {Bibliography, Entry, EntryValues, Name, NamesInField} from './types.ts';
import {readWorkDate, yearsOf} from './work-date.ts';

/** A work in CSL-JSON, the fields of a processor's input. */
export type CslItem = Readonly<Record<string, unknown>> & {readonly id: string; readonly type: string};

/**
 * Works of a bibliography for a citation processor.
 *
 * citation-js reads what opcit does not keep — series, addresses of the web, days of access — each entry alone, with what its
 * @strings give and what it inherits. Names, title, date and the other fields of `Entry` are opcit's own: citation-js parts
 * bodies at "and", takes "and others" for a person, and prints `199X` as 1990. An entry that it cannot read is opcit's own
 * reading alone.
 */
export function readCslItems(
  {byKey, typedValuesOf, valuesOf}: Bibliography,
  keys: Iterable<string>,
): ReadonlyMap<string, CslItem> {
  const items = new Map<string, CslItem>();
  for (const key of keys) {
    const entry = byKey.get(key);
    const values = valuesOf(key);
    if (entry === undefined || values === undefined || items.has(key)) continue;
    const typed = typedValuesOf(key);
    items.set(key, mergeItem(entry, {typed, values}, readWithLibrary(writePlainly(entry, typed))));
  }
  return items;
}

type Values = ReadonlyMap<string, string>;

// "title", "author+an:orcid"
const FIELD_NAME = /^[a-z_][\w:+-]*$/u;

/** An entry as BibTeX that leans on nothing; a value whose braces do not match is left out. */
function writePlainly({type}: Entry, values: Values): string {
  const fields = [...values].filter(([name, value]) => FIELD_NAME.test(name) && hasMatchingBraces(value));
  return `@${type}{work,\n${fields.map(([name, value]) => `${name} = {${value}}`).join(',\n')}\n}`;
}

function hasMatchingBraces(value: string): boolean {
  let depth = 0;
  for (let at = 0; at < value.length && depth >= 0; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === '{') depth++;
    else if (value[at] === '}') depth--;
  }
  return depth === 0;
}

type Read = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);

/** What citation-js makes of one entry; nothing where it gives up. */
function readWithLibrary(text: string): Read {
  const {parse} = require('@citation-js/plugin-bibtex/lib/input/file.js') as {parse(text: string): unknown};
  const {parse: toCsl} = require('@citation-js/plugin-bibtex/lib/input/entries.js') as {
    parse(entries: unknown): readonly unknown[];
  };
  try {
    const [item] = toCsl(parse(text));
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

/** The values of an entry as typed in BibTeX, and read. */
interface Said {
  readonly typed: Values;
  readonly values: EntryValues;
}

function mergeItem(entry: Entry, {typed, values}: Said, read: Read): CslItem {
  const type =
    lawTypeOf(entry) ??
    typeOf(entry, values) ??
    (typeof read['type'] === 'string' ? read['type'] : (TYPES[entry.type] ?? 'document'));
  const role = values.names('author').names.length > 0 ? 'author' : 'editor';
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
    ...reportOf(entry),
  };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  // The place of a conference, which citation-js takes the publisher's place for as well
  const {'event-place': place, genre, ...rest} = read;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, joinedAgain(value)])),
    // Where an entry does not say what kind of report it is, citation-js names its type in BibTeX
    ...genreOf(entry, values, genre === entry.type ? undefined : genre),
    ...editionOf(values),
    ...seriesOf(values),
    ...(place === undefined || place === entry.place ? {} : {'event-place': place}),
    ...Object.fromEntries(given),
    ...otherNames(values, role),
    ...(entry.names.length === 0 ? {} : {[role]: toCslNames(entry)}),
    ...issuedOf(typed, values, read),
    id: entry.key,
    type,
  };
}

/** CSL's names for those who had other parts in a work than its author, by BibTeX's. */
const ROLES: readonly (readonly [role: string, field: string])[] = [
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
];

function otherNames(values: EntryValues, own: string): Read {
  return Object.fromEntries(
    ROLES.flatMap(([role, field]) => {
      const list = values.names(field);
      return list.names.length === 0 || role === own ? [] : [[role, toCslNames(list)] as const];
    }),
  );
}

function toCslNames({names, hasOthers}: NamesInField): readonly Read[] {
  return [...names.map(toCslName), ...(hasOthers ? [{literal: OTHERS}] : [])];
}

/** A list of bodies or places that was parted at "and": to CSL a text, and mostly one body. */
function joinedAgain(value: unknown): unknown {
  const isParted = Array.isArray(value) && value.every(one => typeof one === 'string');
  return isParted ? value.join(' and ') : value;
}

// "2001a": the letter that the notes cite it by
const LETTERED = /^\d{4}[a-z]$/u;

/** The date that opcit read; the month and day beside a year alone, as citation-js does; a lettered year as it is, as notes cite it so. */
function issuedOf(typed: Values, values: EntryValues, {issued}: Read): Read {
  const year = values.text('date', 'year');
  if (year !== undefined && LETTERED.test(year)) return {issued: {literal: year}};
  const date = readWorkDate(field => typed.get(field));
  if (date === undefined) return issued === undefined ? {} : {issued};
  const {start, end, season, isCirca, isUncertain, words} = date;
  if (words !== undefined) return {issued: {literal: words}};
  if (start === undefined) return {issued: {literal: yearsOf(date)}};
  const isBare = start.length === 1 && end === undefined && season === undefined;
  const dates = typeof issued === 'object' && issued !== null ? (issued as Read)['date-parts'] : undefined;
  const [first]: readonly unknown[] = Array.isArray(dates) ? dates : [];
  const withDay = isBare && !typed.has('date') && Array.isArray(first) && first[0] === start[0];
  // citeproc writes no range whose ends are not told alike, to the year, month or day
  const last = end === 'open' ? [0] : end && historical(end);
  const size = last === undefined ? start.length : Math.min(start.length, last.length);
  const ends = last === undefined ? [] : [last.slice(0, size)];
  const parts = [withDay ? first : historical(start).slice(0, size), ...ends];
  return {
    issued: {
      'date-parts': parts,
      ...(season === undefined ? {} : {season}),
      ...(isCirca || isUncertain ? {circa: true} : {}),
    },
  };
}

/** A processor counts without a year 0: -0044 of ISO 8601 is its -45. */
function historical([year = 0, ...rest]: readonly number[]): readonly number[] {
  return [year > 0 ? year : year - 1, ...rest];
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
