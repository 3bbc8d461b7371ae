import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import type {Range} from './range.ts';
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
  const known = editionOf(field);
  return known !== undefined && known !== typed;
}

/** The number of an edition without the word for it or with it: "2", "2nd", "second", "2. Aufl." */
export function editionOf(typed: string): number | undefined {
  const text = typed.toLowerCase();
  return /^\d{1,2}$/u.test(text) ? Number(text) : (editionIn(`${text} edition`) ?? editionIn(text));
}

// "edited by", "hrsg. von" behind what looks like "2. ed."
const BY_WHOM = /^\.?\s(?:by|von|par|de|por)\s/u;

/** Where an edition stands in a text, and its number as typed: "2nd", "second", "2". */
export function findEdition(text: string): (Range & {readonly number: string}) | undefined {
  const lower = text.toLowerCase();
  const match = EDITION.exec(lower);
  if (match === null || lower.length !== text.length || /revised|rev\./u.test(match[0])) return undefined;
  const end = match.index + match[0].length;
  if (BY_WHOM.test(lower.slice(end))) return undefined;
  const number = /^[^\s]+/u.exec(text.slice(match.index, end))?.[0] ?? '';
  return {start: match.index, end, number: number.replace(/\.$/u, '')};
}

function editionIn(text: string): number | undefined {
  const [, digits, ordinal] = EDITION.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return ordinal === undefined ? undefined : orderOf(ordinal);
}

function orderOf(ordinal: string): number {
  return 1 + (ordinals.find(list => list.includes(ordinal))?.indexOf(ordinal) ?? 0);
}
