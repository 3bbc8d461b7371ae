import {type Word, wordsOf} from '../text/words.ts';
import {compareHolder} from './compare-holder.ts';
import type {Explanation} from './explain.ts';
import {readLead} from './lead.ts';
import type {Read} from './reading.ts';
import type {Difference} from './types.ts';
import {commonWords, editorWords, kindsOfWork, nameRoles, wordsBeforeHolder} from './vocabulary.ts';

/** What a full citation says otherwise of the journal, book or series that holds the work, and of the editors of the book. */
export function holderDifferences({run, indexed}: Explanation, reading: Read): readonly Difference[] {
  if (run === undefined) return [];
  const {text} = reading.passage;
  const lead = readLead(text.value, text.marks, reading.range.start, reading.range.end);
  const holder = lead.markedTitles.find(({start}) => start >= run.endOffset);
  const {container, type} = indexed.entry;
  const difference = (
    field: Difference['field'],
    start: number,
    end: number,
    expected: string,
  ): Difference => ({
    field,
    typed: text.value.slice(start, end),
    expected,
    span: text.spanOf(start, end),
  });
  const found: Difference[] = [];
  if (holder !== undefined && container !== undefined && type !== 'book') {
    const words = lead.words.filter(({start, end}) => holder.start <= start && end <= holder.end);
    const isApart = /[([][^)\]]*$/u.test(text.value.slice(run.endOffset, holder.start));
    if (!isApart && isHeld(type) && compareHolder(words, indexed) !== 'same')
      found.push(difference(type === 'article' ? 'journal' : 'book', holder.start, holder.end, container));
  }
  const behind = text.value.slice(run.endOffset, holder?.start ?? reading.range.end);
  const editors = otherEditors(behind, indexed.entry.fields.get('editor')?.raw);
  if (editors !== undefined && isHeld(type)) {
    const [from, to] = [run.endOffset + editors.start, run.endOffset + editors.end];
    found.push(difference('editor', from, to, plain(indexed.entry.fields.get('editor')?.raw ?? '')));
  }
  const series = otherSeries(text.value.slice(run.endOffset, reading.range.end), indexed);
  if (series !== undefined) {
    const [from, to] = [run.endOffset + series.start, run.endOffset + series.end];
    found.push(difference('series', from, to, series.expected));
  }
  return found;
}

const HELD: ReadonlySet<string> = new Set([
  'article',
  'incollection',
  'inbook',
  'inproceedings',
  'conference',
]);

function isHeld(type: string): boolean {
  return HELD.has(type);
}

/** A field's value without its braces and quotes. */
function plain(raw: string): string {
  return raw.replace(/[{}"]/gu, '').trim();
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where other editors stand than those of the entry, between "in" and the word for an editor. A given name may be typed in full, and
 * not all editors need be there.
 */
function otherEditors(behind: string, field: string | undefined): Place | undefined {
  if (field === undefined) return undefined;
  const words = wordsOf(behind);
  const first = words.findIndex(({folded}) => wordsBeforeHolder.has(folded));
  const last = words.findIndex(({folded}, at) => at > first && editorWords.has(folded));
  const between = words.slice(first + 1, last);
  const [start, end] = [between[0], between.at(-1)];
  if (first === -1 || first > 1 || last === -1 || start === undefined || end === undefined) return undefined;
  const own = wordsOf(field).map(({folded}) => folded);
  const isTold = ({folded}: Word): boolean => own.includes(folded);
  // "Cyril" for "C." and "Cy"
  const isGiven = ({folded}: Word): boolean =>
    own.some(name => name.length <= 3 && folded.startsWith(name) && name !== 'and');
  const named = between.filter(
    ({text, folded}) =>
      /^\p{Lu}\p{L}*\p{Ll}/u.test(text) && !nameRoles.has(folded) && !commonWords.has(folded),
  );
  if (named.length === 0 || (named.some(isTold) && named.every(word => isTold(word) || isGiven(word))))
    return undefined;
  return {start: start.start, end: end.end};
}

// ", Working Paper 7", ", Policy Paper No. 7"
const NUMBERED =
  /(?<!\p{L})(?<kind>\p{Lu}\p{L}+)\s(?<noun>\p{Lu}\p{L}+),?\s(?:[Nn][o°º]\.?\s)?\d{1,4}(?![\d:(])/u;

/** Where a paper stands under another kind than the entry's of the same sort: "Working Paper 7" for Policy Paper 7. */
function otherSeries(
  behind: string,
  {entry, otherWords}: Explanation['indexed'],
): (Place & {readonly expected: string}) | undefined {
  const match = NUMBERED.exec(behind);
  const {kind = '', noun = ''} = match?.groups ?? {};
  const field = ['type', 'series'].find(name => entry.fields.has(name));
  const expected = plain(entry.fields.get(field ?? '')?.raw ?? '');
  const known = wordsOf(expected).map(({folded}) => folded);
  const [one, other] = wordsOf(`${kind} ${noun}`);
  if (match === null || one === undefined || other === undefined) return undefined;
  if (!kindsOfWork.has(other.folded) || !known.includes(other.folded) || known.length < 2) return undefined;
  if (otherWords().has(one.folded) || /^\p{Lu}{2,}$/u.test(kind)) return undefined;
  return {start: match.index, end: match.index + kind.length + 1 + noun.length, expected};
}
