import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import type {TitleZone} from './title-zone.ts';

const ORDINALS: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

// "2nd edn", "3rd ed.", "second edition"
const EDITION = new RegExp(
  `(?:\\b(\\d{1,2})(?:st|nd|rd|th)|\\b(${ORDINALS.join('|')}))\\s(?:rev(?:ised)?\\.?\\s)?ed(?:n|ition)?\\b`,
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
  return ordinal === undefined ? undefined : ORDINALS.indexOf(ordinal) + 1;
}
