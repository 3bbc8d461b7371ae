import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, wordsOf} from '../text/words.ts';
import {areNamesRight} from './agreement.ts';
import {concludeReference, type ReferenceConclusion} from './conclude-reference.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {endOfSending} from './joint-words.ts';
import type {Lead} from './lead.ts';
import {mayNameSource} from './may-name-source.ts';
import {mentionedIn} from './mentions.ts';
import {areNames} from './name-run.ts';
import {isOwnPart} from './own-part.ts';
import {findPartOfCited} from './part-of-cited.ts';
import {placeInWork} from './place-in-work.ts';
import {placeOf, type Reading, type ShortFormReading} from './reading.ts';
import {recognise} from './recognise.ts';
import type {Cite, CiteForm} from './types.ts';
import {wordsOfSentence} from './vocabulary.ts';
import type {Item, Mention, Unread} from './walk.ts';

/** The cites of a text, and what stands among them that is neither cite nor comment. */
export interface Gathered {
  readonly items: readonly Item[];
  readonly unread: readonly Unread[];
  readonly mentions: readonly Mention[];
}

/**
 * Every cite of the passages in reading order, with ids from 1. Prose is left out, and so is a note number that sends
 * the reader to a note that cites nothing ("see note 3 above"): that is a reference to the document, not to a work.
 */
export function gatherCites(passages: readonly Passage[], index: EntryIndex): Gathered {
  const readings = passages
    .flatMap(passage => recognise(passage, index))
    .map((reading, order) => ({reading, order, metAt: placeOf(reading)}))
    .sort((one, other) => one.metAt - other.metAt || one.order - other.order)
    .map(({reading}) => reading);
  const cited = new Set<string>();
  const settled = readings.map(reading => ({reading, draft: settle(reading, index, cited)}));
  const drafts = settled.flatMap(({draft}) => draft ?? []);
  const citing = new Set(drafts.flatMap(({reading}) => (isBarePointer(reading) ? [] : noteOf(reading))));
  const noteNumbers = new Set(
    passages.flatMap(passage => (passage.in.kind === 'note' ? [passage.in.number] : [])),
  );
  const isCite = ({reading}: Draft): boolean => {
    if (!isBarePointer(reading) || reading.kind !== 'short-form') return true;
    const target = reading.shortForm.pointer?.value ?? 0;
    const isOwn = noteOf(reading).includes(target);
    return citing.has(target) || isOwn || !noteNumbers.has(target);
  };
  const items: Item[] = [];
  const unread: Unread[] = [];
  const mentions: Mention[] = [];
  for (const {reading, draft} of settled) {
    if (draft !== undefined && isCite(draft))
      items.push({...draft, cite: makeCite(draft, items.length + 1, index)} as Item);
    else if (draft === undefined) {
      if (mayNameSource(reading, index)) unread.push({in: reading.passage.in, before: items.length});
      const keys = mentionedIn(reading, index);
      if (keys.length > 0) mentions.push({keys, before: items.length});
    }
  }
  return {items, unread, mentions};
}

type Draft = DistributiveOmit<Item, 'cite'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function settle(reading: Reading, index: EntryIndex, cited: Set<string>): Draft | undefined {
  switch (reading.kind) {
    case 'placeholder':
      return {kind: 'placeholder', reading};
    case 'short-form':
      return settleShortForm(reading, index, cited);
    case 'key':
      cited.add(reading.key.key);
      return {kind: 'key', reading};
    case 'reference': {
      const conclusion = concludeReference(reading, index, key => cited.has(key));
      if (conclusion.kind === 'prose') return undefined;
      if (reading.passage.in.kind === 'text' && !isAuthorYear(conclusion)) return undefined;
      if (conclusion.kind === 'full') cited.add(conclusion.key);
      return {kind: 'reference', reading, conclusion};
    }
  }
}

function settleShortForm(
  reading: ShortFormReading,
  index: EntryIndex,
  cited: Set<string>,
): Draft | undefined {
  if (isSpokenOf(reading)) return undefined;
  const named = readTitleOfWord(reading, index, cited);
  if (named !== undefined) return named;
  const part = findPartOfCited(reading, index, key => cited.has(key));
  if (part !== undefined) {
    cited.add(part.conclusion.key);
    return {kind: 'reference', ...part};
  }
  return isOwnPart(reading) || isMention(reading, index) ? undefined : {kind: 'short-form', reading};
}

/**
 * *Ibid* in capitals behind the author of a work that is called so and was cited: "Dunmore, *Ibid*, p. 12" is Dunmore's *Ibid: A
 * Novel in Notes*.
 */
function readTitleOfWord(
  reading: ShortFormReading,
  index: EntryIndex,
  cited: ReadonlySet<string>,
): Draft | undefined {
  const {shortForm, lead, passage} = reading;
  if (shortForm.pointer !== undefined || lead.words.length === 0 || shortForm.start < lead.end)
    return undefined;
  const words = wordsOf(passage.text.value.slice(shortForm.start, shortForm.end));
  const [word, other] = words;
  if (word === undefined || other !== undefined || !/^\p{Lu}/u.test(word.text)) return undefined;
  const fits = index
    .lookup(lead.words)
    .filter(one => one.title[0] === word.folded && cited.has(one.entry.key))
    .map(one => explain(lead, one))
    .filter(one => areNamesRight(one) && one.unexplained.length === 0 && one.year !== 'differs');
  if (fits.length === 0) return undefined;
  return {
    kind: 'reference',
    reading: {...reading, kind: 'reference', hasSignal: false},
    conclusion: {kind: 'short', fits},
  };
}

