import {inLowerCase} from '../text/words.ts';
import {findTrailingLocator} from './locator.ts';
import {areNames, endOfNames} from './name-run.ts';
import type {Range} from './range.ts';
import {
  ibidWords,
  infraWords,
  locCitWords,
  noteWords,
  opCitWords,
  signals,
  supraWords,
} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** What leads to another cite: a connector, or a signal. */
const CONNECTORS: readonly string[] = ['and', '&', 'as well as', 'plus', 'also', 'und', 'y', 'et'];
const SIGNALS: readonly string[] = [
  'see also',
  'see further',
  'see generally',
  'see',
  'but see',
  'but',
  'cf.',
  'compare',
  'contrast',
  'siehe auch',
  'siehe',
];

// ", and see also ", ". ", " and ", ", ": a comma or stop, white space, then connectors and signals.
const JOINT = new RegExp(
  `(?<=[\\p{L}\\p{N}.)\\]”’"'»?*])(?<stop>[,.]?)\\s{1,3}(?<words>(?:(?:${anyWord([...CONNECTORS, ...SIGNALS])})(?![\\p{L}\\p{N}]),?\\s{1,2}){0,4})`,
  'gu',
);
const SIGNAL = new RegExp(`(?<!\\p{L})(?:${anyWord(SIGNALS)})(?!\\p{L})`, 'u');

// "Kay, R": an inverted name.
const INVERTED_NAME = "^\\p{Lu}[\\p{L}'’-]{1,40},\\s?(?:\\p{Lu}\\.?[\\s-]?){1,4}(?!\\p{Ll})";
const YEAR = '(?:1[5-9]|20)\\d\\d[a-z]?';
const SHORT_WORDS = `(?:${anyWord([...ibidWords, ...opCitWords, ...locCitWords])})(?![\\p{L}\\p{N}])`;
const NOTE = `(?:${anyWord(noteWords)})\\s{0,2}\\d{1,4}`;
const DIRECTION = `(?:${anyWord([...supraWords, ...infraWords])})`;

// What stands behind the names of a cite: "(1992)", "1992", ", op cit", "(n 2)", ", supra note 2", ", n 2 above", ", p 4".
const DATED = new RegExp(`^[.,]?\\s{0,2}\\(${YEAR}(?=[),;])`, 'u');
const DATED_BARE = new RegExp(`^[.,]?\\s{1,2}${YEAR}(?=[\\s.]*$|[,;]|\\.\\s|\\s(?:and|&)\\s)`, 'u');
const SHORTENED = new RegExp(
  `^[.,]?\\s{0,2}\\(?(?:${SHORT_WORDS}|${DIRECTION},?\\s{1,2}\\(?${NOTE}|${NOTE},?\\s${DIRECTION})|^[.,]?\\s{0,2}\\(${NOTE}\\)`,
  'u',
);
const STATUTE = /\p{L}\s(?:Acts?|Regulations|Order|Rules|Bill)$/u;
const LOCATED = /^,?\s(?:pp?|paras?|chs?|chapter|ss?|cols?)\.?\s?\d/u;
// A pointer with its direction, or *ibid*, at the beginning: "note 2 above", "supra note 3", "ibid". *Op cit* at the beginning
// goes on with what stands before it: "Lee (1991), op cit".
const POINTER = new RegExp(
  `^\\(?(?:${NOTE},?\\s${DIRECTION}(?![\\p{L}\\p{N}])|${DIRECTION},?\\s\\(?${NOTE})`,
  'u',
);
const BARE_POINTER = new RegExp(`^\\(?${NOTE}(?![\\p{L}\\p{N}])`, 'u');
const IBID = new RegExp(`^\\(?(?:${anyWord(ibidWords)})(?![\\p{L}\\p{N}])`, 'u');
// A title at the beginning, with its year: "*Caparo v Dickman* [1990]"; a case in roman: "R (Evans) v Attorney General [2015]".
const TITLE_DATED = new RegExp(`^[”’"»]?,?\\s[(\\[]${YEAR}[)\\]]`, 'u');
const CASE = new RegExp(`^\\p{Lu}[^;[\\]]{0,80}\\sv\\.?\\s\\p{Lu}[^;[\\]]{1,80}[[(]${YEAR}[\\])]`, 'u');

