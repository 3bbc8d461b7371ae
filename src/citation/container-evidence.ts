import {type Word, wordsOf} from '../text/words.ts';
import {areInitialsOf, compareHolder} from './compare-holder.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import type {TitleZone} from './title-zone.ts';
import {commonWords, editorWords, wordsBeforeHolder} from './vocabulary.ts';

/** Works that stand in no other: a book's title in quotation marks with a journal behind it is an article's. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['book', 'mvbook', 'phdthesis', 'mastersthesis', 'thesis']);

/** Works of which the container is the journal or book that they appeared in, and no series. */
const HELD: ReadonlySet<string> = new Set([
  'article',
  'suppperiodical',
  'incollection',
  'inbook',
  'inproceedings',
  'conference',
]);

/**
 * Whether a second title is set off behind the work's own that is not what the entry stands in: another journal, another book.
 *
 *     Smith, A (2010) ‘The Reluctant State’, *Political Quarterly* 4:2     beside her book of that title
 *
 * A journal may be cut short, "J. Fluid Mech.", or go by its initials, "TWPR". Where an article's entry says nothing of what
 * holds it nothing can be compared.
 */
export function isOtherContainer(
  {words, markedTitles, text, start: leadStart}: Lead,
  zone: TitleZone,
  indexed: IndexedEntry,
): boolean {
  const last = words[zone.end - 1]?.end ?? 0;
  // In brackets stands a name for the notes to come, or another printing.
  const second = markedTitles.find(({start}) => start >= last);
  const behind = words.filter(({start}) => start >= last);
  if (areNumbersOf(behind, indexed)) return false;
  if (second !== undefined && OPEN_BRACKET.test(text.slice(last - leadStart, second.start - leadStart)))
    return false;
  if (second === undefined) return isOtherUnmarked(zone, indexed);
  return isAnother(
    words.filter(({start, end}) => second.start <= start && end <= second.end),
    indexed,
  );
}

/** Whether volume and pages are the entry's, so that it is the article under another name of its journal. */
function areNumbersOf(behind: readonly Word[], {entry}: IndexedEntry): boolean {
  const page = /\d+/u.exec(entry.pages ?? '')?.[0];
  if (entry.volume === undefined || page === undefined || page === entry.volume) return false;
  return [entry.volume, page].every(number => behind.some(({text}) => text === number));
}

// ", in B Jones (ed) Other Book", ". In: Jones, B, ed., Other Book": up to 200 letters, among which an editor's word is looked for.
const IN_BOOK = /^[^\p{L}\p{N}]{0,4}(?<word>\p{L}{2,5}):?\s(?<book>.{3,200})/u;
// ", Land Review 4: 10–20", ". Land Review, vol. 4(2)": capitals, a volume, and what only a journal has behind it.
const IN_JOURNAL =
  /^[”’'"»]?[.,]?[”’'"»]?\s(?:[Ii]n:?\s)?(?<journal>\p{Lu}[\p{L}&.’' -]{3,80}?),?\s(?:[Vv]ol(?:ume)?\.?\s)?\d{1,3}\s?[:(]\s?\d/u;

/**
 * Whether another book or journal stands behind the title without marks. A book is known by the word for its editor, a journal by
 * its volume and what follows that.
 */
function isOtherUnmarked({behind}: TitleZone, indexed: IndexedEntry): boolean {
  const {word = '', book = ''} = IN_BOOK.exec(behind)?.groups ?? {};
  if (wordsBeforeHolder.has(word.toLowerCase())) {
    const held = wordsOf(book);
    const editor = held.findIndex(({folded}) => editorWords.has(folded));
    // "in Marlow (ed), op. cit.": no book is named.
    const isNamed = editor !== -1 && held.slice(editor + 1).some(({text}) => /^\p{Lu}/u.test(text));
    if (isNamed) return !holdsMost(held, indexed);
  }
  const journal = IN_JOURNAL.exec(behind)?.groups?.['journal'] ?? '';
  // Letters may stand for words that have letters of their own: "CACM".
  return /\p{Ll}/u.test(journal) && HELD.has(indexed.entry.type) && isAnother(wordsOf(journal), indexed);
}

/** Whether more than half of the words of an entry's book stand among those typed of the book and its editors; the publisher may be any's. */
function holdsMost(held: readonly Word[], {container, entry}: IndexedEntry): boolean {
  if (container.length === 0) return !STANDS_ALONE.has(entry.type);
  const telling = container.filter(word => !commonWords.has(word));
  const found = telling.filter(word => held.some(({folded}) => isSameOrCut(folded, word)));
  return 2 * found.length > telling.length || held.some(({folded}) => areInitialsOf([folded], container));
}

/** Whether what holds the work typed, by its words, is not what holds the entry's. */
function isAnother(holder: readonly Word[], indexed: IndexedEntry): boolean {
  const {container, entry, otherWords} = indexed;
  if (container.length === 0 && !STANDS_ALONE.has(entry.type)) return false;
  const typed = holder.flatMap(({folded}) => (commonWords.has(folded) ? [] : [folded]));
  if (typed.length === 0) return false;
  const isKnown = (known: readonly string[]) => (word: string) => known.some(one => isSameOrCut(word, one));
  // Its own subtitle, set off apart.
  if (typed.every(isKnown(indexed.title))) return false;
  if (HELD.has(entry.type)) return compareHolder(holder, indexed) === 'other';
  return !typed.some(isKnown([...container, ...otherWords()])) && !areInitialsOf(typed, container);
}

// An opening bracket with none to close it.
const OPEN_BRACKET = /[([][^)\]]*$/u;

/** Fewer letters are those of many words. */
const FEWEST_LETTERS = 3;

function isSameOrCut(typed: string, known: string): boolean {
  return typed === known || (typed.length >= FEWEST_LETTERS && known.startsWith(typed));
}
