import type {Entry, Name} from '../../bibliography/types.ts';
import {plainRun, type StyledRun, type StyledText} from './types.ts';

/** Entries that stand inside another work: their titles are not set off, the titles of what holds them are. */
const PARTS: ReadonlySet<string> = new Set([
  'article',
  'inbook',
  'incollection',
  'inproceedings',
  'conference',
  'suppbook',
  'suppcollection',
  'suppperiodical',
  'inreference',
  'unpublished',
]);

/** How many authors are named before "et al". */
const MOST_NAMES = 3;

/**
 * A work in the short form that a note can print without any note before it: names, year, short title.
 *
 *     Tacoli and Satterthwaite (2003) *The Urban Part of Rural Development*
 */
export function writeShortForm(entry: Entry): StyledText {
  const {shortTitle, title} = entry;
  return parts(headOf(entry), titleOf(entry, shortTitle ?? cutSubtitle(title)));
}

/**
 * A work in full, for a list of works, in the form of the notes that this field types by hand:
 *
 *     Kamete, Amin (1998) Interlocking livelihoods, *Environment and Urbanization* 10:1, pp 23–34
 */
export function writeFullForm(entry: Entry): StyledText {
  const {names, hasOthers, container, volume, issue, number, pages, publisher, place} = entry;
  const listed = [...names.map((name, at) => (at === 0 ? surnameFirst(name) : givenFirst(name)))];
  const authors = hasOthers ? `${listed.join(', ')} et al` : joined(listed);
  const head = [authors, yearIn(entry)].filter(Boolean).join(' ');
  const numbers = [volume, issue].filter(Boolean).join(':');
  const within: StyledRun[] =
    container === undefined
      ? []
      : [
          plainRun(', '),
          {...plainRun(container), italic: true},
          plainRun(numbers === '' ? '' : ` ${numbers}`),
        ];
  const rest = [
    number === undefined ? '' : numbered(number),
    pages === undefined ? '' : pagesOf(pages),
    publisher,
    place,
  ];
  const tail = rest.filter(Boolean).map(text => plainRun(`, ${text}`));
  return [...parts(head, titleOf(entry, entry.title)), ...within, ...tail].filter(({text}) => text !== '');
}

/** The names as a sentence has them: "Tacoli and Satterthwaite", "Dang et al". Empty where the entry names nobody. */
export function writeNames({names, hasOthers}: Entry): string {
  const surnames = names.map(surnameOf);
  if (hasOthers || surnames.length > MOST_NAMES) return surnames.length === 0 ? '' : `${surnames[0]} et al`;
  return joined(surnames);
}

/** The text of a list of works is ordered by names, year and title. */
export function sortKeyOf(entry: Entry): string {
  const names = entry.names.map(surnameOf).join(' ');
  return [names === '' ? (entry.title ?? '') : names, entry.year ?? '', entry.title ?? '']
    .join(' ')
    .toLowerCase();
}

function headOf(entry: Entry): string {
  return [writeNames(entry), yearIn(entry)].filter(Boolean).join(' ');
}

/** "(2003)", "(c. 1908)", "(1998–2001)". */
function yearIn({year, dated}: Entry): string {
  const years = dated ?? year;
  return years === undefined ? '' : `(${years})`;
}

function titleOf({type}: Entry, title: string | undefined): StyledRun | undefined {
  return title === undefined ? undefined : {...plainRun(title), italic: !PARTS.has(type)};
}

function parts(head: string, title: StyledRun | undefined): StyledText {
  if (title === undefined) return [plainRun(head)];
  return head === '' ? [title] : [plainRun(`${head} `), title];
}

// "Rural Development: The Role of Towns", "Whose city? A reader": what stands before the subtitle
const MAIN_TITLE = /^(.{3,}?)(?::\s|(?<=[?!])\s)/u;

function cutSubtitle(title: string | undefined): string | undefined {
  return title === undefined ? undefined : (MAIN_TITLE.exec(title)?.[1] ?? title);
}

function surnameOf(name: Name): string {
  return name.kind === 'person' ? name.family : name.literal;
}

function surnameFirst(name: Name): string {
  if (name.kind === 'body') return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function givenFirst(name: Name): string {
  if (name.kind === 'body') return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

// "Working Paper 9" names itself, "9" does not
const NAMED_NUMBER = /\p{L}{3}/u;

function numbered(number: string): string {
  return NAMED_NUMBER.test(number) ? number : `No ${number}`;
}

function pagesOf(pages: string): string {
  return /[–—,-]/u.test(pages) ? `pp ${pages}` : `p ${pages}`;
}
