import type {Entry} from '../bibliography/types.ts';
import type {Word} from '../text/words.ts';
import {isWhole, type TitleRun} from './align-title.ts';
import type {IndexedEntry} from './index-entries.ts';
import {wordsOfIssuer} from './issuing-body.ts';
import type {Lead} from './lead.ts';
import {wordsUnexplained} from './left-over.ts';
import {matchNames, type NameEvidence, NOBODY} from './match-names.ts';
import {isYearBeside, type Place, readSurroundings} from './surroundings.ts';
import {datesOf, findContainer, findTitle, type TitleEvidence, titleEvidence} from './title-evidence.ts';
import {markedWords, readTitleZone} from './title-zone.ts';
import {articles} from './vocabulary.ts';
import {archiveForms, wordsOfDescription} from './work-numbers.ts';

/** How far an entry accounts for what an author typed to name a work. */
export interface Explanation {
  readonly indexed: IndexedEntry;
  readonly names: NameEvidence;
  readonly title: TitleEvidence;
  readonly run: TitleRun | undefined;
  readonly year: 'agrees' | 'differs' | 'absent';
  /** The typed year that disagrees. */
  readonly otherYear: Word | undefined;
  /** Whether the year stands directly behind the names, as in "Field (1989)" and "Field, J, ed., London, 1989". */
  readonly isYearBeside: boolean;
  /** Words that would name something, of which the entry knows nothing: another author, another title. */
  readonly unexplained: readonly Word[];
  /** Those of them that stand where names do, before the title. */
  readonly strangers: readonly Word[];
  /** Whether the words around speak of another document: a review of the work, its author's press release, a chapter. */
  readonly isAbout: boolean;
}

/**
 * Explains a lead by an entry: each typed word is a name, an initial, a stretch of the title, the year, or left over.
 * Nothing is decided here; the conclusions are drawn in `conclude-*.ts`.
 */
export function explain(lead: Lead, indexed: IndexedEntry): Explanation {
  const {words} = lead;
  const named = findShortNamed(lead, indexed);
  if (named !== undefined) return named;
  const namesIn = (zone: readonly Word[]): NameEvidence =>
    matchNames(
      zone,
      indexed.names,
      {
        hasOthers: indexed.entry.hasOthers,
        hasEtAl: lead.hasEtAl,
        hasMore: lead.years.length > 0 || lead.markedTitle !== undefined,
      },
      lead.text,
      lead.start,
    );
  const clear = findTitle(lead, words, indexed);
  const isClear = clear !== undefined && clear.telling >= 2;
  const names = namesOf(lead, isClear ? clear : undefined, namesIn);
  // One word of a title may as well be a name: "Department of Health and Social Care", and a title "Care Homes".
  const run = isClear ? clear : findTitle(lead, withoutWords(words, names.used), indexed);
  const zone =
    run === undefined
      ? undefined
      : readTitleZone(lead, run, indexed, new Set([...names.used, ...datesOf(lead, run, indexed)]));
  const used = new Set<Word>([
    ...names.used,
    ...wordsOfDescription(words, indexed.entry),
    ...wordsOfIssuer(words, indexed),
  ]);
  if (zone !== undefined) for (const word of words.slice(zone.start, zone.end)) used.add(word);

  const years = lead.years.filter(word => !used.has(word));
  for (const word of years) used.add(word);
  const beside = years.find(word => isYearBeside(lead, names.used, word, indexed));
  const holder = findContainer(words, indexed);
  const container = run === undefined && names.verdict === 'none' ? holder : undefined;
  for (const word of holder ?? []) used.add(word);
  const place: Place = {names: names.used, zone, year: beside ?? years[0]};
  const surroundings = readSurroundings(lead, place, indexed);
  const unexplained = wordsUnexplained(lead, indexed, used, surroundings.prose);
  const titleStart = zone === undefined ? undefined : words[zone.start]?.start;
  // Behind a title that says which work it is stand journals, publishers and places, which the entry may not have.
  const isClearTitle = run !== undefined && (run.telling >= 3 || isWhole(run));
  const titleEnd = isClearTitle && zone !== undefined ? words[zone.end - 1]?.end : undefined;
  return {
    indexed,
    names,
    title: container !== undefined ? 'container' : titleEvidence(lead, run, zone, indexed, used),
    run,
    ...compareYears(beside === undefined ? years : [beside], indexed.entry),
    isYearBeside: beside !== undefined,
    unexplained: titleEnd === undefined ? unexplained : unexplained.filter(word => word.start < titleEnd),
    strangers: titleStart === undefined ? unexplained : unexplained.filter(word => word.start < titleStart),
    isAbout: surroundings.isAbout,
  };
}

