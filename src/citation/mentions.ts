import {wordsOf} from '../text/words.ts';
import {type Explanation, explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {holdsSentence} from './opens-like-reference.ts';
import type {Reading} from './reading.ts';
import {bodyWords, nameRoles, undatedWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/**
 * The entries of whose author a note speaks with another work, in words that were taken for no cite: a title set off that the
 * entry does not have, capitals behind the name and a comma, or nothing but that the work has no year.
 *
 *     See Marsh’s later book, *Desert Roads*.     Marsh, Desert Roads.     Marsh, n.d.
 *
 * @returns their keys
 */
export function mentionedIn(reading: Reading, index: EntryIndex): readonly string[] {
  if (reading.kind !== 'reference' || reading.passage.in.kind === 'text') return [];
  const {lead} = reading;
  if (lead.words.length < 2) return [];
  return index
    .lookup(lead.words)
    .map(indexed => explain(lead, indexed))
    .filter(one => one.names.verdict !== 'none' && speaksOfOther(one, lead))
    .map(({indexed}) => indexed.entry.key);
}

function speaksOfOther(one: Explanation, lead: Lead): boolean {
  if (lead.markedTitle !== undefined) return one.title === 'other';
  return isUndated(one, lead) || (isFollowedByTitle(one, lead) && !holdsSentence(lead));
}

// "n.d.", behind a name and a comma.
const UNDATED = new RegExp(`^,?\\s(?:${anyWord(undatedWords)})[\\s.]*$`, 'u');

function isUndated({names}: Explanation, lead: Lead): boolean {
  return UNDATED.test(behindNames(names.used, lead).toLowerCase());
}

// ", Desert Roads" up to the end or a comma.
const TITLE = /^,\s(?<title>\p{Lu}[^,;:()\d]{2,80})(?:,|\.?$)/u;

/** Whether an author's name opens the text, and capitals behind it that are no office of his: "Marsh, Head of Policy". */
function isFollowedByTitle({names, unexplained}: Explanation, lead: Lead): boolean {
  const [first] = names.used;
  if (first === undefined || unexplained.length === 0 || lead.words[0] !== first) return false;
  const title = TITLE.exec(behindNames(names.used, lead))?.groups?.['title'];
  return (
    title !== undefined && !wordsOf(title).some(({folded}) => bodyWords.has(folded) || nameRoles.has(folded))
  );
}

function behindNames(used: Explanation['names']['used'], {text, start}: Lead): string {
  return text.slice((used.at(-1)?.end ?? start) - start);
}
