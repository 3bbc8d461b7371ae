import {reportInNumber} from '../../bibliography/law-shape.ts';
import type {Entry, EntryValues} from '../../bibliography/types.ts';
import {isLaw} from './plain-form.ts';
import {writeNamesInOrder} from './plain-names.ts';
import {plainRun, type StyledRun, type StyledText} from './types.ts';
import {yearOf} from './work-dates.ts';
import {pagesIn, withRole} from './work-parts.ts';

/** What a work stands in, which decides the order of what is said of it. */
export type Held = 'itself' | 'journal' | 'book' | 'report' | 'gazette';

/** `report` is a law report, for a case wherever it stands; `gazette` an official journal that holds a law. */
export function heldIn(entry: Entry, values: EntryValues): Held {
  if (entry.type === 'jurisdiction') return 'report';
  if (journalOf(values) !== undefined) return isLaw(entry) ? 'gazette' : 'journal';
  return values.text('booktitle') === undefined ? 'itself' : 'book';
}

/** A case by its name, its neutral citation and the report: "*Smith v Jones* [2004] UKHL 1, 2 AC 345" (OSCOLA 4, 2.1). */
export function writeReport(entry: Entry, values: EntryValues): StyledText {
  const {volume, title} = entry;
  const year = yearOf(entry, values);
  const number = values.text('number');
  const neutral = number?.startsWith('[') === true ? number : undefined;
  const numbered = reportInNumber(journalOf(values) === undefined ? number : undefined);
  const journal = journalOf(values) ?? numbered?.report;
  const report = [volume, journal, numbered?.page ?? pagesIn(values)].filter(Boolean).join(' ');
  const isByYear = journal !== undefined && volume === undefined;
  const dated = year === undefined ? '' : isByYear ? `[${year}]` : `(${year})`;
  const rest =
    neutral === undefined
      ? [dated, journal === undefined ? '' : report].filter(Boolean).join(' ')
      : [neutral, journal === undefined ? '' : isByYear ? `${dated} ${report}` : report]
          .filter(Boolean)
          .join(', ');
  return [
    ...(title === undefined ? [] : [italic(title)]),
    ...(rest === '' ? [] : [plainRun(title === undefined ? rest : ` ${rest}`)]),
  ];
}

/** What holds the work: a journal with its numbers, a book with those who made it, the whole that a volume belongs to. */
export function writeHolder(entry: Entry, values: EntryValues, held: Held): readonly StyledText[] {
  if (held === 'report') return [];
  if (held === 'journal') return writeJournal(entry, values);
  if (held === 'gazette') {
    const {volume, issue} = entry;
    return [[plainRun([journalOf(values), values.text('series'), volume, issue].filter(Boolean).join(' '))]];
  }
  if (held === 'itself' && isVolumeOfSeries(entry, values)) return [];
  const book = held === 'book' ? [writeBook(values)] : [];
  const main = titled('main', values);
  const volume = volumeOf(entry, values);
  if (main === undefined) return volume === undefined ? book : [...book, [plainRun(volume)]];
  return [...book, [plainRun(volume === undefined ? 'part of ' : `${volume} of `), italic(main)]];
}

function journalOf(values: EntryValues): string | undefined {
  return titled('journal', values) ?? values.text('journal');
}

/** "*Environment and Urbanization* 10:1", "*Land Matters*, no 14". */
function writeJournal({volume, issue}: Entry, values: EntryValues): readonly StyledText[] {
  const series = values.text('series');
  const season = values.text('issue');
  const isNumber = issue !== undefined && /^\d/u.test(issue);
  const numbers = volume === undefined ? '' : ` ${volume}${isNumber ? `:${issue}` : ''}`;
  const inBrackets = season === undefined || (isNumber && season === issue) ? '' : ` (${season})`;
  const special = titled('issue', values);
  const article = values.text('eid');
  const name = [italic(journalOf(values) ?? ''), plainRun(`${numbers}${inBrackets}`)];
  return [
    series === undefined ? name : [italic(journalOf(values) ?? ''), plainRun(`, ${seriesOf(series)}`)],
    ...(series === undefined || volume === undefined ? [] : [[plainRun(`${numbers}${inBrackets}`.trim())]]),
    ...(volume === undefined && isNumber ? [[plainRun(`no ${issue}`)]] : []),
    ...(special === undefined ? [] : [[plainRun('special issue '), italic(special)]]),
    ...(article === undefined ? [] : [[plainRun(`article ${article}`)]]),
  ];
}

/** BibLaTeX's keys for a journal that has begun to count anew. */
const SERIES: Readonly<Record<string, string>> = {newseries: 'new series', oldseries: 'old series'};

function seriesOf(typed: string): string {
  return SERIES[typed.toLowerCase()] ?? (/^\d+$/u.test(typed) ? `series ${typed}` : typed);
}

/** "in Yann Yew (ed), *The Hedgerow Reader*"; "in *Dry Lands*" of a chapter in its author's own book. */
function writeBook(values: EntryValues): StyledText {
  const authors = values.names('bookauthor');
  const editors = values.names('editor');
  const written = writeNamesInOrder(authors);
  const by =
    authors.names.length > 0
      ? written === writeNamesInOrder(values.names('author'))
        ? ''
        : written
      : editors.names.length > 0
        ? withRole(writeNamesInOrder(editors), editors, values.text('editortype'))
        : '';
  return [plainRun(by === '' ? 'in ' : `in ${by}, `), italic(titled('book', values) ?? '')];
}

/** Whether the volume is one of a series that is no series of books: "HC Deb, vol 410". */
export function isVolumeOfSeries({type}: Entry, values: EntryValues): boolean {
  return type === 'misc' && values.text('series') !== undefined && values.text('maintitle') === undefined;
}

/** "vol 2, part 1". */
export function volumeOf({volume}: Entry, values: EntryValues): string | undefined {
  const part = values.text('part');
  if (volume === undefined) return part === undefined ? undefined : `part ${part}`;
  const named = /^\p{L}{3}/u.test(volume) ? volume : `vol ${volume}`;
  return part === undefined ? named : `${named}, part ${part}`;
}

function titled(prefix: string, values: EntryValues): string | undefined {
  const title = values.text(`${prefix}title`);
  const subtitle = values.text(`${prefix}subtitle`);
  if (title === undefined || subtitle === undefined) return title ?? subtitle;
  return /[?!:…]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function italic(text: string): StyledRun {
  return {...plainRun(text), italic: true};
}
