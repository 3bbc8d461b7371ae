import type {Word} from '../text/words.ts';
import type {Explanation} from './explain.ts';
import type {Lead} from './lead.ts';
import {numeralOf} from './numerals.ts';
import {commonWords, nameConnectors} from './vocabulary.ts';

// "361(2)": an issue between the volume and the page.
const OPEN = /\d\s?\($/u;

/**
 * Whether an article is cited as scientists do, without its title: all its authors, the journal, perhaps with its words cut (ISO 4),
 * volume and year are the entry's, and a page typed is one of its pages.
 *
 *     A. B. Korhonen and T. Lindqvist, *J. Fluid Mech.* **361**, 45 (1998)
 *
 * German lawyers have the year for the volume and the first page: "Steinberg, Die Verwaltungspraxis 2011, 401 (405)".
 */
export function citesByJournal({indexed, names, year}: Explanation, {words, text, start}: Lead): boolean {
  const {entry, container} = indexed;
  if (entry.type !== 'article' || year !== 'agrees') return false;
  if (names.verdict !== 'exact' && names.verdict !== 'others') return false;
  const used = new Set(names.used);
  const volume = entry.volume?.toLowerCase();
  return words.some((_, from) => {
    if (from === 0 || !words.slice(0, from).every(word => used.has(word) || isSmall(word))) return false;
    const at = endOfJournal(words, from, container);
    const typed = at === undefined ? undefined : words[at];
    if (at === undefined || typed === undefined) return false;
    if (
      typed.folded === String(entry.year) &&
      isFirstPage(words[at + 1], entry.fields.get('pages')?.raw ?? '')
    )
      return true;
    if (volume === undefined || typed.folded !== volume) return false;
    // "…, 45 (1998), reply": another document.
    if (words.slice(at + 1).some(word => /^\p{Ll}{2}/u.test(word.text) && !commonWords.has(word.folded)))
      return false;
    const page = words.slice(at + 1).find(word => !OPEN.test(text.slice(0, word.start - start)));
    return page === undefined || isWithinPages(page, entry.fields.get('pages')?.raw ?? '', entry.year);
  });
}

/** Whether a number is the page on which an article begins. */
function isFirstPage(word: Word | undefined, pages: string): boolean {
  return word !== undefined && /^\d+/u.exec(pages.replace(/[{}"\s]/gu, ''))?.[0] === word.text;
}

function isSmall({folded}: Word): boolean {
  return nameConnectors.has(folded) || folded === 'al';
}

/** Where the words of a journal end that begin at a place: each is the journal's or its beginning, small ones may be left out. */
function endOfJournal(words: readonly Word[], from: number, journal: readonly string[]): number | undefined {
  let at = from;
  for (const wanted of journal) {
    const typed = words[at]?.folded ?? '';
    if (typed !== '' && wanted.startsWith(typed) && !(commonWords.has(wanted) && typed !== wanted)) at += 1;
    else if (!commonWords.has(wanted)) return undefined;
  }
  return at > from ? at : undefined;
}

/** Whether a number is one of an entry's pages; the year that follows, and an entry without pages, say nothing against it. */
function isWithinPages({folded}: Word, pages: string, year: number | undefined): boolean {
  if (folded === String(year)) return true;
  const [first, last] = (pages.match(/\d+/gu) ?? []).map(Number);
  const typed = /^\d+$/u.test(folded) ? Number(folded) : numeralOf(folded);
  if (first === undefined || typed === undefined) return first === undefined;
  return typed >= first && typed <= Math.max(first, last ?? first);
}
