import type {FootnoteDefinition, FootnoteReference, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import type {Replacement, StyledText} from '../citation/styles/types.ts';
import {spanOfNode} from '../manuscript/node-span.ts';
import type {Manuscript, Note} from '../manuscript/types.ts';
import type {NoteReference} from './types.ts';

/** A note that is published, with its number and ids. */
export interface NumberedNote {
  readonly number: number;
  readonly id: string;
  readonly referenceId: string;
  /** The note that the author wrote, or what a style wrote for a citekey in running text. */
  readonly content: Note | MadeNote;
}

/** A note that a citekey in running text makes. */
export interface MadeNote {
  readonly from: Replacement;
  readonly text: StyledText;
}

/** Whether the author wrote a note. */
export function isWritten(content: Note | MadeNote): content is Note {
  return 'label' in content;
}

/** Which notes are published, under which numbers, and what each reference in the text becomes. */
export interface NoteNumbers {
  /** In the order of their numbers. */
  readonly notes: readonly NumberedNote[];
  /** A reference that is not here stands in a note, or calls nothing: it stays the text that it is. */
  readonly references: ReadonlyMap<FootnoteReference, NoteReference>;
  /** What calls each note that a citekey makes. */
  readonly made: ReadonlyMap<Replacement, NoteReference>;
  /** Whether a definition is published: it is called from the text, and no other took its label before it. */
  isPublished(definition: FootnoteDefinition): boolean;
}

/**
 * Numbers the notes 1 to n by their first references in the text, boxes read where they stand, those that citekeys make
 * among them. A reference inside a note calls nothing, since a note at the foot of a page cannot have one of its own.
 */
export function numberNotes(
  {root, notes: defined}: Manuscript,
  replacements: readonly Replacement[] = [],
): NoteNumbers {
  const byIdentifier = new Map(
    defined.filter(note => note.duplicateOf === undefined).map(note => [note.identifier, note]),
  );
  const numbered = new Map<Note | MadeNote, NumberedNote>();
  const calls = new Map<Note | MadeNote, number>();
  const references = new Map<FootnoteReference, NoteReference>();
  const made = new Map<Replacement, NoteReference>();
  const callNote = (content: Note | MadeNote): NoteReference => {
    const number = numbered.get(content)?.number ?? numbered.size + 1;
    const id = `note-${number}`;
    const referenceId = `noteref-${number}`;
    numbered.set(content, {number, id, referenceId, content});
    const call = (calls.get(content) ?? 0) + 1;
    calls.set(content, call);
    return {
      type: 'note-reference',
      number,
      note: id,
      id: call === 1 ? referenceId : `${referenceId}-${call}`,
      isFirst: call === 1,
    };
  };
  const makers = replacements.flatMap(makersIn);
  let next = 0;
  const makeUpTo = (end: number): void => {
    for (
      let maker = makers[next];
      maker !== undefined && maker.from.span.start < end;
      maker = makers[++next]
    ) {
      made.set(maker.from, callNote(maker));
    }
  };
  for (const node of referencesInText(root)) {
    makeUpTo(spanOfNode(node).start);
    const note = byIdentifier.get(node.identifier);
    if (note !== undefined) references.set(node, callNote(note));
  }
  makeUpTo(Number.POSITIVE_INFINITY);
  const published = new Set(
    [...numbered.keys()].flatMap(content => (isWritten(content) ? [content.span.start] : [])),
  );
  return {
    notes: [...numbered.values()],
    references,
    made,
    isPublished: definition => published.has(definition.position?.start.offset ?? -1),
  };
}

/** A replacement makes one note at most. */
function makersIn(from: Replacement): readonly MadeNote[] {
  return from.pieces.flatMap(piece => (piece.kind === 'note' ? [{from, text: piece.text}] : []));
}

function referencesInText(root: Root): readonly FootnoteReference[] {
  const found: FootnoteReference[] = [];
  visit(root, node => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type === 'footnoteReference') found.push(node);
    return undefined;
  });
  return found;
}
