import {familyForms} from '../../bibliography/names.ts';
import type {Entry} from '../../bibliography/types.ts';
import {inLowerCase, type Word, wordsOf} from '../../text/words.ts';
import type {Cite, CiteForm} from '../types.ts';
import {ibidWords, idemWords, locCitWords, opCitWords, supraWords} from '../vocabulary.ts';
import {anyWord} from '../word-pattern.ts';

/**
 * Where in a short form the words begin that name its work. A sentence may lead up to it, and none of the author's words
 * may be lost when it is written out.
 *
 *     as is said of towns in Tacoli, C (2003) op cit
 *                            ^
 *
 * @returns an offset of the manuscript; `undefined` where words stand before the form of which none names the work, so that
 * nobody can say what they are
 */
export function startOfWork({form, span, title}: Cite, entry: Entry, text: string): number | undefined {
  const typed = text.slice(span.start, span.end);
  const trigger = TRIGGER.exec(inLowerCase(typed))?.index ?? typed.length;
  const words = wordsOf(typed.slice(0, trigger));
  if (words.length === 0) return span.start + (REPEATING.has(form) ? trigger : 0);
  const name = startOfNames(words, entry);
  const titled = title === undefined ? -1 : typed.indexOf(title);
  const starts = [name, titled].filter(at => at !== undefined && at >= 0 && at < trigger) as number[];
  if (starts.length > 0) return span.start + Math.min(...starts);
  return REPEATING.has(form) ? span.start + trigger : undefined;
}

// "ibid" in "words ibid", "op. cit" in "Smit, op. cit"
const TRIGGER = new RegExp(
  `(?<!\\p{L})(?:${anyWord([...ibidWords, ...idemWords, ...locCitWords, ...opCitWords, ...supraWords])})(?!\\p{L})`,
  'u',
);

/** Forms that need no name: what stands before them was held against no entry. */
const REPEATING: ReadonlySet<CiteForm> = new Set(['ibid', 'idem', 'loc-cit']);

/** Where the names of a work begin: at a family name or the name of a body, with the initials and given names before it. */
function startOfNames(words: readonly Word[], {names, fields}: Entry): number | undefined {
  // A body goes by its acronyms too, "IIED", and Krüger by Krueger.
  const families = foldedWords([
    ...names.flatMap(name => [name.kind === 'body' ? name.literal : name.family, ...familyForms(name)]),
    ...['shortauthor', 'shorthand'].map(field => fields.get(field)?.raw ?? ''),
  ]);
  const given = foldedWords(names.map(name => (name.kind === 'body' ? '' : (name.given ?? ''))));
  const initials = new Set([...given].map(word => word.slice(0, 1)));
  let at = words.findIndex(({folded}) => families.has(folded) && folded.length > 1);
  if (at === -1) return undefined;
  const isGiven = ({folded}: Word): boolean =>
    given.has(folded) || (folded.length <= 3 && [...folded].every(letter => initials.has(letter)));
  for (let before = words[at - 1]; before !== undefined && isGiven(before); before = words[at - 1]) at -= 1;
  return words[at]?.start;
}

function foldedWords(names: readonly string[]): ReadonlySet<string> {
  return new Set(wordsOf(names.join(' ')).map(({folded}) => folded));
}
