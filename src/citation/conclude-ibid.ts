import {inLowerCase} from '../text/words.ts';
import {explain} from './explain.ts';
import type {Lead} from './lead.ts';
import {saysMore} from './more-in-note.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {workConsulted} from './segment.ts';
import {unresolved} from './settle.ts';
import {sameNames} from './short-fit.ts';
import type {Cite, Resolution} from './types.ts';
import {idemWords} from './vocabulary.ts';
import {type Item, isSamePlace, isTypedInText, keyOf, type Walk} from './walk.ts';
import {anyWord} from './word-pattern.ts';

type ShortFormItem = Extract<Item, {readonly kind: 'short-form'}>;

/**
 * *Ibid* is the work of the cite just before, in the order in which the text calls the notes (New Hart's Rules, ch. 17;
 * CSL's position "ibid"). In the same note that is the cite before it. Of the note before, all the cites count: with
 * two works in it nobody can say which is meant, unless a name does; with a promise at its end, or a note in between that
 * is called and not there, none is.
 * Where an author cites both in notes and in brackets in the text, nobody can say whether the last note or the last brackets count.
 */
export function concludeIbid(item: ShortFormItem, walk: Walk): Resolution {
  const {cite} = item;
  const before = walk.resolutions.at(-1);
  if (before === undefined) {
    return unresolved(cite, 'no-antecedent', []);
  }
  const group = isSamePlace(before.cite.in, cite.in)
    ? [before]
    : [before, lastOfOtherKind(cite, before, walk)].flatMap(one =>
        one === undefined ? [] : walk.groupOf(one.cite),
      );
  const isOpen = group.some(one => one.status === 'unresolved' || one.status === 'placeholder');
  if (isOpen || walk.hasGapBefore(item)) {
    return unresolved(cite, 'note-without-work', []);
  }
  const all = [
    ...new Set(
      group.toReversed().flatMap(one => (one.status === 'ambiguous' ? one.candidates : (keyOf(one) ?? []))),
    ),
  ];
  const keys = all.length > 1 && saysWhich(item) ? all.filter(key => agreesWith(item, key, walk)) : all;
  const [key, other] = keys;
  if (key === undefined) {
    return unresolved(cite, 'note-without-work', []);
  }
  if (other !== undefined) return {status: 'ambiguous', cite, antecedent: undefined, candidates: keys};
  if (!agreesWith(item, key, walk) || mayBeOtherYear(cite, key, walk) || isOfOtherNote(cite, key, walk)) {
    return unresolved(cite, 'note-without-work', [key]);
  }
  const article = otherArticle(item, key, walk);
  if (article !== undefined) {
    const [work, another] = article;
    return work !== undefined && another === undefined
      ? {
          status: 'resolved',
          cite: {...cite, locator: undefined},
          key: work,
          antecedent: before.cite,
          differences: [],
        }
      : unresolved(cite, 'not-in-bibliography', [key]);
  }
  if (mayBeMore(item, before, all, walk)) {
    return unresolved(cite, 'note-without-work', [key]);
  }
  const locator = cite.form === 'loc-cit' ? (cite.locator ?? before.cite.locator) : cite.locator;
  return {status: 'resolved', cite: {...cite, locator}, key, antecedent: before.cite, differences: []};
}

/** Whether the note before, or what stands before *ibid* in its own, says more than its cites, which *ibid* may mean. */
function mayBeMore(
  {reading}: ShortFormItem,
  before: Resolution,
  keys: readonly string[],
  walk: Walk,
): boolean {
  const source = walk.readingOf(before.cite);
  if (source === undefined || source.passage.in.kind === 'text') return false;
  const {passage} = source;
  const end = passage === reading.passage ? reading.range.start : passage.text.value.length;
  const start = passage === reading.passage ? source.range.start : 0;
  // "Vianna, apud Segatto": the work that is quoted is named beside the one consulted.
  const consulted = workConsulted(passage.text.value, {start, end}, []);
  if (consulted.start !== start || consulted.end !== end) return false;
  return saysMore(passage, {start, end}, keys, walk.index);
}

/** Whether the number behind *ibid*, "Ibid (n 4)", is that of a note that does not cite the work. */
function isOfOtherNote({pointer}: Cite, key: string, walk: Walk): boolean {
  return pointer !== undefined && !walk.worksOfNote(pointer.value).keys.includes(key);
}

