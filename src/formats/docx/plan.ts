import type {Block, BlockOf, Inline, Publication} from '../../publication/types.ts';
import {nameBookmarks} from './bookmarks.ts';
import {type PageGeometry, pageGeometry, TWIPS_PER_POINT} from './page.ts';
import {walkBlocks, walkInlines} from './walk.ts';

/** What has to be known of the whole publication before its first block can be written. */
export interface Plan {
  readonly publication: Publication;
  readonly page: PageGeometry;
  /** Twips from the margin to the text of a numbered paragraph, wide enough for the highest number. */
  readonly numberWidth: number;
  /** Taken from a heading's level so that the highest in use becomes Word's *Heading 1*. */
  readonly headingShift: number;
  /** The runs of paragraph numbers: one, unless the publication's numbers jump. */
  readonly numberRuns: readonly NumberRun[];
  readonly runOf: ReadonlyMap<Block, NumberRun>;
  /** Each ordered list with the Word list that it has to itself, so that it starts where it should. */
  readonly orderedLists: ReadonlyMap<Block, OrderedListPlan>;
  /** Boxes whose number does not follow from the box before: their sequence field is told where to go on. */
  readonly restartedBoxes: ReadonlySet<Block>;
  /** The bookmark of each part that something points at, and of each box, by the part's id; a note's by both its ids. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** The bookmark round the number alone of each numbered box, by the box's id. */
  readonly numberBookmarks: ReadonlyMap<string, string>;
  readonly noteNumbers: ReadonlySet<number>;
  /** The findings marked in the text, by number. */
  readonly markedFindings: ReadonlySet<number>;
}

/** Paragraphs numbered one after another from `start`, by one Word list. */
export interface NumberRun {
  readonly reference: string;
  readonly start: number;
}

export interface OrderedListPlan {
  readonly reference: string;
  readonly instance: number;
  readonly start: number;
}

/**
 * Begins the names by which docx knows lists. It writes them between braces into the text first and puts the numbers in
 * afterwards, so a name must be nothing that an author can have typed: no text keeps this code point.
 */
export const LIST_NAME = '\uFDD0';

/** Put behind a box's bookmark for the one round its number alone. */
const NUMBER_SUFFIX = '_number';

/** 1 cm: room for two digits and a stop at common sizes. */
const LEAST_NUMBER_WIDTH = 567;
/** Width of a digit by the size of the type, in the usual text faces; a little too wide is no harm. */
const DIGIT_WIDTH = 0.556;
const GAP_AFTER_NUMBER = 170;

/** Reads a publication once through and says what its writers need. */
export function planDocument(publication: Publication): Plan {
  const body = [...walkBlocks(publication.blocks)];
  const inNotes = publication.notes.flatMap(note => [...walkBlocks(note.blocks)]);
  const all = [...body, ...inNotes];
  const bodyInlines = body.flatMap(block => [...walkInlines(block)]);
  const inlines = [...bodyInlines, ...inNotes.flatMap(block => [...walkInlines(block)])];
  const {numberRuns, runOf} = planNumberRuns(all);
  const bookmarks = planBookmarks(publication, all, bodyInlines, inlines);
  return {
    publication,
    page: pageGeometry(publication.profile.page),
    numberWidth: numberWidth(publication, all),
    headingShift: headingShift(all),
    numberRuns,
    runOf,
    orderedLists: planOrderedLists(all),
    restartedBoxes: planBoxes(all),
    bookmarks,
    numberBookmarks: nameBoxNumbers(all, bookmarks),
    noteNumbers: new Set(publication.notes.map(note => note.number)),
    markedFindings: new Set(inlines.flatMap(inline => (inline.type === 'finding' ? [inline.number] : []))),
  };
}

/** How a pattern such as `{n}.` shows a number. */
export function showNumber(pattern: string, number: number): string {
  return pattern.includes('{n}') ? pattern.replace('{n}', String(number)) : `${number}`;
}

