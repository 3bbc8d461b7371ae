import type {Bibliography, EntryKind, EntryRecord, EntryShape} from '../../../bibliography/types.ts';
import {suggest} from '../../../text/suggest.ts';
import {fieldMeantBy} from '../../bib-fields.ts';
import {isBroken} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const bibMissingField: Rule = defineRule({
  code: 'bib-missing-field',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds an entry without what a full citation of its type needs: who wrote it, its title, its year, and the journal of an article. Laws, cases, datasets and web pages need no author; an entry that takes its fields from another by `crossref` or `xdata` is left alone, unless that one is not there or leans on it in turn.',
    why: 'Cites are matched by names, title and year. What is missing can be neither matched nor printed.',
    instead: 'Fill in the field. Write `year = {n.d.}` for a work without a date.',
    convention:
      'Required fields as in the manuals of BibTeX (Patashnik, *BibTeXing*, 1988) and BibLaTeX, without those that a note can do without.',
  },
  *check({bibliography, reading}) {
    const kinds = (kind: EntryKind) => leans(kind) || missingFields(kind).length > 0;
    for (const entry of bibliography.records.ofKind(kinds)) {
      yield* checkParents(entry, bibliography);
      // What a broken entry lacks is mostly what its break has swallowed; that has its own finding.
      if (isBroken(entry, reading)) continue;
      const lacking = missingFields(entry);
      if (lacking.length === 0) continue;
      const list =
        lacking.length > 1 ? `${lacking.slice(0, -1).join(', ')} and ${lacking.at(-1)}` : lacking[0];
      yield {
        path: entry.path,
        span: entry.keySpan,
        message: `Unexpected ${entry.type} ${quote(entry.key)} without ${list}, expected what a full citation needs`,
        help: 'Fill it in from the work itself; leave it out only where the work does not say.',
      };
    }
  },
});

/** Fields by which an entry takes others from elsewhere. */
const PARENT_FIELDS = ['crossref', 'xdata'];

function leans({shape}: EntryKind): boolean {
  return PARENT_FIELDS.some(field => shape.names.includes(field));
}

