/** Looks up the value of a field by its name in lower case, LaTeX still in it. */
export type ValueIn = (field: string) => string | undefined;

/** An entry with its values, as far as inheritance is concerned. */
export interface EntryText {
  /** In lower case. */
  readonly type: string;
  /** The names of the fields that have a value. */
  readonly names: readonly string[];
  readonly valueIn: ValueIn;
}

// More generations than any bibliography has, so that a chain of crossrefs stays short
const MOST_GENERATIONS = 6;

/**
 * An entry with what it takes from others, after the rules of biblatex (manual, appendix B).
 *
 * What the entry says itself goes first, then what it takes as it stands from the `xdata` that it names, of which the last
 * one goes before the others, then what its `crossref` hands down: the parent's title becomes the book, journal or main title.
 */
export function inheritValues(
  entry: EntryText,
  entryOf: (key: string) => EntryText | undefined,
  line: readonly EntryText[] = [entry],
): EntryText {
  if (line.length === MOST_GENERATIONS) return entry;
  const withData = dataOf(entry, entryOf).reduce((upper, data) => layOver(upper, withoutKeys(data)), entry);
  const parent = entryOf(crossrefKey(withData));
  if (parent === undefined || line.includes(parent)) return withData;
  return layOver(withData, handDown(inheritValues(parent, entryOf, [...line, parent]), entry.type));
}

// No entry has as many; a file made to have them is not followed for ever
const MOST_DATA = 50;

/** The `xdata` that an entry names and those that they name, the ones that go before others first. */
function dataOf(
  entry: EntryText,
  entryOf: (key: string) => EntryText | undefined,
  found: Set<EntryText> = new Set(),
): readonly EntryText[] {
  for (const key of xdataKeys(entry).toReversed()) {
    const data = entryOf(key);
    if (data?.type !== 'xdata' || found.has(data) || found.size === MOST_DATA) continue;
    found.add(data);
    dataOf(data, entryOf, found);
  }
  return [...found];
}

/** The fields by which an entry takes others from elsewhere. */
export const PARENT_FIELDS: readonly string[] = ['crossref', 'xdata'];

/** The keys of the entries from which one takes fields, there or not. */
export function parentKeys(entry: Pick<EntryText, 'valueIn'>): readonly string[] {
  return [...xdataKeys(entry), crossrefKey(entry)].filter(Boolean);
}

// "oup, series-of-maps"
const BETWEEN_KEYS = /\s*,\s*/u;

function xdataKeys({valueIn}: Pick<EntryText, 'valueIn'>): readonly string[] {
  return (valueIn('xdata') ?? '').trim().split(BETWEEN_KEYS).filter(Boolean);
}

function crossrefKey({valueIn}: Pick<EntryText, 'valueIn'>): string {
  return valueIn('crossref')?.trim() ?? '';
}

/** Names of one field, and the parts of one date: where an entry says one of them itself, it inherits none. */
const ONE_FIELD: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['journaltitle', 'journal'],
  ['location', 'address'],
  ['institution', 'school'],
];

/** What `upper` says, and from `lower` what it does not. An empty field says nothing. */
function layOver(upper: EntryText, lower: EntryText): EntryText {
  const own = (field: string): string | undefined => {
    const value = upper.valueIn(field);
    return value?.trim() === '' ? undefined : value;
  };
  return {
    type: upper.type,
    names: [...new Set([...upper.names, ...lower.names])],
    valueIn(field) {
      const value = own(field);
      if (value !== undefined) return value;
      const group = ONE_FIELD.find(names => names.includes(field)) ?? [];
      return group.some(name => own(name) !== undefined) ? undefined : lower.valueIn(field);
    },
  };
}

function withoutKeys({type, names, valueIn}: EntryText): EntryText {
  const isTaken = (field: string): boolean => field !== 'ids' && field !== 'xdata';
  return {
    type,
    names: names.filter(isTaken),
    valueIn: field => (isTaken(field) ? valueIn(field) : undefined),
  };
}

/** Fields that speak of one entry alone. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'crossref',
  'xref',
  'xdata',
  'entryset',
  'entrysubtype',
  'execute',
  'ids',
  'indexsorttitle',
  'indextitle',
  'label',
  'options',
  'pages',
  'presort',
  'related',
  'relatedoptions',
  'relatedstring',
  'relatedtype',
  'shorthand',
  'shorthandintro',
  'shorttitle',
  'sortkey',
  'sorttitle',
]);

const BOOK_PARTS: ReadonlySet<string> = new Set([
  'inbook',
  'bookinbook',
  'suppbook',
  'incollection',
  'inreference',
  'suppcollection',
  'inproceedings',
  'conference',
]);
const PERIODICAL_PARTS: ReadonlySet<string> = new Set(['article', 'suppperiodical']);

/** Parts of a book whose author is not theirs alone. */
const PARTS_OF_AUTHORED: ReadonlySet<string> = new Set(['inbook', 'bookinbook', 'suppbook']);

/** What the parent's title and its kin become. */
const TITLE_PARTS = ['title', 'subtitle', 'titleaddon'];

function handDown({type: from, names, valueIn}: EntryText, to: string): EntryText {
  const kind = from.startsWith('mv')
    ? 'main'
    : BOOK_PARTS.has(to)
      ? 'book'
      : PERIODICAL_PARTS.has(to)
        ? 'journal'
        : '';
  const renamed = new Map<string, string>(
    kind === '' ? [] : TITLE_PARTS.map(part => [`${kind}${part}`, part] as const),
  );
  if (PARTS_OF_AUTHORED.has(to)) renamed.set('bookauthor', 'author');
  return {
    type: from,
    names: [...names, ...renamed.keys()],
    valueIn(field) {
      if (OWN_FIELDS.has(field) || (kind !== '' && TITLE_PARTS.includes(field))) return undefined;
      const source = renamed.get(field);
      return valueIn(field) ?? (source === undefined ? undefined : valueIn(source));
    },
  };
}
