import type {Word} from '../text/words.ts';
import {alignTitle, isWhole, type TitleRun} from './align-title.ts';
import {isOtherContainer} from './container-evidence.ts';
import {hasOtherEdition} from './edition.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {isOtherDay} from './other-day.ts';
import {
  isIssueBehind,
  isOtherMember,
  isOtherNumber,
  isOtherVolume,
  isPartBehind,
  isSubtitleBehind,
  isVolumeOfMore,
  markedWords,
  type TitleZone,
  wordsBesideTitle,
} from './title-zone.ts';
import {commonWords, wordsBetweenParties} from './vocabulary.ts';
import {hasOtherDoi} from './work-numbers.ts';

/**
 * `whole`: the title, or its part before the colon. `short`: a telling stretch of it. `container`: the journal. `name`: a
 * name that the manuscript or its number gives the work. `other`: a title that shares words with the entry's and has
 * others, which is another work's.
 */
export type TitleEvidence = 'whole' | 'short' | 'container' | 'name' | 'other' | 'none';

/** A run worth speaking of: two telling words, or one of four letters and more that opens the title or fills it. */
export function findTitle(
  lead: Lead,
  words: readonly Word[],
  {title, mainTitleLength, shortTitle, entry}: IndexedEntry,
): TitleRun | undefined {
  const full = alignTitle(words, title, mainTitleLength);
  const short = alignTitle(words, shortTitle, shortTitle.length);
  const run = (short?.telling ?? 0) > (full?.telling ?? 0) ? short : full;
  if (run === undefined) return undefined;
  if (run.telling >= 2) return run;
  const text = words[run.start]?.text ?? '';
  // "Orlan, *1947*": a book of that title and of another year. In brackets the number is a year.
  const isNumber = title.length === 1 && NUMBER.test(text) && Number(text) !== entry.year;
  if (isNumber && isWhole(run) && !/[([]\s?$/u.test(lead.text.slice(0, run.startOffset - lead.start)))
    return run;
  const marked = markedWords(lead);
  const isMarked = marked !== undefined && run.start >= marked.start && run.end <= marked.end;
  // The second party of a case is named as the first is: "Brown" of "R v Brown".
  const isParty = wordsBetweenParties.has(title[run.titleStart - 1] ?? '');
  const opens = (run.titleStart === 0 || isParty) && run.telling === 1 && text.length >= 3;
  // In small letters and unmarked it is a word of the sentence: "for barns see Ames".
  // Behind its author it is one in any letters: "the ferry company's returns".
  const isCapital = /^\p{Lu}/u.test(text) || words[run.start - 1]?.text === 's';
  return (run.telling === 1 && (isMarked || (isWhole(run) && isCapital))) || (opens && isCapital)
    ? run
    : undefined;
}

// A year or another number in a title: "1984", "2".
const NUMBER = /^\d{1,4}$/u;

/** The years of a lead that are dates, and not the year that the entry's title has at this place: "Farming in 1985". */
export function datesOf(
  {words, years, text, start}: Lead,
  run: TitleRun,
  {title}: IndexedEntry,
): readonly Word[] {
  const [last, next] = [words[run.end - 1], words[run.end]];
  if (last === undefined || next === undefined || !NUMBER.test(title[run.titleEnd] ?? '')) return years;
  const isJoined = /^\s+$/u.test(text.slice(last.end - start, next.start - start));
  return isJoined ? years.filter(word => word !== next) : years;
}

/** What the words typed as a title say of the entry's. */
export function titleEvidence(
  lead: Lead,
  run: TitleRun | undefined,
  zone: TitleZone | undefined,
  indexed: IndexedEntry,
  used: ReadonlySet<Word>,
): TitleEvidence {
  if (hasOtherDoi(lead, indexed.entry)) return 'other';
  const marked = wordsOfAnotherTitle(lead, zone, indexed, used);
  if (run === undefined || zone === undefined) return marked.length > 0 ? 'other' : 'none';
  if (differsInWords(lead, run) || isHalfNumber(run, indexed)) return 'other';
  if (run.strays > 0 || wordsBesideTitle(lead, run, zone).length > 0) return 'other';
  if (marked.length > 0 || isPartBehind(zone, indexed)) return 'other';
  if (isOtherNumber(zone, indexed) || isIssueBehind(zone, indexed)) return 'other';
  if (isSubtitleBehind(zone, indexed) || isOtherMember(zone, run, indexed)) return 'other';
  if (isOtherDay(lead, indexed)) return 'other';
  if (isOtherContainer(lead, zone, indexed) || isVolumeOfMore(lead, zone, indexed)) return 'other';
  if (isOtherVolume(lead, zone, indexed) || hasOtherEdition(lead, zone, indexed)) return 'other';
  if (isWhole(run)) return 'whole';
  const main = indexed.title.slice(0, indexed.mainTitleLength).filter(word => !commonWords.has(word));
  // One word is the main title where it is set off and all that is: "*La Distinction*".
  const setOff = markedWords(lead);
  const isAllMarked = setOff !== undefined && run.end === setOff.end && run.start <= setOff.start + 1;
  return run.mainCoverage >= 0.9 && (main.length >= 2 || (main.length === 1 && isAllMarked && run.isExact))
    ? 'whole'
    : 'short';
}

/** "Annual Report 2002" is not the one for 2002–03, of which it has a number and not the one joined to it. */
function isHalfNumber({titleEnd}: TitleRun, {title}: IndexedEntry): boolean {
  return [title[titleEnd - 1], title[titleEnd]].every(word => word !== undefined && NUMBER.test(word));
}

// "the impact of changes … in the Midlands": words left out on purpose.
const ELLIPSIS = /…|\.\.\./u;

/**
 * Whether a word is left out or slipped where each one counts: "Why We Should Abolish" is not "Why We Should Not Abolish",
 * and in a short title "Hospitality" is not "Hospital". In a long title one slip among many words is the typist's.
 */
function differsInWords({text, start}: Lead, run: TitleRun): boolean {
  if (run.slips > 0 && run.telling - run.slips < 4) return true;
  return run.missing > 0 && !ELLIPSIS.test(text.slice(run.startOffset - start, run.endOffset - start));
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
export function findContainer(
  words: readonly Word[],
  {container, entry}: IndexedEntry,
): readonly Word[] | undefined {
  // A book is a work of its own beside its chapters.
  if (entry.type !== 'article') return undefined;
  const run = alignTitle(words, container, container.length);
  return run !== undefined && isWhole(run) && run.telling >= 2 ? words.slice(run.start, run.end) : undefined;
}
