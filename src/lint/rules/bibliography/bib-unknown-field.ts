import type {EntryShape} from '../../../bibliography/types.ts';
import {fieldMeantBy} from '../../bib-fields.ts';
import {hasKey} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const bibUnknownField: Rule = defineRule({
  code: 'bib-unknown-field',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a field name that looks like a slip of a BibTeX or BibLaTeX field: `jurnal`, `auhtor`. Other unknown fields are left alone, since programs add their own.',
    why: 'A field by an unknown name is passed over in silence, and the entry lacks what you believe it has.',
    instead: 'Correct the name.',
  },
  *check({bibliography}) {
    for (const record of bibliography.records.ofKind(({shape}) => hasSlip(shape))) {
      const entry = bibliography.byKey.get(record.key);
      if (entry === undefined) continue;
      for (const [name, {nameSpan}] of entry.fields) {
        const meant = fieldMeantBy(name);
        if (meant === undefined) continue;
        yield {
          path: entry.path,
          span: nameSpan,
          message: `Unexpected field ${quote(name)} in ${hasKey(entry) ? quote(entry.key) : 'an entry without a key'}, expected ${quote(meant)}`,
          help: 'Correct the name of the field; as it stands it is passed over.',
          suggestions: [meant],
          ...(entry.fields.has(meant)
            ? {}
            : {
                fix: {
                  title: `Rename the field ${name} to ${meant}`,
                  applicability: 'review' as const,
                  edits: [{span: nameSpan, insert: meant}] as const,
                },
              }),
        };
      }
    }
  },
});

/** Whether one of the fields looks like a slip. */
function hasSlip({names}: EntryShape): boolean {
  return names.some(name => fieldMeantBy(name) !== undefined);
}
