import {wordsOf} from '../text/words.ts';
import {readJournalNumbers} from './journal-numbers.ts';
import type {Range} from './range.ts';
import {kindsOfWork, wordsBeforeHolder} from './vocabulary.ts';

/** Where an article stands in its journal, as typed. */
export interface PlaceInJournal {
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  /** A range of pages as BibTeX has it. */
  readonly pages: string | undefined;
  /** All that was read. */
  readonly range: Range;
  readonly doubts: readonly string[];
}

/**
 * Reads the numbers around the name of a journal, which a volume tells from a book.
 *
 *     *Zeitschrift für Entwicklung* 12 (2001), H. 3, S. 101–130        (2003) 66 MLR 123, 125
 *
 * A single page may be that on which the article begins, or a place in it, and is said in a doubt alone.
 */
export function placeInJournal(text: string, journal: Range): PlaceInJournal | undefined {
  const {volume, issue, pages} = readJournalNumbers(text, journal);
  if (volume === undefined) return undefined;
  const extent = pages.find(({text: typed}) => RANGE.test(typed));
  const [first] = pages;
  const isLone = extent === undefined && first !== undefined && volume.start < journal.start;
  return {
    volume: volume.text,
    issue: issue?.text,
    pages: extent?.text.replace(RANGE, '--'),
    range: {
      start: Math.min(journal.end, volume.start),
      end: Math.max(journal.end, ...[volume, issue, ...pages].map(one => one?.end ?? 0)),
    },
    doubts: isLone ? [`Of its pages only “${first.text}” is typed, where it begins.`] : [],
  };
}

// Between two pages: "512–8"
const RANGE = /\s?[–—-]{1,2}\s?/u;
// "’ (2003) 66 MLR 123": behind a title, as the notes of English law have it.
const BEHIND_YEAR =
  /^[”’"'»*_]{0,3}[,.]?\s[([](?:1[5-9]|20)\d\d[)\]],?\s\d{1,4}(?:\s?\(\d{1,3}\))?\s(?<journal>\p{Lu}[\p{L}&.’' ]{1,80}?)\s\d{1,5}(?![\d\p{L}:(])/u;
// "In: Zeitschrift für Entwicklung 12 (2001)": what stands behind a word for what holds the work, before a volume and a year.
const BEFORE_YEAR =
  /(?<![\p{L}\d])(?<word>\p{L}{2,5}):?\s(?<journal>\p{Lu}[^,.;:()\d]{2,80}?),?\s\d{1,4}\s?\((?:1[5-9]|20)\d\d\)/gu;

/** A journal that nothing sets off, told by the volume and year around its name; the number of a paper is no volume. */
export function unmarkedJournal(text: string, titleEnd: number | undefined): Range | undefined {
  const behind = titleEnd === undefined ? null : BEHIND_YEAR.exec(text.slice(titleEnd));
  const named = [...text.matchAll(BEFORE_YEAR)].find(({groups}) =>
    wordsBeforeHolder.has((groups?.['word'] ?? '').toLowerCase()),
  );
  const match = behind ?? named;
  const journal = match?.groups?.['journal'];
  if (match === undefined || match === null || journal === undefined) return undefined;
  if (wordsOf(journal).some(({folded}) => kindsOfWork.has(folded)) && behind === null) return undefined;
  const offset = behind === null ? 0 : (titleEnd ?? 0);
  const start = offset + match.index + match[0].indexOf(journal, behind === null ? 0 : 1);
  return {start, end: start + journal.length};
}
