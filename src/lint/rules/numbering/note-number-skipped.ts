import {readNoteLabels} from '../../note-labels.ts';
import {findNumberFaults} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteNumberSkipped: Rule = defineRule({
  code: 'note-number-skipped',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a gap in numeric note labels: a `[^4]` where a `[^3]` was due and there is no note 3.',
    why: 'A note may have been lost with the sentence that called it. In print the notes after it have other numbers than their labels say.',
    instead: 'Put the note back, or rename the labels that follow.',
  },
  *check({manuscript}) {
    const {used, others} = readNoteLabels(manuscript);
    const faults = findNumberFaults(
      used.map(({number}) => number),
      others,
    );
    for (const {kind, index, expected} of faults) {
      const found = used[index];
      if (kind !== 'skipped' || found === undefined || expected === undefined) continue;
      yield {
        span: found.reference.span,
        message: `Unexpected note ${quote(`[^${found.reference.label}]`)}, expected ${quote(`[^${expected}]`)} first`,
        help: `No note is labelled ${quote(`[^${expected}]`)}; put it back, or rename the labels that follow. In print this note has the number ${found.reference.number ?? '?'}.`,
      };
    }
  },
});
