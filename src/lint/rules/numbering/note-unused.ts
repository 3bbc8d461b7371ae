import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteUnused: Rule = defineRule({
  code: 'note-unused',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a note that nothing in the text calls.',
    why: 'It is never printed: its source or its remark is lost in silence, and its cites do not count.',
    instead: 'Call it where it belongs, or remove it.',
  },
  *check({manuscript}) {
    // A note whose call is typed as text, "¹" or "[^ 5]", has its finding there.
    const called = new Set(
      [...manuscript.typedNotes, ...manuscript.noteReferences].map(({label}) => label.trim()),
    );
    for (const {label, marker, number, duplicateOf} of manuscript.notes) {
      if (number !== undefined || duplicateOf !== undefined || called.has(label)) continue;
      yield {
        span: marker,
        message: `Unexpected note ${quote(`[^${label}]`)}, expected a reference to it in the text`,
        help: 'Call it in the text where it belongs, or remove it; as it stands it is not printed.',
      };
    }
  },
});
