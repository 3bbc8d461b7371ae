import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';

// What two ways to type one address differ in: "https://www.", "doi:", "https://doi.org/", a stroke at the end.
const BEFORE_ADDRESS = /^(?:https?:\/\/)?(?:www\.)?(?:(?:dx\.)?doi\.org\/|doi:\s?)?/iu;
const AFTER_ADDRESS = /\/+$/u;

/** The fields that hold an address. */
const FIELDS: readonly string[] = ['url', 'doi'];

/**
 * The works that a web address or DOI alone means, which is all that stands there but the day on which it was read: those that have the
 * very address.
 *
 *     https://www.example.org/rents (accessed 1 May 2023) · doi:10.1000/182
 */
export function citesByAddress(
  {words, addresses, text, start}: Lead,
  index: EntryIndex,
): readonly IndexedEntry[] {
  const [address, other] = addresses;
  if (address === undefined || other !== undefined || words.length > 0) return [];
  const typed = bare(text.slice(Math.max(0, address.start - start), address.end - start));
  // A site as a whole is the home of many works.
  if (!typed.includes('/')) return [];
  return index
    .holding(typed)
    .filter(({entry}) => FIELDS.some(field => bare(plainOf(entry.fields.get(field)?.raw ?? '')) === typed));
}

function bare(address: string): string {
  return address.trim().replace(BEFORE_ADDRESS, '').replace(AFTER_ADDRESS, '');
}

function plainOf(raw: string): string {
  return raw.replace(/[{}"]/gu, '').replaceAll('\\', '');
}
