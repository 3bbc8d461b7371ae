import {KINDS_OF_WORK, THESES} from '../../bibliography/csl-kind.ts';
import type {Entry, EntryValues, NamesInField} from '../../bibliography/types.ts';
import {writeNamesInOrder} from './plain-names.ts';
import {writeDate} from './work-dates.ts';

/** BibLaTeX's keys for kinds of work, which its styles spell out (manual, "type"). */
const KINDS: Readonly<Record<string, string>> = {
  ...KINDS_OF_WORK,
  software: 'software',
  datacd: 'data CD',
  audiocd: 'audio CD',
};

/** Types whose `number` is that of a series. */
const IN_SERIES: ReadonlySet<string> = new Set([
  'book',
  'mvbook',
  'inbook',
  'bookinbook',
  'suppbook',
  'collection',
  'mvcollection',
  'incollection',
  'proceedings',
  'mvproceedings',
  'inproceedings',
  'conference',
]);

/**
 * What kind of work it is, its number and its series: "Working Paper 9", "Rural-Urban Interactions Series"; "Studies 12".
 * A number belongs to the kind, or else to the series; in a series of books it is the series' own.
 */
export function writeNumbering(
  {type, number}: Pick<Entry, 'type' | 'number'>,
  values: EntryValues,
): readonly string[] {
  const kind = kindOf(type, values);
  const series = values.text('series');
  const isOfSeries = series !== undefined && (IN_SERIES.has(type) || kind === undefined);
  const bare = isIdleKind(kind) ? undefined : kind;
  const own =
    number === undefined || isOfSeries ? bare : withNumber(isIdleKind(kind) ? 'Report' : kind, number);
  const issue = values.text('issue');
  return [
    own,
    number !== undefined && isOfSeries ? withNumber(series, number) : series,
    issue === undefined ? undefined : `issue ${issue}`,
  ].filter(part => part !== undefined);
}

/** "report": a key of BibLaTeX's that says nothing beside a title, and is "Report 5" with a number. */
function isIdleKind(kind: string | undefined): boolean {
  return kind === 'report';
}

function kindOf(type: string, values: EntryValues): string | undefined {
  const typed = values.text('type') ?? (THESES.has(type) ? type : undefined);
  return typed === undefined ? undefined : (KINDS[typed.toLowerCase()] ?? typed);
}

// "Working Paper 9", "HC 123", "[2004] UKHL 1" name themselves; "9" and "46295/99" do not
const NAMED_NUMBER = /^(?:\p{L}{2}|\p{L}[\s-]|\[)/u;

function withNumber(name: string | undefined, number: string): string {
  const isNamed = NAMED_NUMBER.test(number);
  if (name === undefined) return isNamed ? number : `No ${number}`;
  if (number.toLowerCase().startsWith(name.toLowerCase())) return number;
  return isNamed || /\d$/u.test(name) ? `${name}, ${isNamed ? number : `no ${number}`}` : `${name} ${number}`;
}

// "2", "2nd", "2nd ed.", "Second edition"
const EDITION_NUMBER = /^\d{1,3}$/u;
const EDITION_WORD = /\s?\b(?:edition|edn|ed)\.?$/iu;

/** "2nd edn", "revised edn". */
export function writeEdition(values: EntryValues): string | undefined {
  const typed = values.text('edition')?.replace(EDITION_WORD, '').trim();
  if (typed === undefined || typed === '') return undefined;
  return `${EDITION_NUMBER.test(typed) ? ordinal(Number(typed)) : lowered(typed)} edn`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** "Second" as a word in the middle of a reference; capitals of other words stay. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}+\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Who has a hand in a whole work beside those that it is listed under, by field. */
const HANDS: readonly (readonly [field: string, words: string])[] = [
  ['editor', 'edited by'],
  ['editora', 'edited by'],
  ['editorb', 'edited by'],
  ['editorc', 'edited by'],
  ['translator', 'translated by'],
  ['introduction', 'introduction by'],
  ['foreword', 'foreword by'],
  ['afterword', 'afterword by'],
  ['annotator', 'annotated by'],
  ['commentator', 'commentary by'],
];

const HANDS_OF_TYPES: Readonly<Record<string, string>> = {
  compiler: 'compiled by',
  founder: 'founded by',
  continuator: 'continued by',
  reviser: 'revised by',
  collaborator: 'with',
  organizer: 'organised by',
  director: 'directed by',
};

/**
 * "edited by Yann Yew", "translated by A Ash".
 *
 * @param named the field whose names are given elsewhere
 */
export function writeHands(values: EntryValues, named: string | undefined): readonly string[] {
  return HANDS.flatMap(([field, words]) => {
    if (field === named) return [];
    const names = writeNamesInOrder(values.names(field));
    const kind = field.startsWith('editor') ? values.text(`${field}type`) : undefined;
    return names === '' ? [] : [`${HANDS_OF_TYPES[kind ?? ''] ?? words} ${names}`];
  });
}

/** "Yann Yew (ed)", "B Birch and E Elm (eds)": who made the book that holds a chapter. */
export function withRole(names: string, list: NamesInField, kind: string | undefined): string {
  const isSeveral = list.names.length > 1 || list.hasOthers;
  const role = kind === 'compiler' ? 'comp' : 'ed';
  return `${names} (${role}${isSeveral ? 's' : ''})`;
}

/** Publisher and place: "Osier Press", "Bristol"; a body that is the author is not named again. */
export function writeImprint({names}: Entry, values: EntryValues): readonly string[] {
  const authors = names.flatMap(name => (name.kind === 'body' ? name.literal.toLowerCase() : []));
  const bodies = ['institution', 'school', 'organization', 'publisher'].flatMap(
    field => values.text(field) ?? [],
  );
  const place = values.text('location', 'address');
  return [
    ...new Set(bodies.filter(body => !authors.includes(body.toLowerCase()))),
    ...(place === undefined ? [] : [place]),
  ];
}

/** Where and when it was said: a conference that its proceedings do not name, a place, its days. */
export function writeEvent(values: EntryValues): readonly string[] {
  const days = values.text('eventdate');
  const event = values.text('eventtitle');
  const isNamed = event !== undefined && (values.text('booktitle') ?? '').includes(event);
  return [
    joinTitle(isNamed ? undefined : event, values.text('eventtitleaddon')),
    values.text('venue'),
    days === undefined ? undefined : writeDate(days),
  ].filter(part => part !== undefined);
}

function joinTitle(title: string | undefined, addition: string | undefined): string | undefined {
  return title === undefined || addition === undefined ? (title ?? addition) : `${title}, ${addition}`;
}

// "11-30" · "pp. 11–30"
const HYPHEN = /(?<=\d\p{L}?)-{1,2}(?=\p{L}{0,2}\d)/gu;
const PAGE_WORD = /^pp?\.?\s?(?=\d)/iu;

/** The pages as a list prints them: "11–30". */
export function pagesIn(values: EntryValues): string | undefined {
  return values.text('pages')?.replace(PAGE_WORD, '').replace(HYPHEN, '–');
}

/** "pp 11–30", "p 4"; "cols 15–20" as typed. */
export function writePages(pages: string): string {
  if (/^\p{L}{2,}\.?\s/u.test(pages)) return pages;
  return /[–—,-]/u.test(pages) && /\d/u.test(pages) ? `pp ${pages}` : `p ${pages}`;
}

// "https://example.org/a"
const ADDRESS = /https?:\/\/[^\s{}<>]+[^\s{}<>.,;)]/u;
// "https://doi.org/", "doi:"
const DOI_PREFIX = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/iu;

