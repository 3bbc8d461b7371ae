import type {Word} from '../text/words.ts';
import {alignTitle, type TitleRun} from './align-title.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {matchNames, type NameEvidence} from './match-names.ts';
import {commonWords, nameConnectors, nameRoles} from './vocabulary.ts';

/** How far an entry accounts for what an author typed to name a work. */
export interface Explanation {
  readonly indexed: IndexedEntry;
  readonly names: NameEvidence;
  readonly title: TitleEvidence;
  readonly run: TitleRun | undefined;
  readonly year: 'agrees' | 'differs' | 'absent';
  /** The typed year that disagrees. */
  readonly otherYear: Word | undefined;
  /** Words that would name something, of which the entry knows nothing: another author, another title. */
  readonly unexplained: readonly Word[];
}

/**
 * `whole`: the title, or its part before the colon. `short`: a telling stretch of it. `container`: the journal. `other`: a
 * title that begins alike and goes on otherwise, which is another work's.
 */
export type TitleEvidence = 'whole' | 'short' | 'container' | 'other' | 'none';

/**
 * Explains a lead by an entry: each typed word is a name, an initial, a stretch of the title, the year, or left over.
 * Nothing is decided here; the conclusions are drawn in `conclude-*.ts`.
 */
export function explain(lead: Lead, indexed: IndexedEntry): Explanation {
  const {words} = lead;
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
  const names = namesIn(isClear ? words.slice(0, clear.start) : words);
  // One word of a title may as well be a name: "Department of Health and Social Care", and a title "Care Homes".
  const run = isClear ? clear : findTitle(lead, withoutWords(words, names.used), indexed);
  const used = new Set<Word>(names.used);
  if (run !== undefined) for (const word of words.slice(run.start, run.end)) used.add(word);

  const years = lead.years.filter(word => !used.has(word));
  const {year} = indexed.entry;
  const agrees = years.some(word => Number.parseInt(word.text, 10) === year);
  for (const word of years) used.add(word);

  const rest = words.filter((word, index) => !used.has(word) && couldName(word) && !opensProse(lead, index));
  const container = run === undefined && names.verdict === 'none' ? findContainer(words, indexed) : undefined;
  const unexplained = container === undefined ? rest : rest.filter(word => !container.includes(word));
  return {
    indexed,
    names,
    title: container !== undefined ? 'container' : titleEvidence(lead, run, indexed),
    run,
    year: years.length === 0 || year === undefined ? 'absent' : agrees ? 'agrees' : 'differs',
    otherYear: agrees ? undefined : years[0],
    unexplained,
  };
}

/** A run worth speaking of: two telling words, or one of four letters and more that opens the title or fills it. */
function findTitle(
  {markedTitle}: Lead,
  words: readonly Word[],
  {title, mainTitleLength, shortTitle}: IndexedEntry,
): TitleRun | undefined {
  const full = alignTitle(words, title, mainTitleLength);
  const short = alignTitle(words, shortTitle, shortTitle.length);
  const run = (short?.telling ?? 0) > (full?.telling ?? 0) ? short : full;
  if (run === undefined) return undefined;
  if (run.telling >= 2) return run;
  const text = words[run.start]?.text ?? '';
  const isMarked =
    markedTitle !== undefined &&
    (words[run.start]?.start ?? -1) >= markedTitle.start &&
    (words[run.end - 1]?.end ?? Number.POSITIVE_INFINITY) <= markedTitle.end;
  const opens = run.titleStart === 0 && run.telling === 1 && text.length >= 3;
  return (run.telling === 1 && (isMarked || run.coverage >= 0.85)) || (opens && /^\p{Lu}/u.test(text))
    ? run
    : undefined;
}

