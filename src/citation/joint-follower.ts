import {
  endOfIbid,
  endOfNote,
  endOfPointer,
  endOfSending,
  endOfShortWord,
  INVERTED_NAME,
  YEAR,
} from './joint-words.ts';
import {endOfNames} from './name-run.ts';
import type {Range} from './range.ts';

/** What begins behind a joint. */
export interface Follower {
  readonly kind:
    | 'dated'
    | 'dated-bare'
    | 'shortened'
    | 'located'
    | 'titled'
    | 'pointer'
    | 'bare-pointer'
    | 'ibid'
    | 'statute';
  /** "Kay, R (1988)", or a title behind the year: a full citation; a note with a place of its own, "n 2, p 5". */
  readonly isFull: boolean;
  /** "Kay, R": how a reference in a list begins. */
  readonly isInverted?: boolean;
}

// What stands behind the names of a cite: "(1992)", "1992", ", p 4".
const DATED = new RegExp(`^[.,]?\\s{0,2}\\(${YEAR}(?=[),;])`, 'u');
const DATED_BARE = new RegExp(`^[.,]?\\s{1,2}${YEAR}(?=[\\s.]*$|[,;]|\\.\\s|\\s(?:and|&)\\s)`, 'u');
const STATUTE = /\p{L}\s(?:Acts?|Regulations|Order|Rules|Bill)$/u;
const LOCATED = /^,?\s(?:pp?|paras?|chs?|chapter|ss?|cols?)\.?\s?\d/u;
// A title at the beginning, with its year: "*Caparo v Dickman* [1990]"; a case in roman: "R (Evans) v Attorney General [2015]".
const TITLE_DATED = new RegExp(`^[”’"»]?,?\\s[(\\[]${YEAR}[)\\]]`, 'u');
const CASE = new RegExp(`^\\p{Lu}[^;[\\]]{0,80}\\sv\\.?\\s\\p{Lu}[^;[\\]]{1,80}[[(]${YEAR}[\\])]`, 'u');

const INVERTED = new RegExp(INVERTED_NAME, 'u');
// ", p 5", " at 5".
const PLACE = /^\)?,?\s(?:at|pp?\.?|paras?\.?)\s\d/u;

/**
 * What begins at a place, if it is a cite.
 *
 * @param lower the passage in lower case
 * @param end where the note or sentence ends
 * @param titles what is set off as a title
 */
export function readFollower(
  passage: string,
  lower: string,
  at: number,
  end: number,
  titles: readonly Range[],
): Follower | undefined {
  const rest = passage.slice(at, Math.min(end, at + 260));
  const lowerRest = lower.slice(at, Math.min(end, at + 260));
  // *Op cit* at the beginning goes on with what stands before it: "Lee (1991), op cit".
  const opening = lowerRest.startsWith('(') ? 1 : 0;
  if (endOfPointer(lowerRest, opening) !== undefined) return {kind: 'pointer', isFull: false};
  const note = endOfNote(lowerRest, opening);
  if (note !== undefined) return {kind: 'bare-pointer', isFull: PLACE.test(lowerRest.slice(note))};
  if (endOfIbid(lowerRest, opening) !== undefined) return {kind: 'ibid', isFull: false};
  if (CASE.test(rest) || startsDatedTitle(passage, at, titles)) return {kind: 'titled', isFull: true};
  const title = titles.find(({start}) => start > at)?.start ?? end;
  const names = endOfNames(rest.slice(0, title - at));
  if (names === 0) return undefined;
  const behind = lowerRest.slice(names);
  const isInverted = INVERTED.test(rest);
  const dated = DATED.exec(behind);
  if (dated !== null) {
    const isFull = isInverted || startsTitle(passage, at + names + dated[0].length, titles);
    return {kind: 'dated', isFull, isInverted};
  }
  if (isShortened(behind)) return {kind: 'shortened', isFull: false};
  if (startsTitle(passage, at + names, titles)) return {kind: 'titled', isFull: true};
  if (DATED_BARE.test(behind)) {
    return {
      kind: STATUTE.test(rest.slice(0, names)) ? 'statute' : 'dated-bare',
      isFull: isInverted,
      isInverted,
    };
  }
  return LOCATED.test(behind) ? {kind: 'located', isFull: false} : undefined;
}

// Between names and a short form: ", ", " (".
const BEFORE_SHORT_FORM = /^[.,]?\s{0,2}(?<open>\(?)/u;

/** Whether a short form stands behind names: ", op cit", "(n 2)", ", supra note 2", ", n 2 above". */
function isShortened(behind: string): boolean {
  const gap = BEFORE_SHORT_FORM.exec(behind);
  const opening = gap?.[0].length ?? 0;
  const sending = endOfSending(behind, opening);
  const at =
    sending === undefined ? opening : sending + (/^\s{1,2}/u.exec(behind.slice(sending))?.[0].length ?? 0);
  if (endOfShortWord(behind, at) !== undefined || endOfPointer(behind, at) !== undefined) return true;
  const note = gap?.groups?.['open'] === '(' ? endOfNote(behind, at) : undefined;
  return note !== undefined && behind.charAt(note) === ')';
}

// What stands between names, or their year, and a title: ", ", ") ", ": “".
const BEFORE_TITLE = /^[\s,.:)(“"‘'«]{1,5}/u;

function startsTitle(passage: string, at: number, titles: readonly Range[]): boolean {
  const gap = BEFORE_TITLE.exec(passage.slice(at))?.[0].length ?? 0;
  return gap > 0 && titles.some(({start}) => at < start && start <= at + gap);
}

function startsDatedTitle(passage: string, at: number, titles: readonly Range[]): boolean {
  return titles.some(({start, end}) => start === at && TITLE_DATED.test(passage.slice(end, end + 12)));
}
