import type {Manuscript, NoteReference} from '../../../manuscript/types.ts';
import type {RelatedPlace} from '../../../text/diagnostic.ts';
import type {TextEdit} from '../../../text/edit.ts';
import {suggest} from '../../../text/suggest.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const noteUndefined: Rule = defineRule({
  code: 'note-undefined',
  group: 'numbering',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds a note reference, `[^9]`, without a note of that label, also where the note is there and not read as one: `[^9] Smith` without its colon, a label with a space, a note inside a box.',
    why: 'Markdown then sees no reference at all and prints the brackets as they were typed.',
    instead: 'Write the note, `[^9]: …`, on a line of its own; correct the label; or remove the reference.',
  },
  *check({manuscript}) {
    for (const places of undefinedByLabel(manuscript)) yield describe(places, manuscript);
  },
});

/** The places of one label that no note has. */
interface Places {
  readonly first: NoteReference;
  /** In the text. */
  readonly calls: readonly NoteReference[];
  /** At the start of a line, before what may be the note's text. */
  readonly openings: readonly Opening[];
}

interface Opening {
  readonly reference: NoteReference;
  /** From the label's bracket to the colon, if there is one. */
  readonly end: number;
}

function undefinedByLabel({noteReferences, source}: Manuscript): readonly Places[] {
  const groups = new Map<string, {calls: NoteReference[]; openings: Opening[]}>();
  for (const reference of noteReferences) {
    if (reference.number !== undefined) continue;
    const group = groups.get(reference.identifier) ?? {calls: [], openings: []};
    groups.set(reference.identifier, group);
    const opening = openingAt(reference, source.text);
    if (opening === undefined) group.calls.push(reference);
    else group.openings.push(opening);
  }
  return [...groups.values()].flatMap(({calls, openings}) => {
    const first = calls[0] ?? openings[0]?.reference;
    return first === undefined ? [] : [{first, calls, openings}];
  });
}

// What stands before the first words of a line.
const LINE_START = /(?:^|[\r\n])[ \t>]{0,20}$/u;

// A note's text behind its label: " : Smith", " Smith".
const TEXT_BEHIND = /^([ \t]*:)?[ \t]*[^\s.,;:!?)\]]/u;

function openingAt(reference: NoteReference, text: string): Opening | undefined {
  const {start, end} = reference.span;
  if (!LINE_START.test(text.slice(Math.max(0, start - 21), start))) return undefined;
  const behind = TEXT_BEHIND.exec(text.slice(end, end + 200));
  return behind === null ? undefined : {reference, end: end + (behind[1]?.length ?? 0)};
}

function describe(places: Places, manuscript: Manuscript): Finding {
  const {first, calls, openings} = places;
  const {label, identifier} = first;
  const related = calls.slice(1).map(({span}) => relate(span, 'called again here', manuscript));
  if (/\s/u.test(label)) return describeSpaced(places, related, manuscript);
  const [opening] = openings;
  if (opening !== undefined) return describeWithoutColon(places, opening, related, manuscript);
  const hidden = manuscript.notes.find(note => note.identifier === identifier);
  if (hidden !== undefined) {
    return {
      ...describeMissing(first),
      message: `Unexpected note reference ${quote(`[^${label}]`)}, expected its note outside of the box`,
      help: 'Move the note out of the box, to a line of its own; from here Markdown does not find it.',
      related: [relate(hidden.marker, 'the note stands here', manuscript), ...related],
    };
  }
  return {...describeMissing(first), ...withRelated(related), ...suggestFor(first, manuscript)};
}

function describeMissing({label, span}: NoteReference): Finding {
  return {
    span,
    message: `Unexpected note reference ${quote(`[^${label}]`)}, expected a note with this label`,
    help: `Write the note, ${quote(`[^${label}]: …`)}, on a line of its own, or correct the label.`,
  };
}

function describeWithoutColon(
  {first, calls}: Places,
  opening: Opening,
  related: readonly RelatedPlace[],
  manuscript: Manuscript,
): Finding {
  const {span} = opening.reference;
  const mark = quote(`[^${first.label}]`);
  const marker = quote(`[^${first.label}]:`);
  return {
    span: first.span,
    message:
      calls.length > 0
        ? `Unexpected note reference ${mark}, expected a note that begins ${marker}`
        : `Unexpected ${mark} at the start of a line, expected ${marker} before a note`,
    help: `If the line that begins ${mark} is the note, put a colon right after the bracket.`,
    ...withRelated([
      ...(calls.length > 0 ? [relate(span, 'a line begins with it here', manuscript)] : []),
      ...related,
    ]),
    fix: {
      title: `Make the line note [^${first.label}]`,
      applicability: 'review',
      edits: [{span: {start: span.end, end: opening.end}, insert: ':'}],
    },
  };
}

/** A label has no spaces (GFM); where the note is there all the same, one fix corrects every place. */
function describeSpaced(
  {first, calls, openings}: Places,
  related: readonly RelatedPlace[],
  {notes}: Manuscript,
): Finding {
  const label = first.label.trim().replace(/\s+/gu, '-');
  const isTaken = notes.some(note => note.label === label);
  const isMeant = isTaken ? openings.length === 0 && first.label.trim() === label : openings.length > 0;
  const edits: readonly TextEdit[] = [
    ...calls.map(({span}) => ({span, insert: `[^${label}]`})),
    ...openings.map(({reference: {span}, end}) => ({span: {start: span.start, end}, insert: `[^${label}]:`})),
  ];
  const [edit, ...others] = edits;
  return {
    span: first.span,
    message: `Unexpected note label ${quote(`[^${first.label}]`)}, expected one without spaces`,
    help: isMeant
      ? `Write ${quote(`[^${label}]`)}, here and wherever the note is called or written.`
      : 'Write a label without spaces here, as in `[^5]`, and the text of the note after `[^5]: ` on a line of its own.',
    ...withRelated(related),
    ...(isMeant && edit !== undefined
      ? {fix: {title: `Write [^${label}]`, applicability: 'review', edits: [edit, ...others]}}
      : {}),
  };
}

function relate(span: RelatedPlace['span'], message: string, {source}: Manuscript): RelatedPlace {
  return {path: source.path, span, message};
}

function withRelated(related: readonly RelatedPlace[]): Pick<Finding, 'related'> {
  return related.length > 0 ? {related} : {};
}

/** The labels of notes that nothing calls. */
function suggestFor({label}: NoteReference, {notes}: Manuscript): Pick<Finding, 'suggestions'> {
  const unused = notes.filter(({number, duplicateOf}) => number === undefined && duplicateOf === undefined);
  const suggestions = suggest(
    label,
    unused.map(note => note.label),
  );
  return suggestions.length > 0 ? {suggestions} : {};
}
