import type {Bibliography, Entry, EntryRecord} from '../../../bibliography/types.ts';
import {hashLetters} from '../../../bibliography/word-hash.ts';
import {hasKey, isBroken} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibDuplicateWork: Rule = defineRule({
  code: 'bib-duplicate-work',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds two entries, under two keys, of one work: the same title, first author and year. Capitals, accents and punctuation do not count.',
    why: 'A cite of the work then fits both, and no short form can be settled.',
    instead: 'Keep one entry. If they are two works, let their titles or years say so.',
  },
  *check({bibliography, reading}) {
    const seen = new Map<string, Entry>();
    for (const record of withTwins(bibliography)) {
      const entry = hasKey(record) ? bibliography.byKey.get(record.key) : undefined;
      // What could only be read in part has its own finding; whether it is a twin shows when it is mended.
      const work = entry === undefined || isBroken(entry, reading) ? undefined : foldWork(entry);
      if (entry === undefined || work === undefined) continue;
      const twin = seen.get(work);
      if (twin === undefined) {
        seen.set(work, entry);
        continue;
      }
      if (twin.key === entry.key) continue;
      yield {
        path: entry.path,
        span: entry.keySpan,
        message: `Unexpected second entry ${quote(entry.key)} for the work of ${quote(twin.key)}, expected one`,
        help: 'Keep one of the two and cite the work by its key.',
        related: [{path: twin.path, span: twin.keySpan, message: 'first entered here'}],
      };
    }
  },
});

/** The entries whose titles may be those of others; only these are read. */
function withTwins({records, byKey}: Bibliography): readonly EntryRecord[] {
  const hashes = new Int32Array(records.length);
  let count = 0;
  for (const {key, titleHash, shape} of records) {
    const mayInherit = titleHash === 0 && shape.names.some(name => TITLE_FIELDS.has(name));
    hashes[count++] = mayInherit ? hashLetters(byKey.get(key)?.title ?? '') : titleHash;
  }
  const shared = sharedNumbers(hashes);
  const twins: EntryRecord[] = [];
  for (let index = 0; shared.size > 0 && index < count; index++) {
    const record = shared.has(hashes[index] ?? 0) ? records.at(index) : undefined;
    if (record !== undefined) twins.push(record);
  }
  return twins;
}

/** The numbers that stand in a list more than once, but for 0; told from a sorted copy, since most of 100,000 stand there once. */
function sharedNumbers(numbers: Int32Array): ReadonlySet<number> {
  const sorted = numbers.slice().sort();
  const shared = new Set<number>();
  for (let at = 1; at < sorted.length; at++) {
    const number = sorted[at] ?? 0;
    if (number !== 0 && number === sorted[at - 1]) shared.add(number);
  }
  return shared;
}

/** Fields from which a title comes, the own one or a parent's. */
const TITLE_FIELDS: ReadonlySet<string> = new Set(['title', 'subtitle', 'crossref']);

/** Title, first author and year as one text for comparing; nothing for an entry that says too little. */
function foldWork({title, names, year}: Entry): string | undefined {
  const first = names[0];
  const author = first === undefined ? '' : first.kind === 'person' ? first.family : first.literal;
  const folded = fold(title ?? '');
  if (folded === '' || (author === '' && year === undefined)) return undefined;
  return [folded, fold(author), year ?? ''].join('|');
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
