import type {Bibliography, EntryKind} from '../../../bibliography/types.ts';
import type {Citations} from '../../../citation/types.ts';
import {isBroken} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const entryUncited: Rule = defineRule({
  code: 'entry-uncited',
  group: 'citation',
  severity: 'info',
  fixes: 'none',
  docs: {
    what: 'Finds an entry of the bibliography that the manuscript does not cite.',
    why: 'It may be left over from an earlier draft, or the cite that was meant for it does not fit it.',
    instead: 'Nothing, if the bibliography is shared; else cite the work or remove the entry.',
    convention:
      'A list headed “Works cited” holds what the text cites and no more; one headed “Bibliography” may hold further reading (The Chicago Manual of Style, ch. 14).',
  },
  *check({bibliography, citations, reading}) {
    const settled = citedKeys(citations);
    const parents = parentKeys(bibliography);
    for (const entry of bibliography.records) {
      if (settled.has(entry.key) || parents.has(entry.key)) continue;
      // A cite cannot fit what could not be read, nor call an entry without a key.
      if (isBroken(entry, reading)) continue;
      // A span of its own: where most of what one line makes is kept, V8 keeps all, and every record with its parts would stay.
      const {start, end} = entry.keySpan;
      yield {
        path: entry.path,
        span: {start, end},
        message: `Unexpected entry ${quote(entry.key)}, expected a cite of it in the manuscript`,
        help: 'Cite the work, or leave the entry if other manuscripts use it.',
      };
    }
  },
});

/** Keys that some cite means or may mean. */
function citedKeys({resolutions}: Citations): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const resolution of resolutions) {
    if (resolution.status === 'resolved' || resolution.status === 'conflict') keys.add(resolution.key);
    if (resolution.status === 'ambiguous') for (const key of resolution.candidates) keys.add(key);
  }
  return keys;
}

const PARENT_FIELDS = ['crossref', 'xdata'];

/** Keys of entries that lend their fields to others. */
function parentKeys({records, byKey}: Bibliography): ReadonlySet<string> {
  const keys = new Set<string>();
  const leans = ({shape}: EntryKind) => PARENT_FIELDS.some(name => shape.filled.has(name));
  for (const {key, shape} of records.ofKind(leans)) {
    for (const name of PARENT_FIELDS) {
      if (!shape.filled.has(name)) continue;
      for (const parent of byKey
        .get(key)
        ?.fields.get(name)
        ?.raw.match(/[^\s{}",]+/gu) ?? [])
        keys.add(parent);
    }
  }
  return keys;
}