function numberWidth(publication: Publication, blocks: readonly Block[]): number {
  const {paragraphs, page} = publication.profile;
  const labels = blocks.flatMap(block =>
    block.type === 'paragraph' && block.number !== undefined
      ? [showNumber(paragraphs.pattern, block.number).length]
      : [],
  );
  const longest = labels.reduce((most, length) => Math.max(most, length), 0);
  const wide = longest * DIGIT_WIDTH * page.fontSize * TWIPS_PER_POINT + GAP_AFTER_NUMBER;
  return Math.max(LEAST_NUMBER_WIDTH, Math.ceil(wide));
}

function headingShift(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(block => (block.type === 'heading' ? [block.level] : []));
  return levels.reduce<number>((least, level) => Math.min(least, level), 6) - 1;
}

function planNumberRuns(blocks: readonly Block[]): Pick<Plan, 'numberRuns' | 'runOf'> {
  const numberRuns: NumberRun[] = [];
  const runOf = new Map<Block, NumberRun>();
  let expected = Number.NaN;
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.number === undefined) continue;
    if (block.number !== expected) {
      const place = numberRuns.length === 0 ? '' : `-${numberRuns.length + 1}`;
      numberRuns.push({reference: `${LIST_NAME}paragraphs${place}`, start: block.number});
    }
    const run = numberRuns.at(-1);
    if (run !== undefined) runOf.set(block, run);
    expected = block.number + 1;
  }
  return {numberRuns, runOf};
}

function planOrderedLists(blocks: readonly Block[]): ReadonlyMap<Block, OrderedListPlan> {
  const ordered = blocks.filter(isOrderedList);
  return new Map(
    ordered.map((list, instance) => {
      const start = Math.max(0, list.start);
      return [list, {reference: `${LIST_NAME}from-${start}`, instance, start}] as const;
    }),
  );
}

function isOrderedList(block: Block): block is BlockOf<'list'> {
  return block.type === 'list' && block.ordered;
}

function planBoxes(blocks: readonly Block[]): ReadonlySet<Block> {
  const restarted = new Set<Block>();
  let expected = 1;
  for (const block of blocks) {
    if (block.type !== 'box' || block.number === undefined) continue;
    if (block.number !== expected) restarted.add(block);
    expected = block.number + 1;
  }
  return restarted;
}

function planBookmarks(
  publication: Publication,
  blocks: readonly Block[],
  bodyInlines: readonly Inline[],
  inlines: readonly Inline[],
): ReadonlyMap<string, string> {
  const ids = [...boxIds(blocks), ...pointedAt(publication, inlines)];
  const present = new Set([...blockIds(blocks), ...firstCalls(bodyInlines)]);
  const names = nameBookmarks(
    ids.filter(id => present.has(id)),
    NUMBER_SUFFIX.length,
  );
  const ofNotes = publication.notes.flatMap(note => {
    const name = names.get(note.referenceId);
    return name === undefined ? [] : [[note.id, name] as const];
  });
  return new Map([...names, ...ofNotes]);
}

function nameBoxNumbers(
  blocks: readonly Block[],
  bookmarks: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    blocks.flatMap(block =>
      block.type === 'box' && block.number !== undefined
        ? [[block.id, `${bookmarks.get(block.id)}${NUMBER_SUFFIX}`] as const]
        : [],
    ),
  );
}

/** What the text points at. For a note it is the first reference, which its bookmark goes round. */
function pointedAt(publication: Publication, inlines: readonly Inline[]): readonly string[] {
  const firstReference = new Map(publication.notes.map(note => [note.id, note.referenceId]));
  return inlines.flatMap(inline => {
    if (inline.type === 'cross-reference') return [firstReference.get(inline.target) ?? inline.target];
    if (inline.type === 'note-reference' && !inline.isFirst) return [firstReference.get(inline.note) ?? ''];
    return [];
  });
}

function boxIds(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(block => (block.type === 'box' ? [block.id] : []));
}

function blockIds(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(block => ('id' in block && block.id !== undefined ? [block.id] : []));
}

function firstCalls(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap(inline => (inline.type === 'note-reference' && inline.isFirst ? [inline.id] : []));
}
