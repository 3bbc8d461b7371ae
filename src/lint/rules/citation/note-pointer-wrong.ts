import type {Cite, Resolution} from '../../../citation/types.ts';
import {slice} from '../../../text/span.ts';
import {cites} from '../../cite-fault.ts';
import {namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const notePointerWrong: Rule = defineRule({
  code: 'note-pointer-wrong',
  group: 'citation',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds a cite that sends the reader to a note which does not cite its work: “Smith (n 12)” when Smith is in note 3, or when there is no note 12.',
    why: 'Note numbers typed by hand go stale with the first note that is added above them.',
    instead: 'Type the number of the note that cites the work in full.',
    convention:
      'The number after *n* is that of the note with the full citation, as in the OSCOLA style for law (“Smith (n 12) 45”).',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'note-pointer-wrong')) {
      yield describe(resolution, subject);
    }
  },
});

function describe(resolution: Resolution, subject: Subject): Finding {
  const {cite, antecedent} = resolution;
  const span = cite.pointer?.span ?? cite.span;
  const typed = quote(cite.pointer?.value.toString() ?? cite.text);
  if (resolution.status !== 'conflict') {
    const noteCount = subject.manuscript.notes.filter(({number}) => number !== undefined).length;
    const isMissing = resolution.status === 'unresolved' && resolution.reason === 'no-such-note';
    return {
      span,
      message: `Unexpected note number ${typed} in ${namePlace(cite.in)}, expected ${isMissing ? 'a note that exists' : 'a note that cites a work'}`,
      help: isMissing
        ? `The last note is ${noteCount}; type the number of the note that cites the work in full.`
        : 'Type the number of the note that cites the work in full.',
      ...(resolution.status === 'unresolved' && resolution.suggestions.length > 0
        ? {suggestions: resolution.suggestions}
        : {}),
    };
  }
  const where = antecedent === undefined ? 'none' : namePlace(antecedent.in);
  const fix = pointerFix(subject, cite, antecedent);
  return {
    span,
    message: `Unexpected note number ${typed} in ${namePlace(cite.in)}, expected ${antecedent?.in.kind === 'note' ? quote(String(antecedent.in.number)) : where}`,
    help: `${quote(resolution.key)} is cited in ${where}; correct the number, or the name if another work is meant.`,
    ...(antecedent === undefined
      ? {}
      : {related: [relateCite(subject, antecedent, `${quote(resolution.key)} is cited here`)]}),
    ...(fix === undefined ? {} : {fix}),
    suggestions: [resolution.key],
  };
}

function pointerFix({manuscript}: Subject, {pointer}: Cite, antecedent: Cite | undefined): Finding['fix'] {
  if (pointer === undefined || antecedent?.in.kind !== 'note') return undefined;
  if (slice(manuscript.source.text, pointer.span) !== String(pointer.value)) return undefined;
  return {
    title: `Replace the note number ${pointer.value} by ${antecedent.in.number}`,
    applicability: 'review',
    edits: [{span: pointer.span, insert: String(antecedent.in.number)}],
  };
}
