import type {ValueIn} from './inherit.ts';
import {decodeLatex} from './latex.ts';
import {readNameList} from './name-list.ts';
import type {Entry} from './types.ts';
import {readWorkDate, yearsOf} from './work-date.ts';
import {readYear} from './year.ts';

/** What an entry says of its work, and the fields whose LaTeX could not be read. */
export interface ReadEntry {
  readonly work: Omit<Entry, 'key' | 'type' | 'fields' | 'path' | 'span' | 'keySpan'>;
  readonly unreadFields: readonly string[];
}

/**
 * Reads the values of an entry, LaTeX and all.
 *
 * A list of bodies in one field, such as publishers joined by "and", is read whole: most of them are one body that has
 * the word in its name.
 *
 * @param type in lower case
 * @param valueIn gives inherited values too
 */
export function readEntry(type: string, valueIn: ValueIn): ReadEntry {
  const unread = new Set<string>();
  const text = (field: string): string | undefined => {
    const value = valueIn(field);
    if (value === undefined) return undefined;
    const plain = decodeLatex(value);
    if (!plain.isRead) unread.add(field);
    return plain.text === '' ? undefined : plain.text;
  };
  const first = (...fields: readonly string[]): string | undefined => {
    for (const field of fields) {
      const found = text(field);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const titled = (prefix: string): string | undefined =>
    joinTitle(text(`${prefix}title`), text(`${prefix}subtitle`));
  const names = (field: string) => {
    const list = readNameList(valueIn(field) ?? '');
    if (!list.isRead) unread.add(field);
    return list;
  };

  const authors = names('author');
  const list = authors.names.length > 0 ? authors : names('editor');
  const isInPeriodical =
    PERIODICAL_TYPES.has(type) || valueIn('journal') !== undefined || valueIn('journaltitle') !== undefined;
  const numbered = text('number');
  const issue = text('issue');
  const year = yearOf(text('date')) ?? yearOf(text('year'));
  const date = readWorkDate(valueIn);
  const dated = date === undefined ? undefined : yearsOf(date);
  const work = {
    names: list.names,
    hasOthers: list.hasOthers,
    title: titled(''),
    shortTitle: text('shorttitle'),
    year,
    dated: dated === String(year) ? undefined : dated,
    container: titled('journal') ?? text('journal') ?? titled('book') ?? titled('main') ?? text('series'),
    publisher: first('publisher', 'institution', 'school', 'organization'),
    place: first('location', 'address'),
    volume: text('volume'),
    issue: isInPeriodical ? (numbered ?? issue) : issue,
    number: isInPeriodical ? undefined : numbered,
    pages: text('pages'),
  };
  return {work, unreadFields: [...unread]};
}

/** The fields that name what holds a work. */
export const CONTAINER_FIELDS: readonly string[] = [
  'journaltitle',
  'journalsubtitle',
  'journal',
  'booktitle',
  'booksubtitle',
  'maintitle',
  'mainsubtitle',
  'series',
];

/** The fields whose values are read. */
export const READ_FIELDS: readonly string[] = [
  'author',
  'editor',
  'title',
  'subtitle',
  'shorttitle',
  'date',
  'year',
  ...CONTAINER_FIELDS,
  'publisher',
  'institution',
  'school',
  'organization',
  'location',
  'address',
  'volume',
  'issue',
  'number',
  'pages',
];

/** Entries whose `number` is that of an issue. */
const PERIODICAL_TYPES: ReadonlySet<string> = new Set([
  'article',
  'periodical',
  'suppperiodical',
  'magazine',
  'newspaper',
]);

// A title that needs no colon before its subtitle: `Whose city?`
const ENDS_IN_STOP = /[?!.:…]$/u;

function joinTitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined) return title ?? subtitle;
  return ENDS_IN_STOP.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readYear(text);
}
