import {readNoteLabels} from '../../note-labels.ts';
import {findNumberFaults} from '../../number-run.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteOutOfOrder: Rule = defineRule({
  code: 'note-out-of-order',
  group: 'numbering',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds numeric note labels that do not go up in the order in which the text calls them. Labels in words do not count.',
    why: 'Notes are numbered anew in print, so the reader sees 1, 2, 3; but whoever edits the text, and every “see n 3 above”, is misled by the labels.',
    instead: 'Rename the labels in the order of the text, or move the reference back where it stood.',
  },
  *check({manuscript}) {
    const {used, others} = readNoteLabels(manuscript);
    const label = (index: number): string | undefined => used[index]?.reference.label;
    const faults = findNumberFaults(
      used.map(({number}) => number),
      others,
    );
    for (const {kind, index, until} of faults) {
      const moved = used[index];
      if (kind === 'skipped' || moved === undefined) continue;
      const {reference} = moved;
      const those =
        until - index > 1
          ? `notes ${mark(reference.label)} to ${mark(label(until - 1))}`
          : `note ${mark(reference.label)}`;
      yield {
        span: reference.span,
        message: `Unexpected ${those} ${between(label(index - 1), label(until))}, expected labels that go up`,
        help: `In print this note has the number ${reference.number ?? '?'}; rename the labels in the order of the text, or move the reference.`,
      };
    }
  },
});

function between(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `before ${mark(after)}`;
  return after === undefined ? `after ${mark(before)}` : `between ${mark(before)} and ${mark(after)}`;
}

function mark(label: string | undefined): string {
  return quote(`[^${label ?? ''}]`);
}
