import {reportInNumber} from '../../bibliography/law-shape.ts';
import type {Entry, EntryValues} from '../../bibliography/types.ts';
import {writeLead} from './plain-form.ts';
import {writeNamesForList} from './plain-names.ts';
import {plainRun, type StyledRun, type StyledText} from './types.ts';
import {dayAndMonthOf, stateOf, yearOf} from './work-dates.ts';
import {type Held, heldIn, isVolumeOfSeries, volumeOf, writeHolder, writeReport} from './work-holder.ts';
import {
  pagesIn,
  withRole,
  writeAddress,
  writeEdition,
  writeEvent,
  writeHands,
  writeImprint,
  writeMeans,
  writeNumbering,
  writePages,
  writeRemarks,
} from './work-parts.ts';

/**
 * A work in full, for a list of works, in the form of the notes that this field types by hand. All that the entry says and a
 * reader needs to find the work is in it, whatever its type; a book's number of pages, ISBNs and the like are left out.
 *
 *     Kamete, Amin (1998) Interlocking livelihoods, *Environment and Urbanization* 10:1, pp 23–34
 *     Rowan, Rose (2010) Berries in Autumn, in Yann Yew (ed), *The Hedgerow Reader*, 2nd edn, Hawthorn, London, pp 1–9
 *     Hazel, H (2003) *Coppice*, Working Paper 7, Board of Woods, https://example.org/coppice (accessed 3 May 2003)
 */
export function writeFullForm(entry: Entry, values: EntryValues): StyledText {
  const held = heldIn(entry, values);
  const words = [...new Set(writeWords(entry, values, held).filter(part => part !== undefined))];
  return join([
    writeHead(entry, values, held),
    ...(values.text('titleaddon') === undefined ? [] : [[plainRun(values.text('titleaddon') ?? '')]]),
    ...writeHolder(entry, values, held),
    ...words.map(part => [plainRun(part)]),
  ]);
}

function writeHead(entry: Entry, values: EntryValues, held: Held): StyledText {
  const authors = values.names('author');
  if (authors.names.length > 0) return writeLead(writeNamesForList(authors), entry.title, entry, values);
  if (held === 'report') return writeReport(entry, values);
  // Whoever edits a book has not written its chapters
  const editors = held === 'itself' ? values.names('editor') : undefined;
  const isEdited = editors !== undefined && editors.names.length > 0;
  const names = isEdited ? withRole(writeNamesForList(editors), editors, values.text('editortype')) : '';
  return writeLead(names, entry.title, entry, values);
}

/** All that follows the title and what holds the work, in plain letters. */
function writeWords(entry: Entry, values: EntryValues, held: Held): readonly (string | undefined)[] {
  const pages = pagesIn(values);
  const place = pages === undefined || held === 'report' ? undefined : writePages(pages);
  const isInJournal = held === 'journal' || held === 'gazette';
  return [
    ...(isInJournal ? [dayOf(entry, values, held), place] : []),
    ...writeHands(values, namedBefore(values, held)),
    writeEdition(values),
    versionOf(values),
    volumesOf(values),
    ...numberingOf(entry, values, held),
    writeMeans(values),
    ...writeEvent(values),
    ...writeImprint(entry, values),
    ...(isInJournal ? [] : [dayOf(entry, values, held), chapterOf(values), place]),
    ...writeRemarks(values, false),
    unfinished(entry, values),
    writeAddress(values),
    ...writeRemarks(values, true),
  ];
}

/** The field of the editors who are named already: at the head, or before the book. */
function namedBefore(values: EntryValues, held: Held): string | undefined {
  const isBefore = held === 'book' && values.names('bookauthor').names.length === 0;
  const isAtHead = held === 'itself' && values.names('author').names.length === 0;
  return isBefore || isAtHead ? 'editor' : undefined;
}

function numberingOf(entry: Entry, values: EntryValues, held: Held): readonly (string | undefined)[] {
  if (held === 'journal' || held === 'gazette') return [values.text('type')];
  if (held === 'itself' && isVolumeOfSeries(entry, values)) {
    return [...writeNumbering(entry, values), volumeOf(entry, values)];
  }
  if (held !== 'report') return writeNumbering(entry, values);
  const number = values.text('number');
  const isAtHead =
    number?.startsWith('[') === true ||
    (values.text('journaltitle', 'journal') === undefined && reportInNumber(number) !== undefined);
  // A neutral citation stands at the head, and so does a report
  return isAtHead ? [] : writeNumbering({...entry, number}, values);
}

function versionOf(values: EntryValues): string | undefined {
  const version = values.text('version');
  return version !== undefined && /^[\d.]+$/u.test(version) ? `version ${version}` : version;
}

function volumesOf(values: EntryValues): string | undefined {
  const volumes = values.text('volumes');
  return volumes !== undefined && /^\d+$/u.test(volumes) ? `${volumes} vols` : volumes;
}

function chapterOf(values: EntryValues): string | undefined {
  const chapter = values.text('chapter');
  return chapter === undefined || /^ch/iu.test(chapter) ? chapter : `ch ${chapter}`;
}

/** Types that are told apart by their year alone. */
const BY_YEAR: ReadonlySet<string> = new Set([
  'book',
  'mvbook',
  'collection',
  'legislation',
  'legal',
  'thesis',
  'phdthesis',
  'mastersthesis',
]);

/** The day or month of a paper, a newspaper, a page of the web; a book or a volume of a journal needs none. */
function dayOf({type, volume}: Entry, values: EntryValues, held: Held): string | undefined {
  const isByYear = held === 'book' || held === 'report' || BY_YEAR.has(type);
  return isByYear || (held === 'journal' && volume !== undefined) ? undefined : dayAndMonthOf(values);
}

/** "in press", where the year is said; "unpublished" for a paper of which the entry says nothing else. */
function unfinished(entry: Entry, values: EntryValues): string | undefined {
  const state = stateOf(values);
  if (state !== undefined) return yearOf(entry, values) === state ? undefined : state;
  const says = values.text('note', 'howpublished', 'type', 'eventtitle', 'url', 'institution');
  return entry.type === 'unpublished' && says === undefined ? 'unpublished' : undefined;
}

// "Paper prepared for DFID.": a stop in whose place the comma of the next part goes; not that of "et al." or "Smith Inc."
const LAST_STOP = /(?<=\p{Ll}{4}|\d|\))\.$/u;

function join(parts: readonly StyledText[]): StyledText {
  const runs = parts.flatMap((part, at) => {
    const last = part.at(-1);
    if (last === undefined) return [];
    const bare = [...part.slice(0, -1), {...last, text: last.text.replace(LAST_STOP, '')}];
    return at === 0 ? bare : [plainRun(', '), ...bare];
  });
  return joinAlike(runs);
}

/** Runs of one look as one. */
function joinAlike(runs: StyledText): StyledText {
  const joined: StyledRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.italic === run.italic && last.bold === run.bold) {
      joined[joined.length - 1] = {...last, text: last.text + run.text};
    } else if (run.text !== '') joined.push(run);
  }
  return joined;
}
