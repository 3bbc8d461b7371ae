/** An entry with its values expanded: what it says itself, and what it points to. */
export interface EntryText {
  readonly type: string;
  /** By field name in lower case, LaTeX still in. */
  readonly values: ReadonlyMap<string, string>;
}

// More generations than any bibliography has, so that a ring of crossrefs ends
const MOST_GENERATIONS = 6;

/**
 * The values of an entry with those that it inherits through `crossref`, after the rules of biblatex (manual, appendix B):
 * what the entry says itself goes first, and the parent's title becomes the book, journal or main title.
 */
export function inheritValues(
  entry: EntryText,
  entryOf: (key: string) => EntryText | undefined,
): ReadonlyMap<string, string> {
  const line = [entry];
  for (let parent = parentOf(entry, entryOf); parent !== undefined; parent = parentOf(parent, entryOf)) {
    if (line.includes(parent) || line.length === MOST_GENERATIONS) break;
    line.push(parent);
  }
  if (line.length === 1) return entry.values;
  let inherited: ReadonlyMap<string, string> = new Map();
  let elder: EntryText | undefined;
  for (const member of line.reverse()) {
    const handedDown = elder === undefined ? inherited : handDown(inherited, elder.type, member.type);
    inherited = new Map([...handedDown, ...member.values]);
    elder = member;
  }
  return inherited;
}

function parentOf(entry: EntryText, entryOf: (key: string) => EntryText | undefined): EntryText | undefined {
  const key = entry.values.get('crossref')?.trim();
  return key === undefined || key === '' ? undefined : entryOf(key);
}

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

function handDown(
  values: ReadonlyMap<string, string>,
  from: string,
  to: string,
): ReadonlyMap<string, string> {
  const place = from.startsWith('mv')
    ? 'maintitle'
    : BOOK_PARTS.has(to)
      ? 'booktitle'
      : PERIODICAL_PARTS.has(to)
        ? 'journaltitle'
        : 'title';
  const handed = new Map<string, string>();
  for (const [name, value] of values) if (!OWN_FIELDS.has(name)) handed.set(name, value);
  if (place === 'title') return handed;
  for (const part of ['title', 'subtitle']) {
    const value = values.get(part);
    handed.delete(part);
    const moved = place.replace('title', part);
    if (value !== undefined && !values.has(moved)) handed.set(moved, value);
  }
  return handed;
}