function titleEvidence(lead: Lead, run: TitleRun | undefined, indexed: IndexedEntry): TitleEvidence {
  if (run === undefined) return 'none';
  if (run.strays > 0 || goesOnOtherwise(lead, run)) return 'other';
  if (hasOtherNumber(lead, run, indexed) || hasOtherSubtitle(lead, run, indexed)) return 'other';
  if (run.coverage >= 0.85) return 'whole';
  const main = indexed.title.slice(0, indexed.mainTitleLength).filter(word => !commonWords.has(word));
  return run.mainCoverage >= 0.9 && main.length >= 2 ? 'whole' : 'short';
}

/** A title set off that holds more telling words than the run is a longer one: *The River and the Law*. */
function goesOnOtherwise({words, markedTitle}: Lead, run: TitleRun): boolean {
  if (markedTitle === undefined || run.startOffset < markedTitle.start || run.endOffset > markedTitle.end)
    return false;
  return words.some(
    (word, index) =>
      (index < run.start || index >= run.end) &&
      word.start >= markedTitle.start &&
      word.end <= markedTitle.end &&
      !commonWords.has(word.folded),
  );
}

// A volume, a year, an edition in a title: "2", "2003", "II".
const NUMERAL = /^(?:\d{1,4}|[ivx]{1,5})$/u;

/** Volumes and yearly reports differ in nothing but a number: "World Prospects, volume 2" is not volume 1. */
function hasOtherNumber({words, years}: Lead, run: TitleRun, {title}: IndexedEntry): boolean {
  const wanted = title.slice(run.titleStart, run.titleEnd + 1).filter(word => NUMERAL.test(word));
  const behind = words[run.end];
  const typed = [
    ...words.slice(run.start, run.end),
    ...(behind === undefined || years.includes(behind) ? [] : [behind]),
  ]
    .map(({folded}) => folded)
    .filter(word => NUMERAL.test(word));
  return wanted.some(word => !typed.includes(word)) && typed.some(word => !wanted.includes(word));
}

// What leads to a subtitle: a colon or a dash, perhaps behind a closing mark.
const SUBTITLE = /^["”’»*]?\s*(?::|\s[–—-])\s*/u;

/** "Rural Change: Africa" is not the "Rural Change: Asia" that the bibliography knows. */
function hasOtherSubtitle(
  {words, text, start}: Lead,
  run: TitleRun,
  {title, mainTitleLength}: IndexedEntry,
): boolean {
  if (run.titleEnd > mainTitleLength || title.length === mainTitleLength) return false;
  if (!SUBTITLE.test(text.slice(run.endOffset - start))) return false;
  const first = words.slice(run.end).find(({folded}) => !commonWords.has(folded));
  return first !== undefined && !title.slice(mainTitleLength).includes(first.folded);
}

/** A journal's name may stand for the work: "Revue du Droit de l’Union Européenne art. cit." */
function findContainer(words: readonly Word[], {container}: IndexedEntry): readonly Word[] | undefined {
  const run = alignTitle(words, container, container.length);
  return run !== undefined && run.coverage >= 0.85 && run.telling >= 2
    ? words.slice(run.start, run.end)
    : undefined;
}

/** The words with some of them blotted out, so that those left keep their places. */
function withoutWords(words: readonly Word[], used: readonly Word[]): readonly Word[] {
  return words.map(word => (used.includes(word) ? {...word, folded: ''} : word));
}

/** Whether a capital is that of a sentence: "Similar points are made by Vale, op cit". */
function opensProse({words, text, start}: Lead, index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (index !== 0 || word === undefined || next === undefined) return false;
  if (nameConnectors.has(next.folded) || next.folded === 'al') return false;
  return /^\p{Ll}/u.test(next.text) && /^\s+$/u.test(text.slice(word.end - start, next.start - start));
}

/** Whether a word left over may name something: it begins with a capital, and is no connector or common opening. */
function couldName({text, folded}: Word): boolean {
  if (nameConnectors.has(folded) || nameRoles.has(folded) || commonWords.has(folded) || folded === 'al')
    return false;
  return /^[\p{Lu}\p{Lo}]/u.test(text);
}
