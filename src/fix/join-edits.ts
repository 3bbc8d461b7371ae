import type {TextEdit} from '../text/edit.ts';
import {overlaps} from '../text/span.ts';

/**
 * Edits of one text with those of one more fix, which are applied together or not at all.
 *
 * @returns `undefined` where the fix would change what is changed already; the same edit twice is one
 */
export function joinEdits(
  before: readonly TextEdit[],
  more: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const added = more.filter(edit => !before.some(other => isSame(edit, other)));
  return added.some(edit => before.some(other => isAtOdds(edit, other))) ? undefined : [...before, ...added];
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return (
    one.span.start === other.span.start && one.span.end === other.span.end && one.insert === other.insert
  );
}

/** Two that overlap, or begin at one place: nobody can say which comes first. */
function isAtOdds({span: one}: TextEdit, {span: other}: TextEdit): boolean {
  return one.start === other.start || overlaps(one, other);
}
