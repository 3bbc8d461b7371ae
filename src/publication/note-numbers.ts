import type {FootnoteDefinition, FootnoteReference, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import type {Manuscript, Note} from '../manuscript/types.ts';
import type {NoteReference} from './types.ts';

/** A note that is published, with its number and ids. */
export interface NumberedNote {
  readonly number: number;
  readonly id: string;
  readonly referenceId: string;
  readonly note: Note;
}

/** Which notes are published, under which numbers, and what each reference in the text becomes. */
export interface NoteNumbers {
  /** In the order of their numbers. */
  readonly notes: readonly NumberedNote[];
  /** A reference that is not here stands in a note, or calls nothing: it stays the text that it is. */
  readonly references: ReadonlyMap<FootnoteReference, NoteReference>;
  /** Whether a definition is published: it is called from the text, and no other took its label before it. */
  isPublished(definition: FootnoteDefinition): boolean;
}

/**
 * Numbers the notes 1 to n by their first references in the text, boxes read where they stand. A reference inside a
 * note calls nothing, since a note at the foot of a page cannot have one of its own.
 */
export function numberNotes({root, notes: defined}: Manuscript): NoteNumbers {
  const byIdentifier = new Map(
    defined.filter(note => note.duplicateOf === undefined).map(note => [note.identifier, note]),
  );
  const numbered = new Map<string, NumberedNote>();
  const calls = new Map<string, number>();
  const references = new Map<FootnoteReference, NoteReference>();
  for (const node of referencesInText(root)) {
    const note = byIdentifier.get(node.identifier);
    if (note === undefined) continue;
    const number = numbered.get(node.identifier)?.number ?? numbered.size + 1;
    const id = `note-${number}`;
    const referenceId = `noteref-${number}`;
    numbered.set(node.identifier, {number, id, referenceId, note});
    const call = (calls.get(node.identifier) ?? 0) + 1;
    calls.set(node.identifier, call);
    references.set(node, {
      type: 'note-reference',
      number,
      note: id,
      id: call === 1 ? referenceId : `${referenceId}-${call}`,
      isFirst: call === 1,
    });
  }
  const published = new Set([...numbered.values()].map(({note}) => note.span.start));
  return {
    notes: [...numbered.values()],
    references,
    isPublished: definition => published.has(definition.position?.start.offset ?? -1),
  };
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