// The keys in a value: "{smith2001}", "{names,places}".
const KEY = /[^\s{}",]+/gu;

function keysIn({key, shape}: EntryRecord, field: string, {byKey}: Bibliography): readonly string[] {
  if (!shape.filled.has(field)) return [];
  return byKey.get(key)?.fields.get(field)?.raw.match(KEY) ?? [];
}

/** What an entry takes from one that is not there is missing; of entries that lean on each other, the first is told. */
function* checkParents(entry: EntryRecord, bibliography: Bibliography): Generator<Finding> {
  const {byKey} = bibliography;
  for (const field of PARENT_FIELDS) {
    if (!entry.shape.names.includes(field)) continue;
    const span = byKey.get(entry.key)?.fields.get(field)?.valueSpan;
    const absent = keysIn(entry, field, bibliography).find(key => !byKey.has(key));
    if (span === undefined) continue;
    if (absent !== undefined) {
      const suggestions = suggest(absent, byKey.keys());
      yield {
        path: entry.path,
        span,
        message: `Unexpected ${quote(field)} to ${quote(absent)} in ${quote(entry.key)}, expected the key of an entry`,
        help: 'What it was to take from that entry is missing; correct the key, or give the fields here.',
        ...(suggestions.length > 0 ? {suggestions} : {}),
      };
    } else if (leadsBack(entry, field, bibliography)) {
      yield {
        path: entry.path,
        span,
        message: `Unexpected ${quote(field)} of ${quote(entry.key)} that leads back to it, expected an entry that stands alone`,
        help: 'Entries that lean on each other lend each other nothing; give the fields in one of them.',
      };
    }
  }
}

/** Whether an entry is its own ancestor, and the first in the file of those that are. */
function leadsBack(entry: EntryRecord, field: string, bibliography: Bibliography): boolean {
  const ancestors = ancestorsOf(entry, field, bibliography);
  if (!ancestors.has(entry.key)) return false;
  return ![...ancestors.values()].some(
    other => other.span.start < entry.span.start && ancestorsOf(other, field, bibliography).has(entry.key),
  );
}

/** By key. */
function ancestorsOf(
  entry: EntryRecord,
  field: string,
  bibliography: Bibliography,
): ReadonlyMap<string, EntryRecord> {
  const recordOf = recordsByKey(bibliography);
  const found = new Map<string, EntryRecord>();
  let generation: readonly EntryRecord[] = [entry];
  for (let depth = 0; generation.length > 0 && depth < MOST_GENERATIONS; depth++) {
    generation = generation
      .flatMap(one => keysIn(one, field, bibliography).flatMap(key => recordOf.get(key) ?? []))
      .filter(one => !found.has(one.key));
    for (const one of generation) found.set(one.key, one);
  }
  return found;
}

const byKeys = new WeakMap<Bibliography, ReadonlyMap<string, EntryRecord>>();

/** Made only for a bibliography in which some entry leans on another. */
function recordsByKey(bibliography: Bibliography): ReadonlyMap<string, EntryRecord> {
  const known = byKeys.get(bibliography);
  if (known !== undefined) return known;
  const made = new Map(Array.from(bibliography.records, record => [record.key, record]));
  byKeys.set(bibliography, made);
  return made;
}

/** No bibliography has longer chains, and one made to have them is not followed for ever. */
const MOST_GENERATIONS = 6;

/** A need: what it is called, and the fields of which any one fills it. */
interface Need {
  readonly name: string;
  readonly fields: readonly string[];
}

const AUTHOR: Need = {name: 'an author', fields: ['author', 'editor', 'institution', 'organization', 'key']};
const EDITOR: Need = {name: 'an author or editor', fields: ['author', 'editor', 'organization', 'key']};
const TITLE: Need = {name: 'a title', fields: ['title']};
const YEAR: Need = {name: 'a year', fields: ['year', 'date', 'urldate', 'pubstate']};
const JOURNAL: Need = {name: 'a journal', fields: ['journal', 'journaltitle', 'journalsubtitle']};
const BOOK: Need = {name: 'the title of the book', fields: ['booktitle', 'maintitle']};

const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  article: [AUTHOR, TITLE, JOURNAL, YEAR],
  book: [EDITOR, TITLE, YEAR],
  mvbook: [EDITOR, TITLE, YEAR],
  inbook: [EDITOR, TITLE, YEAR],
  incollection: [AUTHOR, TITLE, BOOK, YEAR],
  inproceedings: [AUTHOR, TITLE, BOOK, YEAR],
  conference: [AUTHOR, TITLE, BOOK, YEAR],
  collection: [EDITOR, TITLE, YEAR],
  phdthesis: [AUTHOR, TITLE, YEAR],
  mastersthesis: [AUTHOR, TITLE, YEAR],
  thesis: [AUTHOR, TITLE, YEAR],
  techreport: [AUTHOR, TITLE, YEAR],
  report: [AUTHOR, TITLE, YEAR],
  unpublished: [AUTHOR, TITLE],
  proceedings: [TITLE, YEAR],
  booklet: [TITLE],
  manual: [TITLE],
};

/** What any other type needs. */
const ANY: readonly Need[] = [TITLE];

/** Types that hold no work of their own. */
const NO_WORK: ReadonlySet<string> = new Set(['xdata', 'set', 'comment', 'string', 'preamble', 'control']);

/** What is missing, by the fields that an entry has and its type; asked once for all entries of a kind. */
const missing = new WeakMap<EntryShape, Map<string, readonly string[]>>();

function missingFields({type, shape}: EntryKind): readonly string[] {
  const byType = missing.get(shape) ?? new Map<string, readonly string[]>();
  missing.set(shape, byType);
  const known = byType.get(type);
  if (known !== undefined) return known;
  const found = findMissing(type, shape);
  byType.set(type, found);
  return found;
}

function findMissing(type: string, {names, filled}: EntryShape): readonly string[] {
  if (NO_WORK.has(type) || names.includes('crossref') || names.includes('xdata')) return [];
  // A misspelt field has its own finding; what it was meant to fill is not missing as well.
  const meant = new Set([...filled].map(name => fieldMeantBy(name) ?? name));
  const needs = NEEDS[type] ?? ANY;
  return needs.filter(need => !need.fields.some(field => meant.has(field))).map(({name}) => name);
}
