import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {readLead} from './lead.ts';
import {findTrailingLocator} from './locator.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import type {Range} from './range.ts';
import {trimRange} from './segment.ts';
import {connectors} from './vocabulary.ts';

const connectorAt: PhraseMatcher = matcherOf(connectors);

// White space behind a place or year, before a word that may join: "p. 11 and".
const BEHIND_NUMBER = /\d[a-z]?\)?,?\s/gu;

/**
 * Parts a stretch where an "and" behind a place leads to a work by nothing but the short name that the manuscript gave it.
 *
 *     Weir Ten, p. 11 and the Marsh Review, ch 2
 *                     ^^^
 */
export function partAtShortNames(passage: Passage, range: Range, index: EntryIndex): readonly Range[] {
  const {value: text, marks} = passage.text;
  const lower = inLowerCase(text);
  for (const match of text.slice(range.start, range.end).matchAll(BEHIND_NUMBER)) {
    const joint = range.start + match.index + match[0].length;
    const end = connectorAt(lower, joint);
    if (end === undefined || end >= range.end || !/\s/u.test(text.charAt(end))) continue;
    const rest = trimRange(text, {start: end + 1, end: range.end});
    const place = findTrailingLocator(text, rest.start, rest.end, marks);
    const lead = readLead(text, marks, rest.start, place?.start ?? rest.end);
    const isNamed = index
      .lookup(lead.words)
      .some(one => one.shortNames.length > 0 && explain(lead, one).title === 'name');
    if (isNamed) return [trimRange(text, {start: range.start, end: joint}), rest];
  }
  return [range];
}
