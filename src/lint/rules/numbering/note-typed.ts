import type {Manuscript, Note, TypedNote} from '../../../manuscript/types.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const noteTyped: Rule = defineRule({
  code: 'note-typed',
  group: 'numbering',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds notes typed as plain text: a raised number, `¹`, `^1^` or `<sup>1</sup>`; `[1]` or `(1)` where a list of such notes stands at the end or under a heading of its own; a note inside the line, `^[Smith, A (2010)]`. Squares, cubes and powers (km², 10⁶) and “(1) … (2) …” in a sentence are left alone.',
    why: 'To every tool they are plain text: no note is tied to them, and they keep their number when the notes change.',
    instead: 'Write `[^1]` in the text and `[^1]: …` for the note, on a line of its own.',
  },
  *check({manuscript}) {
    const {typedNotes, notes} = manuscript;
    const calls = typedNotes.filter(({role}) => role === 'call');
    const texts = typedNotes.filter(({role}) => role === 'text');
    const called = new Set<TypedNote>();
    for (const call of calls) {
      const note = notes.find(one => one.label === call.label && one.duplicateOf === undefined);
      const text = texts.find(one => one.label === call.label && one.style === call.style);
      if (call.style === 'inline') yield describeInline(call, manuscript);
      else if (note !== undefined) yield describeCalled(call, note, manuscript);
      else if (text === undefined) yield describeCall(call, manuscript);
      else yield describePair(call, text, called.has(text), manuscript);
      if (text !== undefined) called.add(text);
    }
    for (const text of texts) if (!called.has(text)) yield describeText(text, manuscript);
  },
});

function describeInline({span}: TypedNote, {source}: Manuscript): Finding {
  return {
    span,
    message: `Unexpected note inside the line ${quote(slice(source.text, span))}, expected a note reference and a note of its own`,
    help: 'Write a reference such as `[^1]` here, and its text after `[^1]: ` on a line of its own.',
  };
}

function describeCall({span, label}: TypedNote, {source}: Manuscript): Finding {
  return {
    span,
    message: `Unexpected typed note number ${quote(slice(source.text, span))}, expected a note reference such as ${quote(`[^${label}]`)}`,
    help: `Write ${quote(`[^${label}]`)} here, and ${quote(`[^${label}]: …`)} for the note.`,
  };
}

function describeCalled(call: TypedNote, {label}: Note, manuscript: Manuscript): Finding {
  return {
    ...describeCall(call, manuscript),
    help: `Write ${quote(`[^${label}]`)} here; the note is there.`,
    fix: {
      title: `Replace it by a reference to note [^${label}]`,
      applicability: 'review',
      edits: [{span: call.span, insert: `[^${label}]`}],
    },
  };
}

/** The note's text was typed too: one fix makes a note of both, and further calls need theirs alone. */
function describePair(call: TypedNote, text: TypedNote, isMade: boolean, manuscript: Manuscript): Finding {
  const {label, span} = call;
  const {source} = manuscript;
  const reference = {span, insert: `[^${label}]`};
  const gap = /\s/u.test(source.text.charAt(text.span.end)) ? '' : ' ';
  return {
    ...describeCall(call, manuscript),
    help: `Write ${quote(`[^${label}]`)} here, and ${quote(`[^${label}]:`)} before its text.`,
    related: [{path: source.path, span: text.span, message: 'its text stands here'}],
    fix: {
      title: `Make it note [^${label}]`,
      applicability: 'review',
      edits: isMade ? [reference] : [reference, {span: text.span, insert: `[^${label}]:${gap}`}],
    },
  };
}

function describeText({span, label}: TypedNote, {source}: Manuscript): Finding {
  return {
    span,
    message: `Unexpected typed note ${quote(slice(source.text, span))}, expected ${quote(`[^${label}]:`)} before its text`,
    help: `Write ${quote(`[^${label}]: …`)} here, and ${quote(`[^${label}]`)} in the text where the note is called.`,
  };
}
