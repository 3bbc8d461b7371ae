import {inLowerCase, passageInLowerCase} from '../text/words.ts';
import {
  type Ending,
  endingOf,
  holdsCite,
  holdsTitle,
  isShort,
  isShortWord,
  type Place,
} from './joint-ending.ts';
import {type Follower, readFollower} from './joint-follower.ts';
import {endOfNote} from './joint-words.ts';
import type {Range} from './range.ts';
import {endOfSignals} from './signals.ts';
import {
  connectors,
  ibidWords,
  infraWords,
  joiningSignals,
  locCitWords,
  noteWords,
  opCitWords,
  supraWords,
} from './vocabulary.ts';
import {anyWord, gateOf} from './word-pattern.ts';

// ", and see also ", ". ", " and ", ", ": a comma or stop, white space, then connectors and signals.
const JOINT = new RegExp(
  `(?<=[\\p{L}\\p{N}.)\\]”’"'»?*])(?<stop>[,.]?)\\s{1,3}(?<words>(?:(?:${anyWord([...connectors, ...joiningSignals])})(?![\\p{L}\\p{N}]),?\\s{1,2}){0,4})`,
  'gu',
);
const SIGNAL = new RegExp(`(?<!\\p{L})(?:${anyWord(joiningSignals)})(?!\\p{L})`, 'u');

// "Jones, P": an initial at the end is part of a list of names.
const ENDS_INITIAL = /(?<!\p{L})\p{Lu}\.?$/u;
// "in Ann Bell": the editors of the book in which a chapter stands.
const ENDS_EDITOR = /(?<!\p{L})in\s\p{Lu}[^()\d*“‘"]{0,60}$/u;

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
  const lower = passageInLowerCase(passage);
  const inside = lower.slice(within.start, within.end);
  if ((inside.match(ANCHOR)?.length ?? 0) + titles.length < 2) return [];
  let from = within.start;
  for (const match of inside.matchAll(JOINT)) {
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

// What every cite holds, beside titles set off: a year, a word of a short form, a note or another place. Of a text in lower case;
// where there is but one nothing is joined, and the patterns, which take long to compile, are not needed.
const ANCHOR = new RegExp(
  `\\d{4}|${gateOf([...ibidWords, ...opCitWords, ...locCitWords, ...supraWords, ...infraWords])}|id\\b|(?:p|pp|paras?|chs?|chapter|s|ss|cols?|nos?|${anyWord(noteWords)})\\.?\\s{0,2}\\d|\\sv\\.?\\s`,
  'g',
);

// The connectors of a joint; its signals belong to the cite behind it.
const CONNECTING = new RegExp(
  `^[,.]?\\s{1,3}(?:(?:${anyWord(connectors)})(?![\\p{L}\\p{N}]),?\\s{1,2}){0,4}`,
  'u',
);

function endOfConnectors(lower: string, start: number, end: number): number {
  return start + (CONNECTING.exec(lower.slice(start, end))?.[0].length ?? end - start);
}

function isJoint(
  before: string,
  follower: Follower,
  {stop, words}: {readonly stop: string; readonly words: string},
  place: Place,
): boolean {
  const ending = endingOf(before, place);
  const isConnected = words !== '';
  // "n 1, p 4, and n 2, p 5": two notes of this document.
  if (follower.kind === 'bare-pointer' && isConnected && follower.isFull && opensWithNote(before))
    return true;
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

/** Whether a note's number begins a text, behind its signals: "See n 1, p 4". */
function opensWithNote(before: string): boolean {
  const lower = inLowerCase(before);
  const start = lower.length - lower.trimStart().length;
  return endOfNote(lower, endOfSignals(lower, before, start, 2)) !== undefined;
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
  switch (kind) {
    case 'dated':
      // "Op. cit. Study (1914)": the author behind the short form.
      if (stop !== ',' && isShortWord(before)) return false;
      return ending === 'dated' ? isFull || isShort(before) : isShortForm || holdsCite(before);
    case 'shortened':
      return ending !== 'dated';
    case 'titled':
      if (isShortForm) return stop === '.';
      return holdsTitle(place) || (ending === 'paged' && holdsCite(before));
    // "Lee, op cit, note 2": the number belongs to what stands before the comma.
    case 'pointer':
      return stop === '.';
    case 'ibid':
      return stop === '.' || ending === 'paged' || ending === 'short';
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
