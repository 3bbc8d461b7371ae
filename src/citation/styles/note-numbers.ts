import type {Manuscript} from '../../manuscript/types.ts';
import type {CitekeyGroup} from './citekey-groups.ts';

/** The numbers of the notes of a document in which citekeys make notes of their own. */
export interface FinalNumbers {
  /** Of a note that the author wrote, by the number that it has in the manuscript. */
  readonly typed: ReadonlyMap<number, number>;
  /** Of a note that a group of keys in running text makes. */
  readonly made: ReadonlyMap<CitekeyGroup, number>;
}

/** Numbers both kinds in the order in which the text calls them. */
export function numberAllNotes({noteReferences}: Manuscript, makers: readonly CitekeyGroup[]): FinalNumbers {
  const calls = [
    ...noteReferences
      .filter(({isFirst, insideNote}) => isFirst && insideNote === undefined)
      .map(({span, number}) => ({at: span.start, number, maker: undefined})),
    ...makers.map(maker => ({at: maker.span.start, number: undefined, maker})),
  ].sort((one, other) => one.at - other.at);
  const typed = new Map<number, number>();
  const made = new Map<CitekeyGroup, number>();
  let next = 1;
  for (const {number, maker} of calls) {
    if (maker !== undefined) made.set(maker, next++);
    else if (number !== undefined) typed.set(number, next++);
  }
  return {typed, made};
}
