import {isActByTitle} from '../../bibliography/law-shape.ts';
import type {Entry, EntryValues} from '../../bibliography/types.ts';
import {writeNames} from './plain-names.ts';
import {plainRun, type StyledRun, type StyledText} from './types.ts';
import {yearOf} from './work-dates.ts';

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

/** Laws and treaties, whose titles stand in plain letters (OSCOLA 4, 2.4). */
const LAWS: ReadonlySet<string> = new Set(['legislation', 'legal']);

/** Whether a work is a law or a treaty: by its type, or, under any type, by its title. */
export function isLaw(entry: Pick<Entry, 'type' | 'names' | 'title' | 'year'>): boolean {
  return LAWS.has(entry.type) || isActByTitle(entry);
}

/**
 * A work in the short form that a note can print without any note before it: names, year, short title.
 *
 *     Tacoli and Satterthwaite (2003) *The Urban Part of Rural Development*
 *
 * @param hasWholeTitle whether the subtitle and the volume are printed as well, since another work would look the same without
 */
export function writeShortForm(entry: Entry, values: EntryValues, hasWholeTitle = false): StyledText {
  const {shortTitle, title, volume} = entry;
  const written = hasWholeTitle ? title : (shortTitle ?? cutSubtitle(title));
  const lead = writeLead(writeNames(entry), written, entry, values);
  const isVolume =
    hasWholeTitle && volume !== undefined && values.text('journaltitle', 'journal') === undefined;
  return isVolume ? [...lead, plainRun(`, vol ${volume}`)] : lead;
}

/**
 * What every form begins with: names, year and title; where nobody is named, the title and the year behind it.
 *
 *     Kamete, Amin (1998) Interlocking livelihoods
 *     *Whose City?* (2001)
 *     Housing Act 2004
 */
export function writeLead(
  names: string,
  title: string | undefined,
  entry: Entry,
  values: EntryValues,
): StyledText {
  const year = yearOf(entry, values);
  const set: StyledRun | undefined =
    title === undefined ? undefined : {...plainRun(title), italic: isSetOff(entry, values)};
  if (names === '' && set !== undefined) return [set, plainRun(yearBehind(set.text, year, entry))];
  const head = [names, year === undefined ? '' : `(${year})`].filter(Boolean).join(' ');
  if (set === undefined) return [plainRun(head)];
  return [plainRun(year === undefined ? `${head}, ` : `${head} `), set];
}

/** Whether the title stands in italics: that of a whole work does, that of a part, a law or an unpublished paper does not. */
function isSetOff(entry: Entry, values: EntryValues): boolean {
  if (isLaw(entry)) return false;
  const {type} = entry;
  const holder = values.text('booktitle', 'journaltitle', 'journal');
  // A chapter of BibTeX's has the title of its book
  if (type === 'inbook' && holder === undefined) return true;
  return type === 'jurisdiction' || (holder === undefined && !PARTS.has(type));
}

// "Housing Act", "Town and Country Planning Order": the year belongs to the name of a law of the United Kingdom
const NAMED_BY_YEAR = /\b(?:Act|Bill|Measure|Order|Orders|Regulations|Rules)$/u;

function yearBehind(title: string, year: string | undefined, entry: Entry): string {
  if (year === undefined) return '';
  if (!isLaw(entry)) return ` (${year})`;
  if (title.includes(year)) return '';
  return NAMED_BY_YEAR.test(title) ? ` ${year}` : ` (${year})`;
}

// "Rural Development: The Role of Towns", "Whose city? A reader": what stands before the subtitle
const MAIN_TITLE = /^(.{3,}?)(?::\s|(?<=[?!])\s)/u;

function cutSubtitle(title: string | undefined): string | undefined {
  return title === undefined ? undefined : (MAIN_TITLE.exec(title)?.[1] ?? title);
}
