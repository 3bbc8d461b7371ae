import type {Bibliography, EntryRecord, EntryShape} from '../../../bibliography/types.ts';
import {slice} from '../../../text/span.ts';
import {fieldMeantBy} from '../../bib-fields.ts';
import {isKnownType, typeMeantBy} from '../../bib-types.ts';
import {hasKey} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const bibUnknownField: Rule = defineRule({
  code: 'bib-unknown-field',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a field name that looks like a slip of a BibTeX or BibLaTeX field: `jurnal`, `auhtor`. Other unknown fields are left alone, since programs add their own. Finds an entry of a type that no style knows: `@boook`, `@techreprot`.',
    why: 'A field by an unknown name is passed over in silence, and the entry lacks what you believe it has. An entry of an unknown type is printed as a document of no kind.',
    instead: 'Correct the name.',
  },
  *check({bibliography}) {
    for (const record of bibliography.records.ofKind(({type}) => !isKnownType(type)))
      yield checkType(record, bibliography);
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

function checkType({type, path, span, keySpan, key}: EntryRecord, {sources}: Bibliography): Finding {
  const text = sources.find(source => source.path === path)?.text ?? '';
  const at = {start: span.start + 1, end: span.start + 1 + type.length};
  const isThere = slice(text, at).toLowerCase() === type;
  const meant = typeMeantBy(type);
  return {
    path,
    span: isThere ? at : keySpan,
    message: `Unexpected entry type ${quote(type)} of ${hasKey({keySpan}) ? quote(key) : 'an entry without a key'}, expected ${meant === undefined ? 'one that BibTeX or BibLaTeX has' : quote(meant)}`,
    help: 'Correct the type; as it stands the work is printed as a document of no kind.',
    ...(meant === undefined ? {} : {suggestions: [meant]}),
    ...(meant === undefined || !isThere
      ? {}
      : {
          fix: {
            title: `Make it an entry of the type ${meant}`,
            applicability: 'review' as const,
            edits: [{span: at, insert: meant}] as const,
          },
        }),
  };
}

/** Whether one of the fields looks like a slip. */
function hasSlip({names}: EntryShape): boolean {
  return names.some(name => fieldMeantBy(name) !== undefined);
}
