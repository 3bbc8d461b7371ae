import type {Word} from '../text/words.ts';
import {alignTitle, isWhole, type TitleRun} from './align-title.ts';
import {hasOtherEdition} from './edition.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {matchNames, type NameEvidence} from './match-names.ts';
import {ARTICLES} from './short-names.ts';
import {isYearBeside, type Place, readSurroundings} from './surroundings.ts';
import {
  isOtherVolume,
  isPartBehind,
  markedWords,
  readTitleZone,
  type TitleZone,
  wordsBesideTitle,
} from './title-zone.ts';
import {commonWords, nameConnectors, nameRoles, signals} from './vocabulary.ts';

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
 * `whole`: the title, or its part before the colon. `short`: a telling stretch of it. `container`: the journal. `name`: a short
 * name that the manuscript gave the work. `other`: a
 * title that shares words with the entry's and has others, which is another work's.
 */
export type TitleEvidence = 'whole' | 'short' | 'container' | 'name' | 'other' | 'none';

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
      {hasOthers: indexed.entry.hasOthers, hasEtAl: lead.hasEtAl},
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
  const used = new Set<Word>(names.used);
  if (zone !== undefined) for (const word of words.slice(zone.start, zone.end)) used.add(word);

  const years = lead.years.filter(word => !used.has(word));
  for (const word of years) used.add(word);
  const beside = years.find(word => isYearBeside(lead, names.used, word, indexed));
  const {year} = indexed.entry;
  const decisive = beside === undefined ? years : [beside];
  const agrees = decisive.some(word => Number.parseInt(word.text, 10) === year);

  const holder = findContainer(words, indexed);
  const container = run === undefined && names.verdict === 'none' ? holder : undefined;
  for (const word of holder ?? []) used.add(word);
  const place: Place = {names: names.used, zone, year: beside ?? years[0]};
  const surroundings = readSurroundings(lead, place, indexed);
  const unexplained = words.filter(
    (word, index) =>
      !used.has(word) &&
      (couldName(word) || isOtherParticle(lead, index, used)) &&
      !opensProse(lead, index) &&
      !surroundings.prose.has(word) &&
      !isOfStyle(words, index, indexed),
  );
  const titleStart = zone === undefined ? undefined : words[zone.start]?.start;
  // Behind a title that says which work it is stand journals, publishers and places, which the entry may not have.
  const isClearTitle = run !== undefined && (run.telling >= 3 || isWhole(run));
  const titleEnd = isClearTitle && zone !== undefined ? words[zone.end - 1]?.end : undefined;
  return {
    indexed,
    names,
    title: container !== undefined ? 'container' : titleEvidence(lead, run, zone, indexed, used),
    run,
    year: years.length === 0 || year === undefined ? 'absent' : agrees ? 'agrees' : 'differs',
    otherYear: agrees ? undefined : decisive[0],
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

const NOBODY: NameEvidence = {verdict: 'none', count: 0, used: [], differing: undefined};

/** A work called by the short name that the manuscript gave it, and by nothing else but its author. */
function findShortNamed(lead: Lead, indexed: IndexedEntry): Explanation | undefined {
  if (indexed.shortNames.length === 0) return undefined;
  const telling = lead.words.filter(({folded}) => !ARTICLES.has(folded));
  const isNamed = indexed.shortNames.some(name => {
    const before = telling.slice(0, telling.length - name.length);
    const isName = name.every((word, at) => telling[before.length + at]?.folded === word);
    return (
      isName && before.every(({folded}) => indexed.names.some(({forms}) => forms.flat().includes(folded)))
    );
  });
  if (!isNamed) return undefined;
  return {
    indexed,
    names: NOBODY,
    title: 'name',
    run: undefined,
    year: 'absent',
    otherYear: undefined,
    isYearBeside: false,
    unexplained: [],
    strangers: [],
    isAbout: false,
  };
}

/** A run worth speaking of: two telling words, or one of four letters and more that opens the title or fills it. */
function findTitle(
  lead: Lead,
  words: readonly Word[],
  {title, mainTitleLength, shortTitle}: IndexedEntry,
): TitleRun | undefined {
  const full = alignTitle(words, title, mainTitleLength);
  const short = alignTitle(words, shortTitle, shortTitle.length);
  const run = (short?.telling ?? 0) > (full?.telling ?? 0) ? short : full;
  if (run === undefined) return undefined;
  if (run.telling >= 2) return run;
  const text = words[run.start]?.text ?? '';
  const marked = markedWords(lead);
  const isMarked = marked !== undefined && run.start >= marked.start && run.end <= marked.end;
  const opens = run.titleStart === 0 && run.telling === 1 && text.length >= 3;
  return (run.telling === 1 && (isMarked || isWhole(run))) || (opens && /^\p{Lu}/u.test(text))
    ? run
    : undefined;
}

// A year or another number in a title: "1984", "2".
const NUMBER = /^\d{1,4}$/u;

/** The years of a lead that are dates, and not the year that the entry's title has at this place: "Farming in 1985". */
function datesOf({words, years, text, start}: Lead, run: TitleRun, {title}: IndexedEntry): readonly Word[] {
  const [last, next] = [words[run.end - 1], words[run.end]];
  if (last === undefined || next === undefined || !NUMBER.test(title[run.titleEnd] ?? '')) return years;
  const isJoined = /^\s+$/u.test(text.slice(last.end - start, next.start - start));
  return isJoined ? years.filter(word => word !== next) : years;
}

function titleEvidence(
  lead: Lead,
  run: TitleRun | undefined,
  zone: TitleZone | undefined,
  indexed: IndexedEntry,
  used: ReadonlySet<Word>,
): TitleEvidence {
  const marked = wordsOfAnotherTitle(lead, zone, indexed, used);
  if (run === undefined || zone === undefined) return marked.length > 0 ? 'other' : 'none';
  if (run.strays > 0 || wordsBesideTitle(lead, run, zone).length > 0) return 'other';
  if (marked.length > 0 || isPartBehind(zone, indexed)) return 'other';
  if (isOtherVolume(zone, indexed) || hasOtherEdition(lead, zone, indexed)) return 'other';
  if (isWhole(run)) return 'whole';
  const main = indexed.title.slice(0, indexed.mainTitleLength).filter(word => !commonWords.has(word));
  return run.mainCoverage >= 0.9 && main.length >= 2 ? 'whole' : 'short';
}

/** The words of a title set off before or without the entry's own, which are another work's: a chapter, an article. */
function wordsOfAnotherTitle(
  lead: Lead,
  zone: TitleZone | undefined,
  {otherWords}: IndexedEntry,
  used: ReadonlySet<Word>,
): readonly Word[] {
  const marked = markedWords(lead);
  if (marked === undefined || (zone !== undefined && zone.start < marked.end)) return [];
  return lead.words
    .slice(marked.start, marked.end)
    .filter(
      word =>
        !used.has(word) &&
        !commonWords.has(word.folded) &&
        !NOT_A_TITLE.has(word.folded) &&
        !otherWords().has(word.folded),
    );
}

/** Words that are set off without being a title. */
const NOT_A_TITLE: ReadonlySet<string> = new Set(
  'al alia see also cf eg ie passim ed eds op cit ibid id'.split(' '),
);

/** A journal's name may stand for the work: "Revue du Droit de l’Union Européenne art. cit." */
function findContainer(
  words: readonly Word[],
  {container, entry}: IndexedEntry,
): readonly Word[] | undefined {
  // A book is a work of its own beside its chapters.
  if (entry.type !== 'article') return undefined;
  const run = alignTitle(words, container, container.length);
  return run !== undefined && isWhole(run) && run.telling >= 2 ? words.slice(run.start, run.end) : undefined;
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

/** Whether a capital is that of a sentence: "Similar points are made by Vale, op cit". */
function opensProse({words, text, start}: Lead, index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (index !== 0 || word === undefined || next === undefined) return false;
  if (nameConnectors.has(next.folded) || next.folded === 'al' || PARTICLES.has(word.folded)) return false;
  return /^\p{Ll}/u.test(next.text) && /^\s+$/u.test(text.slice(word.end - start, next.start - start));
}

/** "HM Treasury", "UK Department of Health": a state's body goes with these words and without them. */
function isOfStyle(words: readonly Word[], index: number, {names}: IndexedEntry): boolean {
  const [word, next] = [words[index], words[index + 1]];
  const name = names[0]?.name;
  if (word === undefined || next === undefined || name?.kind !== 'body') return false;
  return STATE_STYLES.has(word.folded) && STATE_BODY.test(name.literal) && next.folded !== 'and';
}

const STATE_STYLES: ReadonlySet<string> = new Set(['hm', 'uk']);
// The first word of the names of departments: "Department of Health", "Home Office".
const STATE_BODY = /^(?:The )?(?:Department|Ministry|Treasury|Government|Home Office|Cabinet Office)\b/u;

/** The words of the signals, where one was not parted from the cite: "🔎 See Quayle, S (1999)". */
const signalWords: ReadonlySet<string> = new Set(signals.flatMap(signal => signal.split(/[\s.:]+/u)));

/** Words that begin a family name: "van der Berghe", "de la Corte". */
const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de la le di da del della du dos das ten ter af av el al bin ibn'.split(' '),
);

/** Whether a particle typed before the names is none of theirs: "van der Berghe" is not Anneke Berghe. */
function isOtherParticle({words}: Lead, index: number, used: ReadonlySet<Word>): boolean {
  const word = words[index];
  if (word === undefined || !PARTICLES.has(word.folded) || index > 0) return false;
  const next = words.slice(index).find(one => !PARTICLES.has(one.folded));
  return next !== undefined && used.has(next);
}

/** Whether a word left over may name something: it begins with a capital, and is no connector or common opening. */
function couldName({text, folded}: Word): boolean {
  if (nameConnectors.has(folded) || nameRoles.has(folded) || commonWords.has(folded) || folded === 'al')
    return false;
  return /^[\p{Lu}\p{Lo}]/u.test(text) && !signalWords.has(folded);
}
