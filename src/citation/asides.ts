import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, wordsOf} from '../text/words.ts';
import {areNamesRight} from './agreement.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {readFollower} from './joint-follower.ts';
import {readLead} from './lead.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import type {Range} from './range.ts';
import {mayOpen} from './second-work.ts';
import {endOfSignals} from './signals.ts';
import {callingWords, hereinafterWords, quotingWords} from './vocabulary.ts';

/** Brackets behind a cite that speak of another work. */
export interface Aside {
  /** The brackets with what stands in them. */
  readonly range: Range;
  /** What is cited there; `undefined` where the work before quotes it, and was consulted itself. */
  readonly cited: Range | undefined;
}

/** More words than this before the names are a sentence of its own. */
const MOST_WORDS_BEFORE = 6;

// What leads up to names in brackets: "reviewing ", "on which see ", "against ".
const LEADING = /^(?:\p{Ll}[\p{L}’'-]*\.?[,:]?\s{1,2}){0,6}/u;

/**
 * The brackets of a note that stand behind a cite and speak of another work with what only a cite has: names with a year in
 * brackets of their own, a short form, a title set off.
 *
 *     Marsh, *Urban Land* (2001), p 4 (reviewing Kohl, op cit)
 *                                     ^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * What stands behind "in", "translated by" and their like is the first work's own book or editor.
 */
export function findAsides(
  passage: Passage,
  brackets: readonly Range[],
  titles: readonly Range[],
  index: EntryIndex,
): readonly Aside[] {
  const text = passage.text.value;
  const lower = inLowerCase(text);
  const found: Aside[] = [];
  for (const range of brackets) {
    if (found.some(one => range.start < one.range.end) || range.start === 0) continue;
    if (titles.some(title => title.start <= range.start && range.end <= title.end)) continue;
    if (!/[\p{L}\p{N}]/u.test(text.slice(0, range.start)) || !ENDS_ASIDE.test(text.slice(range.end)))
      continue;
    const inside = {start: range.start + 1, end: range.end - 1};
    const leading = LEADING.exec(text.slice(inside.start, inside.end))?.[0] ?? '';
    const at = inside.start + leading.length;
    const hasSignal = endOfSignals(lower.slice(0, at), text, inside.start, MOST_WORDS_BEFORE) > inside.start;
    const follower = readFollower(text, lower, at, inside.end, titles);
    if (follower === undefined) continue;
    const isPlain =
      follower.kind === 'dated' ||
      follower.kind === 'shortened' ||
      (follower.kind === 'titled' && leading !== '') ||
      (follower.kind === 'dated-bare' &&
        leading !== '' &&
        isKnown(passage, {start: at, end: inside.end}, index));
    if (!isPlain) continue;
    const [word] = wordsOf(text.slice(at, inside.end));
    if (word === undefined || word.start !== 0) continue;
    // "[hereinafter Okafor, *Quiet Deputy*]": a name for the work before.
    if (namesAt(lower, inside.start) !== undefined) continue;
    const isQuoted = quotingAt(lower, inside.start) !== undefined;
    if (!isQuoted && !hasSignal && !mayOpen(text, {...word, start: at, end: at + word.end}, [])) continue;
    const start = hasSignal ? inside.start : at;
    found.push({range, cited: isQuoted ? undefined : {start, end: inside.end}});
  }
  return found;
}

// Behind an aside: the end, a stop, another bracket; no place, which would be the first work's.
const ENDS_ASIDE = /^[\s.,;:)\]]*(?:$|[.;]|[([]|\p{Lu})/u;

const quotingAt: PhraseMatcher = matcherOf(quotingWords);
const namesAt: PhraseMatcher = matcherOf([...hereinafterWords, ...callingWords]);

/** Whether an entry has these names and this year. */
function isKnown({text: {value, marks}}: Passage, {start, end}: Range, index: EntryIndex): boolean {
  const lead = readLead(value, marks, start, end);
  return index
    .lookup(lead.words)
    .map(entry => explain(lead, entry))
    .some(one => areNamesRight(one) && one.year === 'agrees' && one.unexplained.length === 0);
}