/** The names stand before the title; where none does, behind it: "‘Crofts’ (Lorna Baird)", "*The Slow Clinic*, by P Ashworth". */
function namesOf(
  lead: Lead,
  title: TitleRun | undefined,
  namesIn: (zone: readonly Word[]) => NameEvidence,
): NameEvidence {
  if (title === undefined) return namesIn(withoutTitle(lead));
  const before = namesIn(lead.words.slice(0, title.start));
  return before.verdict === 'none' ? namesIn(lead.words.slice(title.end)) : before;
}

// Of a reprint or translation, the year in which the work first appeared.
const ORIGINAL_YEARS: readonly string[] = ['origyear', 'origdate'];
const FOUR_DIGITS = /\d{4}/u;

/** The year directly behind the names decides; else any of those typed may be the entry's, or that in which it first appeared. */
function compareYears(
  typed: readonly Word[],
  {year, fields}: Entry,
): Pick<Explanation, 'year' | 'otherYear'> {
  if (typed.length === 0 || year === undefined) return {year: 'absent', otherYear: undefined};
  const original = ORIGINAL_YEARS.map(field => Number(FOUR_DIGITS.exec(fields.get(field)?.raw ?? '')?.[0]));
  const own = (fields.get('year') ?? fields.get('date'))?.raw ?? '';
  const agrees = typed.some(
    word => [year, ...original].includes(Number.parseInt(word.text, 10)) && !isOtherLetter(word.text, own),
  );
  return agrees ? {year: 'agrees', otherYear: undefined} : {year: 'differs', otherYear: typed[0]};
}

// "1999b", in a field perhaps with braces around it.
const LETTERED = /\d{4}([a-z])(?![a-z])/u;

/** Whether both years have a letter and they differ: "1999b" is another work than that of 1999a. */
function isOtherLetter(typed: string, own: string): boolean {
  const [one, other] = [typed, own].map(text => LETTERED.exec(text)?.[1]);
  return one !== undefined && other !== undefined && one !== other;
}

/** The words without those of a title set off behind the first of them, in which a capital names nobody. */
function withoutTitle(lead: Lead): readonly Word[] {
  const marked = markedWords(lead);
  if (marked === undefined || marked.start === 0) return lead.words;
  return withoutWords(lead.words, lead.words.slice(marked.start, marked.end));
}

/** The words with some of them blotted out, so that those left keep their places. */
function withoutWords(words: readonly Word[], used: readonly Word[]): readonly Word[] {
  return words.map(word => (used.includes(word) ? {...word, folded: ''} : word));
}

/** A work called by the short name that the manuscript gave it, and by nothing else but its author. */
function findShortNamed(lead: Lead, indexed: IndexedEntry): Explanation | undefined {
  if (indexed.shortNames.length === 0) return undefined;
  // A letter alone may be a number: "HC 218-I".
  const words = lead.words.filter(({folded}) => folded.length === 1 || !articles.has(folded));
  const found = withoutSession(words, indexed).find(telling =>
    indexed.shortNames.some(name => {
      const before = telling.slice(0, telling.length - name.length);
      const isName = name.every((word, at) => telling[before.length + at]?.folded === word);
      return isName && before.every(({folded}) => isOfMaker(folded, indexed));
    }),
  );
  if (found === undefined) return undefined;
  return {
    indexed,
    names: NOBODY,
    title: 'name',
    run: undefined,
    year: found.length < words.length ? 'agrees' : 'absent',
    otherYear: undefined,
    isYearBeside: false,
    unexplained: [],
    strangers: [],
    isAbout: false,
  };
}

// A year, and the second of a session: "2003–04".
const YEAR = /^(?:1[5-9]|20)\d\d$/u;
const SECOND_YEAR = /^\d{2}(?:\d{2})?$/u;

/**
 * The words as they are, and without a session or year in front of a paper's number or behind it, which must be the entry's:
 * "HC 218-I (2003–04)", "HC (2003–04) 218". Numbers begin anew with each session.
 */
function withoutSession(
  words: readonly Word[],
  {entry, title, otherWords}: IndexedEntry,
): readonly (readonly Word[])[] {
  const at = words.findIndex(({text}) => YEAR.test(text));
  const [year, next] = [words[at], words[at + 1]];
  if (year === undefined) return [words];
  const isSession = next !== undefined && SECOND_YEAR.test(next.text) && next.start - year.end === 1;
  const typed = Number(year.text);
  // A session begins in November, and most of its papers are of its second year.
  const isOfYear = entry.year === (isSession ? typed + 1 : typed);
  const isKnown = (word: Word): boolean => title.includes(word.folded) || otherWords().has(word.folded);
  if (!isOfYear && entry.year !== undefined && !isKnown(year)) return [words];
  return [words, words.filter(word => word !== year && !(isSession && word === next))];
}

/** Whether a word before a short name is of those who made or keep the work. */
function isOfMaker(folded: string, {names, entry}: IndexedEntry): boolean {
  return (
    names.some(({forms}) => forms.flat().includes(folded)) ||
    archiveForms(entry).some(form => form.includes(folded))
  );
}
