import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteEmpty: Rule = defineRule({
  code: 'note-empty',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a note that is called in the text and has no text of its own.',
    why: 'A bare number at the foot of the page is printed for all to see.',
    instead: 'Write the note, or remove it and its reference.',
  },
  *check({manuscript}) {
    for (const {label, marker, number, isEmpty} of manuscript.notes) {
      if (!isEmpty || number === undefined) continue;
      yield {
        span: marker,
        message: `Unexpected empty note ${quote(`[^${label}]`)}, expected its text`,
        help: 'Write the note, or remove it and its reference.',
      };
    }
  },
});
