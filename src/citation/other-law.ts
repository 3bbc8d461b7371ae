import {foldLetters} from '../text/words.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {lawWords, wordsBetweenParties} from './vocabulary.ts';

// " 1996 (Commencement) ", "(Amendment) ": what stands between the name of an Act and the word for what is made under it.
const BETWEEN = /^(?:\s?(?:\d{4}(?!\d)|\([^()]{1,80}\))){0,3}\s/u;
const CAPITALISED = /^\p{Lu}\p{L}+/u;

// "(No 2)" behind the name of a case.
const NUMBER_OF_CASE = /^[”’"»*]?\s?\(Nos?\.?\s?(?<number>\d{1,2})/u;

// "(1932) 48 LQR 494" behind a title in quotation marks: where an article stands.
const JOURNAL = /^[”’"»]?,?\s\(\d{4}\)\s\d{1,3}(?:\(\d{1,2}\))?\s(?<journal>\p{Lu}[\p{L}.& ]{1,60}?),?\s\d/u;
const OPENING_MARK = /[“"‘'«„]/u;

/**
 * Whether what follows the title of an Act or a case makes another of it, of which the entry says nothing.
 *
 *     Police Act 1996 (Commencement) Order 1996, Constitution of Kenya (Amendment) Act 2010      made under it, or changes it
 *     Smith v Jones (No 2)                                                                       between the same parties
 *     ‘Donoghue v Stevenson’ (1932) 48 LQR 494                                                   an article about it
 *
 * @param behind the text behind the title
 */
export function isOtherLaw(
  behind: string,
  {text, start, markedTitle}: Lead,
  {title, otherWords}: IndexedEntry,
): boolean {
  const word = CAPITALISED.exec(behind.replace(BETWEEN, ''))?.[0];
  const folded = word === undefined ? '' : foldLetters(word);
  if (BETWEEN.test(behind) && lawWords.has(folded) && !otherWords().has(folded)) return true;
  if (!title.some(one => wordsBetweenParties.has(one))) return false;
  const number = NUMBER_OF_CASE.exec(behind)?.groups?.['number'];
  if (number !== undefined) return !title.includes(number);
  const journal = JOURNAL.exec(behind)?.groups?.['journal'];
  const isQuoted = markedTitle !== undefined && OPENING_MARK.test(text.charAt(markedTitle.start - start - 1));
  return (
    isQuoted &&
    journal !== undefined &&
    !journal.split(/[. ]+/u).some(one => otherWords().has(foldLetters(one)))
  );
}
