import type {Entry} from '../../../bibliography/types.ts';
import {fieldMeantBy} from '../../bib-fields.ts';
import {isBroken} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibMissingField: Rule = defineRule({
  code: 'bib-missing-field',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds an entry without what a full citation of its type needs: who wrote it, its title, its year, and the journal of an article. Laws, cases, datasets and web pages need no author; an entry that takes its fields from another by `crossref` is left alone.',
    why: 'Cites are matched by names, title and year. What is missing can be neither matched nor printed.',
    instead: 'Fill in the field. Write `year = {n.d.}` for a work without a date.',
    convention:
      'Required fields as in the manuals of BibTeX (Patashnik, *BibTeXing*, 1988) and BibLaTeX, without those that a note can do without.',
  },
  *check({bibliography, reading}) {
    for (const entry of bibliography.entries) {
      // What a broken entry lacks is mostly what its break has swallowed; that has its own finding.
      if (isBroken(entry, reading)) continue;
      const missing = missingFields(entry);
      if (missing.length === 0) continue;
      const list =
        missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}` : missing[0];
      yield {
        path: entry.path,
        span: entry.keySpan,
        message: `Unexpected ${entry.type} ${quote(entry.key)} without ${list}, expected what a full citation needs`,
        help: 'Fill it in from the work itself; leave it out only where the work does not say.',
      };
    }
  },
});

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

function missingFields({type, fields}: Entry): readonly string[] {
  if (NO_WORK.has(type) || fields.has('crossref') || fields.has('xdata')) return [];
  const filled = new Set<string>();
  for (const [name, {raw}] of fields) {
    // A misspelt field has its own finding; what it was meant to fill is not missing as well.
    if (isFilled(raw)) filled.add(fieldMeantBy(name) ?? name);
  }
  const needs = NEEDS[type] ?? ANY;
  return needs.filter(need => !need.fields.some(field => filled.has(field))).map(({name}) => name);
}

/** A value that is more than braces, quotes and white space. */
function isFilled(raw: string): boolean {
  return /[^\s{}"]/u.test(raw);
}
