import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import type {TitleZone} from './title-zone.ts';
import {commonWords} from './vocabulary.ts';

/** Works that stand in no other: a book's title in quotation marks with a journal behind it is an article's. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['book', 'mvbook', 'phdthesis', 'mastersthesis', 'thesis']);

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
  const [first] = markedTitles;
  // In brackets stands a name for the notes to come, or another printing.
  const second = markedTitles.find(({start}) => start >= last);
  if (second !== undefined && OPEN_BRACKET.test(text.slice(last - leadStart, second.start - leadStart)))
    return false;
  if (second === undefined || first === undefined || second === first || first.start > last) return false;
  const {container, entry, otherWords} = indexed;
  if (container.length === 0 && !STANDS_ALONE.has(entry.type)) return false;
  const typed = words
    .filter(({start, end}) => second.start <= start && end <= second.end)
    .flatMap(({folded}) => (commonWords.has(folded) ? [] : [folded]));
  if (typed.length === 0) return false;
  const known = [...container, ...otherWords(), ...indexed.title];
  return !typed.some(word => known.some(one => isSameOrCut(word, one))) && !areInitialsOf(typed, container);
}

// An opening bracket with none to close it.
const OPEN_BRACKET = /[([][^)\]]*$/u;

/** Fewer letters are those of many words. */
const FEWEST_LETTERS = 3;

function isSameOrCut(typed: string, known: string): boolean {
  return typed === known || (typed.length >= FEWEST_LETTERS && known.startsWith(typed));
}

/** "TWPR", "E&U": the first letters of the words of a container. */
function areInitialsOf(typed: readonly string[], container: readonly string[]): boolean {
  const letters = typed.join('');
  const telling = container.filter(word => !commonWords.has(word));
  return [container, telling].some(all => all.map(word => word.charAt(0)).join('') === letters);
}
