import {isActByTitle, reportInNumber} from './law-shape.ts';
import type {Entry, EntryValues} from './types.ts';

type Read = Readonly<Record<string, unknown>>;

/** The types of entries that may hold a law for want of a better one. */
const ANY_WORK: ReadonlySet<string> = new Set([
  'misc',
  'book',
  'booklet',
  'manual',
  'online',
  'report',
  'techreport',
]);

/** A law by its short title, which most styles print in plain letters; `undefined` for all others. */
export function lawTypeOf(entry: Entry): string | undefined {
  return ANY_WORK.has(entry.type) && isActByTitle(entry) ? 'legislation' : undefined;
}

/** The report and the page of a case whose number says them, "AC 562". */
export function reportOf({type, number, container}: Entry): Read {
  const found = type === 'jurisdiction' && container === undefined ? reportInNumber(number) : undefined;
  return found === undefined ? {} : {'container-title': found.report, page: found.page, number: undefined};
}

/** A newspaper's article and a page of the web, which BibLaTeX tells by a field; `undefined` for all others. */
export function typeOf({type}: Pick<Entry, 'type'>, values: EntryValues): string | undefined {
  const kind = values.text('entrysubtype')?.toLowerCase();
  if (type === 'article' && (kind === 'newspaper' || kind === 'magazine')) return `article-${kind}`;
  const isOnWeb = values.text('url') !== undefined || (values.text('howpublished') ?? '').includes('http');
  return type === 'misc' && isOnWeb && values.text('type') === undefined ? 'webpage' : undefined;
}

/** Kinds of work by the keys that BibLaTeX's styles spell out (manual, "type"), and by BibTeX's types. */
export const KINDS_OF_WORK: Readonly<Record<string, string>> = {
  mathesis: 'MA thesis',
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
  bathesis: 'BA thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
};
/** Types of entry that say of themselves what kind of work it is. */
export const THESES: ReadonlySet<string> = new Set(['phdthesis', 'mastersthesis', 'bathesis']);

/** The kind of a work in CSL's `genre`; a newspaper's article and a page of the web have none. */
export function genreOf({type}: Pick<Entry, 'type'>, values: EntryValues, read: unknown): Read {
  if (typeOf({type}, values) !== undefined) return {};
  const typed = values.text('type') ?? (THESES.has(type) ? type : undefined);
  const genre = KINDS_OF_WORK[typed?.toLowerCase() ?? ''] ?? read;
  return genre === undefined ? {} : {genre};
}

const EDITIONS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
// "2nd", "2nd ed."
const EDITION_NUMBER = /^(\d{1,3})(?:st|nd|rd|th)?\.?(?:\s(?:edition|edn|ed)\b\.?)?$/iu;

/** A number for "Second" and "2nd edn", which a style would else print with no word behind it, or two. */
export function editionOf(values: EntryValues): Read {
  const typed = values.text('edition') ?? '';
  const word = EDITIONS.indexOf(typed.toLowerCase().replace(/\s(?:edition|edn|ed)\b\.?$/u, ''));
  const number = word >= 0 ? String(word + 1) : EDITION_NUMBER.exec(typed)?.[1];
  return number === undefined ? {} : {edition: number};
}

/** A journal's series by BibLaTeX's keys. */
export function seriesOf(values: EntryValues): Read {
  const series = {newseries: 'new series', oldseries: 'old series'}[
    values.text('series')?.toLowerCase() ?? ''
  ];
  return series === undefined ? {} : {'collection-title': series};
}
