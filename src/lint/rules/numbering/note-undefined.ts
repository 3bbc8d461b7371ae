import {suggest} from '../../../text/suggest.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteUndefined: Rule = defineRule({
  code: 'note-undefined',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a note reference, `[^9]`, without a note of that label.',
    why: 'Markdown then sees no reference at all and prints the brackets as they were typed.',
    instead: 'Write the note, correct the label, or remove the reference.',
  },
  *check({manuscript}) {
    const {noteReferences, notes, source} = manuscript;
    const unused = notes.filter(({number, duplicateOf}) => number === undefined && duplicateOf === undefined);
    for (const {label, identifier, span, number, isFirst} of noteReferences) {
      if (number !== undefined || !isFirst) continue;
      const again = noteReferences.filter(other => other.identifier === identifier && !other.isFirst);
      const suggestions = suggest(
        label,
        unused.map(note => note.label),
      );
      yield {
        span,
        message: `Unexpected note reference ${quote(`[^${label}]`)}, expected a note with this label`,
        help: `Write the note, ${quote(`[^${label}]: …`)}, on a line of its own, or correct the label.`,
        ...(again.length > 0
          ? {
              related: again.map(other => ({
                path: source.path,
                span: other.span,
                message: 'called again here',
              })),
            }
          : {}),
        ...(suggestions.length > 0 ? {suggestions} : {}),
      };
    }
  },
});