// Where the last sentence of a text begins.
const LAST_SENTENCE = /(?:^|[.?!;]\s)(?=[^.?!;]*$)/u;

/** "We use ibid for the work just cited": a sentence that speaks of the word, and cites nothing. */
function isSpokenOf({shortForm, locator, passage}: ShortFormReading): boolean {
  if (shortForm.form !== 'ibid' || locator !== undefined) return false;
  if (!/^\s\p{Ll}/u.test(passage.text.value.slice(shortForm.end))) return false;
  const before = passage.text.value.slice(0, shortForm.start);
  const sentence = LAST_SENTENCE.exec(before);
  const words = wordsOf(before.slice(sentence === null ? 0 : sentence.index + sentence[0].length));
  return words.some(({folded}) => wordsOfSentence.has(folded));
}

const PLAIN_DIRECTION = /above|below/u;
// ", note 3" behind names, without brackets or a direction.
const PLAIN_POINTER = /^[\s,]/u;
// "(see note 3)": something before the words that send there.
const BEHIND_MARK = /^[^\p{L}]/u;

/** "The Ministry, above", "Home Office note 3", "the rents of Wales (see note 3)": plain words, unless an entry has such a name. */
function isMention({shortForm, lead, passage}: ShortFormReading, index: EntryIndex): boolean {
  const words = inLowerCase(passage.text.value.slice(shortForm.start, shortForm.end));
  const isPlain =
    (shortForm.pointer === undefined ? PLAIN_DIRECTION : PLAIN_POINTER).test(words) ||
    (BEHIND_MARK.test(words) && endOfSending(words, 1) !== undefined && !areNames(lead.text));
  if (!isPlain) return false;
  return !index.lookup(lead.words).some(indexed => {
    const {names, title} = explain(lead, indexed);
    return names.verdict !== 'none' || title !== 'none';
  });
}

/** In running text "(DFID, 2003)" is a cite where an entry has that name and year, and prose where none does. */
function isAuthorYear(conclusion: ReferenceConclusion): boolean {
  return conclusion.kind === 'short' && conclusion.fits.every(({names}) => names.verdict !== 'none');
}

function makeCite(draft: Draft, id: number, index: EntryIndex): Cite {
  const {reading} = draft;
  const {passage, range} = reading;
  const lead = 'lead' in reading ? reading.lead : undefined;
  const year = lead?.years[0];
  // A note in the middle of a range, "notes 2–4", has no number that was typed.
  const pointer =
    reading.kind === 'short-form' && /\d/u.test(passage.text.value.slice(range.start, range.end))
      ? reading.shortForm.pointer
      : undefined;
  const text = passage.text;
  const title =
    draft.kind === 'reference' && draft.conclusion.kind === 'full'
      ? draft.conclusion.title
      : lead?.markedTitle;
  return {
    id,
    in: passage.in,
    text: text.value.slice(range.start, range.end),
    span: text.spanOf(range.start, range.end),
    form: formOf(draft),
    names: lead === undefined ? undefined : namesOf(lead),
    title: title === undefined ? undefined : text.value.slice(title.start, title.end),
    year:
      year === undefined
        ? undefined
        : {value: Number.parseInt(year.text, 10), text: year.text, span: text.spanOf(year.start, year.end)},
    pointer:
      pointer === undefined
        ? undefined
        : {value: pointer.value, span: text.spanOf(pointer.start, pointer.end)},
    locator: isLocatorOfTitle(draft) ? undefined : locatorOf(draft, index),
  };
}

function formOf(draft: Draft): CiteForm {
  switch (draft.kind) {
    case 'placeholder':
      return 'placeholder';
    case 'key':
      return 'key';
    case 'short-form':
      return draft.reading.shortForm.form;
    case 'reference':
      if (draft.conclusion.kind === 'short') return 'short';
      return draft.conclusion.kind === 'unknown' && draft.conclusion.isShort ? 'short' : 'full';
  }
}

function locatorOf(draft: Draft, index: EntryIndex): string | undefined {
  if (draft.kind === 'reference') return placeInWork(draft.reading, draft.conclusion, index);
  const {reading} = draft;
  switch (reading.kind) {
    case 'key':
      return reading.key.locator;
    case 'placeholder':
      return undefined;
    default:
      return reading.locator?.text;
  }
}

/** "*The Floods of the Severn*, Part 2": what looks like a place may belong to the title. */
function isLocatorOfTitle(draft: Draft): boolean {
  if (draft.kind !== 'reference' || draft.conclusion.kind !== 'full') return false;
  return (draft.conclusion.title?.end ?? 0) > (draft.reading.locator?.start ?? Number.POSITIVE_INFINITY);
}

/** The names as typed: what stands before the year or the title set off, without the stops at its end. */
function namesOf({text, start, years, markedTitle}: Lead): string | undefined {
  const end = Math.min(
    years[0]?.start ?? Number.POSITIVE_INFINITY,
    markedTitle?.start ?? Number.POSITIVE_INFINITY,
  );
  const names = text
    .slice(0, Number.isFinite(end) ? end - start : text.length)
    .replace(/[\s,.;:([“"‘'«„]+$/u, '')
    .trim();
  return names === '' ? undefined : names;
}

function isBarePointer(reading: Reading): boolean {
  return (
    reading.kind === 'short-form' &&
    (reading.shortForm.form === 'supra' || reading.shortForm.form === 'infra') &&
    reading.shortForm.pointer !== undefined &&
    reading.lead.words.length === 0
  );
}

function noteOf({passage}: Reading): readonly number[] {
  return passage.in.kind === 'note' ? [passage.in.number] : [];
}