/**
 * Where a reader finds it on the web, and the day on which the author did. A DOI stays what it is, so that it needs no day and
 * no other address.
 */
export function writeAddress(values: EntryValues): string | undefined {
  const doi = values.verbatim('doi')?.replace(DOI_PREFIX, '');
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const url = values.verbatim('url') ?? ADDRESS.exec(values.verbatim('howpublished') ?? '')?.[0];
  const day = values.text('urldate', 'lastchecked', 'accessed');
  const accessed = day === undefined ? '' : `accessed ${writeDate(day)}`;
  if (url !== undefined) return accessed === '' ? url : `${url} (${accessed})`;
  const eprint = values.verbatim('eprint');
  const archive = values.text('eprinttype', 'archiveprefix');
  if (eprint !== undefined) return archive === undefined ? eprint : `${archive}:${eprint}`;
  return accessed === '' ? undefined : accessed;
}

/** How it was published, "Press release"; an address is printed as such by `writeAddress`. */
export function writeMeans(values: EntryValues): string | undefined {
  const isAddress = ADDRESS.test(values.verbatim('howpublished') ?? '');
  return isAddress && values.text('url', 'doi') === undefined
    ? undefined
    : inSentence(values.text('howpublished'));
}

// "Accessed: 3 May 2003", "[Online; accessed 3 May 2003]": words that belong behind an address
const ON_ACCESS = /^\P{L}{0,2}(?:online;? )?(?:last )?(?:accessed|retrieved|viewed|visited|checked)\b/iu;

// "Unpublished manuscript", "Mimeo": words on the state of a work, and no names
const STATE =
  /^(?:Unpublished|Mimeo|Mimeograph|Mimeographed|Forthcoming|In press|In preparation|Unpaginated|Reprinted|Translated)\b/u;

/** A word on the state of a work in small letters, as it stands behind a comma; names and whole sentences stay as they are. */
function inSentence(text: string | undefined): string | undefined {
  return text?.replace(STATE, words => words.toLowerCase());
}

/** Other words of the author's on the work, and those that belong behind its address. */
export function writeRemarks(values: EntryValues, areOnAccess: boolean): readonly string[] {
  const first = values.text('origdate', 'origyear');
  return [
    first === undefined ? undefined : `first published ${first}`,
    inSentence(values.text('note')),
    inSentence(values.text('addendum')),
    values.text('library'),
  ].filter(part => part !== undefined && ON_ACCESS.test(part) === areOnAccess) as readonly string[];
}
