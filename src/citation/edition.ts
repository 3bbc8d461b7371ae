import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import type {TitleZone} from './title-zone.ts';
import {editionWords, ordinals} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// "2nd edn", "3rd ed.", "second edition", "2. Aufl.", "5.ª ed.", "3e éd."
const EDITION = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|\\.?[ªº]|e|ème|a|\\.)|(?<!\\p{L})(${ordinals.flat().join('|')}))\\s(?:rev(?:ised)?\\.?\\s)?(?:${anyWord(editionWords)})(?!\\p{L})`,
  'u',
);

/** Whether an edition is typed behind the title that is not the entry's: another edition is another book. */
export function hasOtherEdition({words, text, start}: Lead, zone: TitleZone, {entry}: IndexedEntry): boolean {
  const end = words[zone.end - 1]?.end ?? start;
  const typed = editionIn(text.slice(end - start).toLowerCase());
  if (typed === undefined) return false;
  const field = (entry.fields.get('edition')?.raw ?? '').toLowerCase().replace(/[{}"]/gu, '').trim();
  const known = /^\d{1,2}$/u.test(field)
    ? Number(field)
    : (editionIn(`${field} edition`) ?? editionIn(field));
  return known !== undefined && known !== typed;
}

function editionIn(text: string): number | undefined {
  const [, digits, ordinal] = EDITION.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return ordinal === undefined ? undefined : orderOf(ordinal);
}

function orderOf(ordinal: string): number {
  return 1 + (ordinals.find(list => list.includes(ordinal))?.indexOf(ordinal) ?? 0);
}