// How a finished cite ends: a year in brackets, "[1932] AC 562", a short form, a pointer, a page behind brackets or a title.
const ENDS_DATED = new RegExp(`[(\\[][^()[\\]]{0,80}${YEAR}[^()[\\]]{0,20}[)\\]]$`, 'u');
const ENDS_SHORT = new RegExp(`(?<![\\p{L}\\p{N}])${SHORT_WORDS.replace('(?![', '\\)?$(?![')}`, 'u');
const ENDS_POINTER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NOTE}\\)?|${NOTE}\\)?,?\\s${DIRECTION}\\)?|${DIRECTION},?\\s\\(?${NOTE}\\)?)$`,
  'u',
);
// A part of this document, which a pointer may follow: "section 4 above and note 2 above".
const ENDS_PART =
  /(?<!\p{L})(?:box|section|paragraph|para|table|figure|annex|appendix|chapter|part)e?s?\.?\s[\p{L}\d]{1,4}(?:\s(?:above|below))?$/u;
const ENDS_PAGED = /[)”’"],?\s\d{1,4}(?:[–-]\d{1,4})?$/u;
const ENDS_CASE = new RegExp(`\\[${YEAR}\\]\\s(?:\\d{1,2}\\s)?\\p{Lu}[\\p{L}\\s]{1,16}\\d{1,5}$`, 'u');

/** Anything in a text that makes it a cite, finished or not. */
const HOLDS_CITE = new RegExp(`[(\\[][^()[\\]]{0,80}${YEAR}|(?<![\\p{L}\\p{N}])${SHORT_WORDS}`, 'u');

// "Lee, A. 1991. Rivers …": a reference whose year has no brackets.
const OPENS_DATED = new RegExp(`${INVERTED_NAME}[^()]{0,80}?\\.\\s${YEAR}\\.\\s`, 'u');

// "Jones, P": an initial at the end is part of a list of names.
const ENDS_INITIAL = /(?<!\p{L})\p{Lu}\.?$/u;
// "in Ann Bell": the editors of the book in which a chapter stands.
const ENDS_EDITOR = /(?<!\p{L})in\s\p{Lu}[^()\d*“‘"]{0,60}$/u;
const INVERTED = new RegExp(INVERTED_NAME, 'u');

interface Follower {
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
  /** "Kay, R (1988)", or a title behind the year: a full citation. */
  readonly isFull: boolean;
  /** "Kay, R": how a reference in a list begins. */
  readonly isInverted?: boolean;
}

/**
 * The joints at which one cite ends and another begins without a semicolon between them.
 *
 *     See Lee (1991), p 4, and May and Kay (1992)
 *                        ^^^^^^
 *
 * A joint is a comma, a stop, "and", "see also" and the like, behind something complete (a year in brackets, a short form, a
 * pointer, a place) and before something that itself begins a cite. So nothing is parted in "May and Kay (1992)", "pp 4 and
 * 12" or "in A Bell and C Dee (eds)".
 *
 * @param titles what is set off as a title
 * @returns ranges with places in the passage, in order
 */
export function findJoints(
  passage: string,
  within: Range,
  closed: readonly Range[],
  titles: readonly Range[],
): readonly Range[] {
  const joints: Range[] = [];
  const lower = inLowerCase(passage);
  let from = within.start;
  for (const match of lower.slice(within.start, within.end).matchAll(JOINT)) {
    const start = within.start + match.index;
    const end = start + match[0].length;
    const [stop, words] = [match.groups?.['stop'] ?? '', match.groups?.['words'] ?? ''];
    if (stop === '' && words === '') continue;
    if (closed.some(range => range.start <= start && start < range.end)) continue;
    if (start <= from || end >= within.end) continue;
    const follower = readFollower(passage, lower, end, within.end, titles);
    if (follower === undefined) continue;
    const before = passage.slice(from, start);
    if (!isJoint(before, follower, {stop, words}, {passage, from, start, titles})) continue;
    // A stop may belong to an abbreviation: "op. cit. Kay, op. cit."
    joints.push({start: stop === '.' ? start + 1 : start, end: endOfConnectors(lower, start, end)});
    from = end;
  }
  return joints;
}

// The connectors of a joint; its signals belong to the cite behind it.
const CONNECTING = new RegExp(
  `^[,.]?\\s{1,3}(?:(?:${anyWord(CONNECTORS)})(?![\\p{L}\\p{N}]),?\\s{1,2}){0,4}`,
  'u',
);

function endOfConnectors(lower: string, start: number, end: number): number {
  return start + (CONNECTING.exec(lower.slice(start, end))?.[0].length ?? end - start);
}

/** What begins at a place, if it is a cite. */
function readFollower(
  passage: string,
  lower: string,
  at: number,
  end: number,
  titles: readonly Range[],
): Follower | undefined {
  const rest = passage.slice(at, Math.min(end, at + 260));
  const lowerRest = lower.slice(at, Math.min(end, at + 260));
  if (POINTER.test(lowerRest)) return {kind: 'pointer', isFull: false};
  if (BARE_POINTER.test(lowerRest)) return {kind: 'bare-pointer', isFull: false};
  if (IBID.test(lowerRest)) return {kind: 'ibid', isFull: false};
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
  if (SHORTENED.test(behind)) return {kind: 'shortened', isFull: false};
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

// What stands between names, or their year, and a title: ", ", ") ", ": “".
const BEFORE_TITLE = /^[\s,.:)(“"‘'«]{1,5}/u;

function startsTitle(passage: string, at: number, titles: readonly Range[]): boolean {
  const gap = BEFORE_TITLE.exec(passage.slice(at))?.[0].length ?? 0;
  return gap > 0 && titles.some(({start}) => at < start && start <= at + gap);
}

function startsDatedTitle(passage: string, at: number, titles: readonly Range[]): boolean {
  return titles.some(({start, end}) => start === at && TITLE_DATED.test(passage.slice(end, end + 12)));
}

type Ending = 'dated' | 'short' | 'pointer' | 'paged' | 'dated-bare' | 'open' | 'none';

interface Place {
  readonly passage: string;
  /** Where the cite before the joint begins. */
  readonly from: number;
  readonly start: number;
  readonly titles: readonly Range[];
}

function isJoint(
  before: string,
  follower: Follower,
  {stop, words}: {readonly stop: string; readonly words: string},
  place: Place,
): boolean {
  const ending = endingOf(before, place);
  const isConnected = words !== '';
  if (ending === 'none') return false;
  if (ending === 'dated-bare')
    return isConnected && ['dated', 'dated-bare', 'statute', 'shortened', 'ibid'].includes(follower.kind);
  if (ending === 'open') return joinsOpen(before, follower, {stop, words}, place);
  // "p 78 and n 5": a note of the work cited.
  if (follower.kind === 'bare-pointer') return ending === 'pointer';
  if (!isConnected) return joinsUnconnected(before, ending, follower, {stop, place});
  if (follower.kind === 'dated-bare') return isShort(before);
  return follower.kind !== 'located' || stop !== '.';
}

/**
 * A comma or stop alone stands within references too: behind the year comes the title ("Lee, A. (1991). Ponds and Locks.
 * *Fen Studies*"), behind a name and year a short title ("Lee (1991), Ponds, op cit"), behind a page the imprint.
 */
function joinsUnconnected(
  before: string,
  ending: Ending,
  {kind, isFull}: Follower,
  {stop, place}: {readonly stop: string; readonly place: Place},
): boolean {
  const isShortForm = ending === 'short' || ending === 'pointer';
  const holdsCite = HOLDS_CITE.test(inLowerCase(before));
  switch (kind) {
    case 'dated':
      return ending === 'dated' ? isFull || isShort(before) : isShortForm || holdsCite;
    case 'shortened':
      return ending !== 'dated';
    case 'titled':
      if (isShortForm) return stop === '.';
      return holdsTitle(place) || (ending === 'paged' && holdsCite);
    // "Lee, op cit, note 2": the number belongs to what stands before the comma.
    case 'pointer':
      return stop === '.';
    case 'ibid':
      return ending === 'paged' || ending === 'short';
    default:
      return false;
  }
}

/** Behind a reference whose end nobody can see, only what is plainly another cite begins one. */
function joinsOpen(
  before: string,
  follower: Follower,
  {stop, words}: {readonly stop: string; readonly words: string},
  {passage, start, titles}: Place,
): boolean {
  if (ENDS_INITIAL.test(before) || ENDS_EDITOR.test(before)) return false;
  // "… Osier Press. Kay, R. (1988) …": a list of references in one note.
  if (words === '') return stop === '.' && follower.kind === 'dated' && follower.isInverted === true;
  // "A title on how to see Kay (1988)": one word in a sentence is no signal.
  if (SIGNAL.test(words) && (stop !== '' || /\s\S/u.test(words)))
    return follower.kind !== 'bare-pointer' && follower.kind !== 'located';
  const isClosed =
    stop === ',' || titles.some(({end}) => end <= start && /^["”’»]?$/u.test(passage.slice(end, start)));
  if (!isClosed) return false;
  return follower.kind === 'shortened' || follower.isFull;
}

/**
 * How the text before a joint ends: complete in one of four ways, `dated-bare` where it is names and a year and no more,
 * `open` where it holds a cite and goes on, `none` where it holds none.
 */
function endingOf(before: string, place: Place): Ending {
  const {passage, from, start, titles} = place;
  const lower = inLowerCase(before).replace(/[\s.,]+$/u, '');
  if (ENDS_SHORT.test(lower)) return 'short';
  if (ENDS_POINTER.test(lower) || ENDS_PART.test(lower)) return 'pointer';
  if (ENDS_DATED.test(lower)) return 'dated';
  if (!holdsTitle(place) && !HOLDS_CITE.test(lower) && !OPENS_DATED.test(before))
    return isShort(before) ? 'dated-bare' : 'none';
  if (ENDS_PAGED.test(before) || ENDS_CASE.test(before)) return 'paged';
  const isPagedTitle = titles.some(
    title =>
      title.end <= start && /^["”’»]?,\s\d{1,4}(?:[–-]\d{1,4})?$/u.test(passage.slice(title.end, start)),
  );
  if (isPagedTitle) return 'paged';
  return findTrailingLocator(passage, from, start) === undefined ? 'open' : 'paged';
}

function holdsTitle({from, start, titles}: Place): boolean {
  return titles.some(title => title.start >= from && title.end <= start);
}

const NAMES_YEAR = new RegExp(
  `^(?<names>[^()]{1,120}?),?\\s\\(?${YEAR}\\)?(?:(?:,?\\s\\p{L}{1,5}\\.?\\s?|:\\s?)\\d[\\d–-]*)?$`,
  'u',
);
const LEADING_SIGNALS = new RegExp(
  `^(?:(?:${anyWord([...CONNECTORS, ...SIGNALS, ...signals])})(?!\\p{L})[\\s,:]*){0,4}`,
  'u',
);

/** Whether a text is names and a year, perhaps with a place: "Lee 1991", "See Lee (1991), p 4". */
function isShort(before: string): boolean {
  const text = before.trim().replace(/[\s.,]+$/u, '');
  const signals = LEADING_SIGNALS.exec(inLowerCase(text))?.[0].length ?? 0;
  const names = NAMES_YEAR.exec(text.slice(signals))?.groups?.['names'];
  return names !== undefined && areNames(names) && !INVERTED.test(names);
}
