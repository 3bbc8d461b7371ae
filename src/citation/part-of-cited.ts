import {concludeReference, type ReferenceConclusion} from './conclude-reference.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {readLead} from './lead.ts';
import type {ReferenceReading, ShortFormReading} from './reading.ts';
import {commonWords, editorWords, wordsBeforeHolder} from './vocabulary.ts';

/** The full citation of a chapter whose book alone stands in a short form. */
export interface PartCited {
  readonly reading: ReferenceReading;
  readonly conclusion: Extract<ReferenceConclusion, {readonly kind: 'full'}>;
}

/**
 * Reads a short form that belongs to the book, where what stands before it names a chapter: author and whole title are an
 * entry's, and what stands between is that entry's book.
 *
 *     Piers Wren, ‘Goose-greens’, in Tull and Usher (eds), op. cit., pp. 55–70
 *     Petra Lang, Wahlkampfrede, in: ebd., S. 63
 *     M. Zorzin, *Lettrici di provincia*, ivi, p. 96
 *     Lise Moreau, ‘Introduction’ in Moreau and Whitby (n 1) 4
 *
 * @param isCited whether an entry was cited in full before: then the short form may be its own
 */
export function findPartOfCited(
  reading: ShortFormReading,
  index: EntryIndex,
  isCited: (key: string) => boolean,
): PartCited | undefined {
  const {passage, lead, range, locator, bracket, shortForm} = reading;
  const isOfBook =
    shortForm.form === 'ibid' || shortForm.form === 'op-cit' || shortForm.pointer !== undefined;
  if (!isOfBook || lead.words.length < 2) return undefined;
  for (const end of endsOfPart(reading)) {
    const part: ReferenceReading = {
      kind: 'reference',
      passage,
      range,
      lead: readLead(passage.text.value, passage.text.marks, lead.start, end),
      hasSignal: false,
      locator,
      bracket,
    };
    const conclusion = concludeReference(part, index, isCited);
    if (conclusion.kind !== 'full' || conclusion.conflict !== undefined || isCited(conclusion.key)) continue;
    const indexed = index.get(conclusion.key);
    if (indexed !== undefined && isHeldBy(reading, end, indexed, index)) return {reading: part, conclusion};
  }
  return undefined;
}

// What ends the title of a chapter before "in": a comma or stop, or a closing mark.
const TITLE_END = /[,.:”’"'»)*]\s*$/u;

/** Where the chapter may end: before each "in" behind a comma or mark; *ivi* has its "in" in itself. */
function endsOfPart({lead, shortForm}: ShortFormReading): readonly number[] {
  const before = lead.words.flatMap(({folded, start}) =>
    wordsBeforeHolder.has(folded) && isTitleEnd(lead.text.slice(0, start - lead.start)) ? [start] : [],
  );
  return before.length === 0 && shortForm.form === 'ibid' ? [lead.end] : before;
}

function isTitleEnd(text: string): boolean {
  return TITLE_END.test(text);
}

/** Whether the entry is a part of a book, and all that was typed of the book is its. */
function isHeldBy(
  {lead}: ShortFormReading,
  end: number,
  {entry, names, otherWords}: IndexedEntry,
  index: EntryIndex,
): boolean {
  if (entry.container === undefined || names.length === 0) return false;
  // By `crossref` the book says who edited it.
  const book = index.get((entry.fields.get('crossref')?.raw ?? '').replace(/[{}"]/gu, '').trim());
  const editors = new Set(book?.names.flatMap(({forms, given}) => [...forms.flat(), ...given]));
  return lead.words
    .filter(({start}) => start > end)
    .every(
      ({folded, text}) =>
        folded.length === 1 ||
        commonWords.has(folded) ||
        editorWords.has(folded) ||
        otherWords().has(folded) ||
        editors.has(folded) ||
        !/^[\p{Lu}\d]/u.test(text),
    );
}
