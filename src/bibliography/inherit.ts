/** Looks up the value of a field by its name in lower case, LaTeX still in it. */
export type ValueIn = (field: string) => string | undefined;

/** An entry with its values, as far as inheritance is concerned. */
export interface EntryText {
  /** In lower case. */
  readonly type: string;
  /** What the entry says itself. */
  readonly valueIn: ValueIn;
}

// More generations than any bibliography has, so that a chain of crossrefs stays short
const MOST_GENERATIONS = 6;

/**
 * The values of an entry with those that it inherits through `crossref`, after the rules of biblatex (manual, appendix B):
 * what the entry says itself goes first, and the parent's title becomes the book, journal or main title.
 */
export function inheritValues(
  entry: EntryText,
  entryOf: (key: string) => EntryText | undefined,
  line: readonly EntryText[] = [entry],
): ValueIn {
  const key = entry.valueIn('crossref')?.trim() ?? '';
  const parent = key === '' ? undefined : entryOf(key);
  if (parent === undefined || line.includes(parent) || line.length === MOST_GENERATIONS) return entry.valueIn;
  const inherited = handDown(inheritValues(parent, entryOf, [...line, parent]), parent.type, entry.type);
  return field => {
    const own = entry.valueIn(field);
    const alias = ALIASES[field];
    if (own !== undefined || (alias !== undefined && entry.valueIn(alias) !== undefined)) return own;
    return inherited(field);
  };
}

/** Two names of one field: what an entry says under one is not inherited under the other. */
const ALIASES: Readonly<Record<string, string>> = {
  date: 'year',
  year: 'date',
  journaltitle: 'journal',
  journal: 'journaltitle',
  location: 'address',
  address: 'location',
};

/** Fields that speak of one entry alone. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'crossref',
  'xref',
  'xdata',
  'ids',
  'shorttitle',
  'titleaddon',
  'label',
  'pages',
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

function handDown(valueIn: ValueIn, from: string, to: string): ValueIn {
  const kind = from.startsWith('mv')
    ? 'main'
    : BOOK_PARTS.has(to)
      ? 'book'
      : PERIODICAL_PARTS.has(to)
        ? 'journal'
        : '';
  return field => {
    if (OWN_FIELDS.has(field)) return undefined;
    if (kind === '') return valueIn(field);
    switch (field) {
      case 'title':
      case 'subtitle':
        return undefined;
      case `${kind}title`:
        return valueIn(field) ?? valueIn('title');
      case `${kind}subtitle`:
        return valueIn(field) ?? valueIn('subtitle');
      default:
        return valueIn(field);
    }
  };
}
