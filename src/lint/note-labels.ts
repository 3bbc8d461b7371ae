import type {Manuscript, NoteReference} from '../manuscript/types.ts';

/** The numeric labels of a manuscript's notes. */
export interface NoteLabels {
  /** Of notes that are defined and called in the text, in the order of their first references. */
  readonly used: readonly {readonly number: number; readonly reference: NoteReference}[];
  /** Of undefined references and of notes that the text does not call: they have their own findings. */
  readonly others: ReadonlySet<number>;
}

// A label that is a number, "12"; one with four digits is rather a year.
const NUMERIC = /^\d{1,3}$/u;

/** Reads the labels that are numbers; those in words have no order. */
export function readNoteLabels({notes, noteReferences}: Manuscript): NoteLabels {
  const numeric = noteReferences.filter(({label}) => NUMERIC.test(label));
  const inText = numeric.filter(
    ({isFirst, number, insideNote}) => isFirst && number !== undefined && insideNote === undefined,
  );
  const used = inText.map(reference => ({number: Number(reference.label), reference}));
  const labels = [...numeric, ...notes.filter(({label}) => NUMERIC.test(label))].map(({label}) =>
    Number(label),
  );
  const usedNumbers = new Set(used.map(({number}) => number));
  return {used, others: new Set(labels.filter(number => !usedNumbers.has(number)))};
}