// "Ibid., 1998": behind a comma and alone, a page of a very long volume or a year.
const PAGE_OR_YEAR = /,\s(?<number>1[89]\d\d|20[0-3]\d)$/u;

/** Whether what stands as a page behind *ibid* may be the year of another work: it is not the work's own, nor among its pages. */
function mayBeOtherYear({text, locator}: Cite, key: string, walk: Walk): boolean {
  const number = Number(PAGE_OR_YEAR.exec(text)?.groups?.['number'] ?? Number.NaN);
  const entry = walk.index.get(key)?.entry;
  if (Number.isNaN(number) || locator !== String(number) || entry === undefined) return false;
  const [first, last] = (entry.pages?.match(/\d+/gu) ?? []).map(Number);
  const isAmongPages = first !== undefined && first <= number && number <= (last ?? Number.POSITIVE_INFINITY);
  return entry.year !== number && !isAmongPages;
}

// Behind *ibid*: " 99, 112 (1981)", a volume, page and year.
const OTHER_VOLUME = /^[.,\s]{0,3}(\d{1,4}),\s\d{1,6}(?:[–-]\d{1,6})?,?\s\(((?:1[5-9]|20)\d\d)\)/u;

/**
 * As scientists cite, *ibid* with a volume and year is the same journal, and an article by the same authors in another volume.
 *
 * @returns the articles that it may be; `undefined` where no other volume is typed
 */
function otherArticle({reading}: ShortFormItem, key: string, walk: Walk): readonly string[] | undefined {
  const indexed = walk.index.get(key);
  const behind = reading.passage.text.value.slice(reading.shortForm.end);
  const [, volume, year] = OTHER_VOLUME.exec(behind) ?? [];
  if (volume === undefined || indexed === undefined) return undefined;
  const {entry} = indexed;
  if (entry.volume === volume && String(entry.year) === year) return undefined;
  return sameNames(indexed, walk.index)
    .filter(one => one.entry.container === entry.container)
    .filter(one => one.entry.volume === volume && String(one.entry.year) === year)
    .map(one => one.entry.key);
}

/** Whether names or a title stand beside *ibid*, which decide among the works of a note: "Pennock, ibid, p 4". */
function saysWhich({cite, reading}: ShortFormItem): boolean {
  return cite.form === 'ibid' && reading.lead.words.length > 0 && !isIdem(reading.lead);
}

const idemAt: PhraseMatcher = matcherOf(idemWords);

/** Whether *idem* stands where the author would, before a title: "Id., *Histoire des quais*, op. cit." */
export function opensWithIdem({text, words, markedTitle}: Lead): boolean {
  const [word, next] = words;
  if (word === undefined || next === undefined || markedTitle === undefined) return false;
  const isAlone = word.end <= markedTitle.start && markedTitle.start <= next.start;
  return isAlone && idemAt(inLowerCase(text), 0) !== undefined;
}

// "Idem, ibidem", "Ders., ebd.": the same author, in the same work.
const IDEM = new RegExp(`^(?:${anyWord(idemWords)})[\\s,.]*$`, 'u');

/** Whether a lead says no more than *idem* or one of its kin. */
export function isIdem({text}: Lead): boolean {
  return IDEM.test(inLowerCase(text));
}

/** Of an author who cites in notes and in the text: the last cite of the kind that `before` is not. */
function lastOfOtherKind(cite: Cite, before: Resolution, walk: Walk): Resolution | undefined {
  const isInText = isTypedInText(before.cite);
  if (!isInText && !isTypedInText(cite)) return undefined;
  return walk.lastTyped(!isInText);
}

/**
 * Whether names or a title typed beside *ibid* are those of the work before: "Hart, ibid" after Moss says two things,
 * and nobody can tell which of them was the slip.
 */
function agreesWith({reading, cite}: ShortFormItem, key: string, walk: Walk): boolean {
  const indexed = walk.index.get(key);
  if (indexed === undefined || cite.form !== 'ibid' || reading.lead.words.length === 0) return true;
  if (isIdem(reading.lead)) return true;
  const {unexplained, year, names, title} = explain(reading.lead, indexed);
  return unexplained.length === 0 && title !== 'other' && year !== 'differs' && names.verdict !== 'differs';
}
