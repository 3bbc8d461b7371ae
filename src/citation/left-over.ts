import type {Word} from '../text/words.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {commonWords, nameConnectors, nameRoles, particles, signals} from './vocabulary.ts';

/**
 * Words of a lead of which an entry knows nothing and that would name something: another author, another title.
 *
 * @param used what the entry accounts for
 * @param prose words of a sentence that leads up to the cite
 */
export function wordsUnexplained(
  lead: Lead,
  indexed: IndexedEntry,
  used: ReadonlySet<Word>,
  prose: ReadonlySet<Word>,
): readonly Word[] {
  return lead.words.filter(
    (word, index) =>
      !used.has(word) &&
      (couldName(word) || isOtherParticle(lead, index, used)) &&
      !opensProse(lead, index) &&
      !prose.has(word) &&
      !isOfStyle(lead.words, index, indexed),
  );
}

/** Whether a capital is that of a sentence: "Similar points are made by Vale, op cit". */
function opensProse({words, text, start}: Lead, index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (index !== 0 || word === undefined || next === undefined) return false;
  if (nameConnectors.has(next.folded) || next.folded === 'al' || particles.has(word.folded)) return false;
  return /^\p{Ll}/u.test(next.text) && /^\s+$/u.test(text.slice(word.end - start, next.start - start));
}

/** "HM Treasury", "UK Department of Health": a state's body goes with these words and without them. */
function isOfStyle(words: readonly Word[], index: number, {names, otherWords}: IndexedEntry): boolean {
  const [word, next] = [words[index], words[index + 1]];
  const name = names[0]?.name;
  if (word === undefined || next === undefined || name?.kind !== 'body') return false;
  const series = HOUSES.get(word.folded);
  if (series !== undefined)
    return isOfHouse(words, index) && COMMITTEE.test(name.literal) && otherWords().has(series);
  return STATE_STYLES.has(word.folded) && STATE_BODY.test(name.literal) && next.folded !== 'and';
}

/** "House of Commons" before the name of its committee. */
function isOfHouse(words: readonly Word[], index: number): boolean {
  return words[index - 2]?.folded === 'house' && words[index - 1]?.folded === 'of';
}

/** With the series in which each House numbers its papers: both have a committee for science. */
const HOUSES: ReadonlyMap<string, string> = new Map([
  ['commons', 'hc'],
  ['lords', 'hl'],
]);
const COMMITTEE = /Committee/u;

const STATE_STYLES: ReadonlySet<string> = new Set(['hm', 'uk']);
// The first word of the names of departments: "Department of Health", "Home Office".
const STATE_BODY = /^(?:The )?(?:Department|Ministry|Treasury|Government|Home Office|Cabinet Office)\b/u;

/** The words of the signals, where one was not parted from the cite: "🔎 See Quayle, S (1999)". */
const signalWords: ReadonlySet<string> = new Set(signals.flatMap(signal => signal.split(/[\s.:]+/u)));

/** Whether a word is one of a signal: "see", "contrast". */
export function isSignal(folded: string): boolean {
  return signalWords.has(folded);
}

/** Whether a particle typed before the names is none of theirs: "van der Berghe" is not Anneke Berghe. */
function isOtherParticle({words}: Lead, index: number, used: ReadonlySet<Word>): boolean {
  const word = words[index];
  if (word === undefined || !particles.has(word.folded) || index > 0) return false;
  const next = words.slice(index).find(one => !particles.has(one.folded));
  return next !== undefined && used.has(next);
}

/** Whether a word left over may name something: it begins with a capital, and is no connector or common opening. */
function couldName({text, folded}: Word): boolean {
  if (nameConnectors.has(folded) || nameRoles.has(folded) || commonWords.has(folded) || folded === 'al')
    return false;
  return /^[\p{Lu}\p{Lo}]/u.test(text) && !signalWords.has(folded);
}
