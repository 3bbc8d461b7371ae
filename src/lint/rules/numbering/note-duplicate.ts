import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteDuplicate: Rule = defineRule({
  code: 'note-duplicate',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a note whose label an earlier note has already.',
    why: 'Only the first of the two is printed; the text of the other is lost in silence.',
    instead: 'Give one of them a label of its own and call it where it belongs. opcit never removes a note.',
  },
  *check({manuscript}) {
    for (const {label, marker, duplicateOf} of manuscript.notes) {
      if (duplicateOf === undefined) continue;
      yield {
        span: marker,
        message: `Unexpected second note ${quote(`[^${label}]`)}, expected a label of its own`,
        help: 'Give this note another label and call it where it belongs, or join the two.',
        related: [{path: manuscript.source.path, span: duplicateOf.marker, message: 'first defined here'}],
      };
    }
  },
});
