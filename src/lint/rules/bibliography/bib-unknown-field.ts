import {suggest} from '../../../text/suggest.ts';
import {knownFields} from '../../bib-fields.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

// A field that managers of references make up for themselves: "bdsk-url-1", "date-added", "x_color".
const MADE_UP = /[-_\d]/u;

// Shorter names have too many neighbours to call one a slip of another.
const SHORTEST = 4;

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
    for (const entry of bibliography.entries) {
      for (const [name, {nameSpan}] of entry.fields) {
        const meant = slipOf(name);
        if (meant === undefined) continue;
        yield {
          path: entry.path,
          span: nameSpan,
          message: `Unexpected field ${quote(name)} in ${quote(entry.key)}, expected ${quote(meant)}`,
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

function slipOf(name: string): string | undefined {
  if (name.length < SHORTEST || MADE_UP.test(name) || knownFields.has(name)) return undefined;
  return suggest(name, knownFields, 1).find(meant => meant.length >= SHORTEST);
}
