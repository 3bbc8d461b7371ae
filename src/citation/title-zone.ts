import type {Word} from '../text/words.ts';
import type {TitleRun} from './align-title.ts';
import type {IndexedEntry} from './index-entries.ts';
import {namesPart} from './kinds-of-document.ts';
import type {Lead} from './lead.ts';
import {commonWords, volumeWords, wordsBehindTitle} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** The words of a lead that an author typed as the title, so far as marks and stops tell, and what follows them. */
export interface TitleZone {
  /** Indexes into the lead's words, half-open. */
  readonly start: number;
  readonly end: number;
  /** The text behind the zone up to the end of the lead. */
  readonly behind: string;
}

/**
 * Finds how far the title that an author typed reaches. A title set off reaches to its marks. One that is not reaches
 * to the next stop, bracket, comma, year, name, or word that the entry has in another field: "Housing Associations under
 * Strain" goes on after "Housing Associations", and "The River, Osier Press" does not. A subtitle behind a colon or a
 * dash belongs to it.
 *
 * @param run the stretch that repeats the entry's title
 * @param taken words that are names and years
 */
export function readTitleZone(
  lead: Lead,
  run: TitleRun,
  indexed: IndexedEntry,
  taken: ReadonlySet<Word>,
): TitleZone {
  const marked = markedWords(lead);
  // One that reaches out of its marks is read on as if there were none: "*Ports of Entry*, Volume 2".
  const isMarked = marked !== undefined && marked.start < run.end && run.end <= marked.end;
  let start = isMarked ? Math.min(marked.start, run.start) : run.start;
  let end = isMarked ? Math.max(marked.end, run.end) : run.end;
  const isTaken = (word: Word): boolean => taken.has(word) || isElsewhere(word, indexed);
  if (!isMarked) while (start > 0 && goesBack(lead, start, run, isTaken)) start -= 1;
  while (end < lead.words.length && goesOn(lead, end, isMarked, isTaken)) end += 1;
  const last = lead.words[end - 1]?.end ?? lead.start;
  return {start, end, behind: lead.text.slice(last - lead.start)};
}

/** The words of the title set off. */
export function markedWords({
  words,
  markedTitle,
}: Lead): {readonly start: number; readonly end: number} | undefined {
  if (markedTitle === undefined) return undefined;
  const start = words.findIndex(word => word.start >= markedTitle.start);
  const end = words.findLastIndex(word => word.end <= markedTitle.end) + 1;
  return start === -1 || end <= start ? undefined : {start, end};
}

/**
 * The words of the zone that the entry's title does not have: they speak of another title. Small words say nothing,
 * numerals say much: volumes and yearly reports differ in nothing else.
 */
export function wordsBesideTitle({words}: Lead, run: TitleRun, zone: TitleZone): readonly Word[] {
  return words.filter(
    (word, index) =>
      index >= zone.start && index < zone.end && (index < run.start || index >= run.end) && isTelling(word),
  );
}

/** Whether what follows the zone names a part of the work, or a reply to it: "Homes for All. Technical annex". */
export function isPartBehind({behind}: TitleZone, {title}: IndexedEntry): boolean {
  const text = behind.replace(NOT_A_WORD, '');
  return namesPart(text) && !title.some(word => word.length > 5 && text.toLowerCase().startsWith(word));
}

// "vol 2", "Volume II", "Part 3", at the beginning of what follows a title or anywhere in one; in lower case.
const ANY_VOLUME = `(?:${anyWord(volumeWords)}|tome)\\s([ivx]{1,5}|\\d{1,3})(?![\\p{L}\\p{N}])`;
const VOLUME_BEHIND = new RegExp(`^[^\\p{L}\\p{N}]*${ANY_VOLUME}`, 'u');
const VOLUME = new RegExp(`(?<![\\p{L}\\p{N}])${ANY_VOLUME}`, 'u');

/** Whether another volume is typed behind the title than the entry's title or `volume` names; an article's is its journal's. */
export function isOtherVolume({behind}: TitleZone, {entry}: IndexedEntry): boolean {
  const typed = VOLUME_BEHIND.exec(behind.toLowerCase())?.[1];
  const own = entry.type === 'article' ? undefined : entry.volume?.toLowerCase();
  const known = VOLUME.exec((entry.title ?? '').toLowerCase())?.[1] ?? own;
  return typed !== undefined && known !== undefined && numeralOf(typed) !== numeralOf(known);
}

// "No 285", "HC 218-II", "Cm 4018": the number of a paper in its series.
const PAPER =
  /(?<!\p{L})(?:No\.?|HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP)\.?\s(\d{1,5}(?:[-–]?[IVX]{1,4}(?!\p{L}))?)/gu;
const DIGITS = /\d{1,5}(?:[-–]?[IVX]{1,4}(?!\p{L}))?/gu;

/** Whether another number in a series is typed behind the title than the entry has: "Law Com No 285" for 284. */
export function isOtherNumber({behind}: TitleZone, {entry}: IndexedEntry): boolean {
  if (entry.type === 'article') return false;
  const typed = [...behind.matchAll(PAPER)].map(match => match[1] ?? '');
  const known = [entry.number ?? '', entry.fields.get('note')?.raw ?? ''].flatMap(
    text => text.match(DIGITS) ?? [],
  );
  return typed.length > 0 && known.length > 0 && !typed.some(number => known.includes(number));
}

const ROMAN: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10};

/** "ii" and "2" are one volume. */
function numeralOf(text: string): string {
  if (!/^[ivx]+$/u.test(text)) return text;
  const values = [...text].map(letter => ROMAN[letter] ?? 0);
  const sum = values.reduce(
    (total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
  return String(sum);
}

const NOT_A_WORD = /^[^\p{L}\p{N}]+/u;

// A volume, a year, an edition in a title: "2", "2003", "II".
const NUMERAL = /^(?:\d{1,4}[a-z]?|[IVX]{1,5})$/u;

function isTelling({text, folded}: Word): boolean {
  return NUMERAL.test(text) || !commonWords.has(folded);
}

// Between two words of one title: white space, a hyphen or stroke inside a number or compound, "&", an apostrophe.
const SAME_TITLE = /^(?:\s*&?\s*|[-/–—’'])$/u;
// Between a title and its subtitle: a colon or a dash, perhaps behind a closing mark.
const SUBTITLE = /^["”’»*]?\s*(?::|\s[–—-])\s*$/u;
// "in S Castle (ed)", "in Environment and Urbanization 10:1": what holds the work, not its title.
const HOLDER = /^in\s(?=.{0,120}?(?:\(eds?\b|\b(?:vol|no)\.?\s?\d|\b\d{1,3}\s?[:(]\s?\d))/u;

function goesOn(
  {words, text, start}: Lead,
  at: number,
  isMarked: boolean,
  isTaken: (word: Word) => boolean,
): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined || before.end > word.start) return false;
  const gap = text.slice(before.end - start, word.start - start);
  if (!(isMarked ? SUBTITLE.test(gap) || SAME_NUMBER.test(gap) : SAME_TITLE.test(gap) || SUBTITLE.test(gap)))
    return false;
  if (wordsBehindTitle.has(word.folded) || isTaken(word)) return false;
  if (HOLDER.test(text.slice(word.start - start))) return false;
  const next = words.slice(at).find(one => !commonWords.has(one.folded));
  return next !== undefined && !isTaken(next);
}

// Inside "2001/02" and "2001–02".
const SAME_NUMBER = /^[/–-]$/u;

/** A word before the run belongs to the title when nothing parts them; a sentence may lead up to a title's capital. */
function goesBack(
  {words, text, start}: Lead,
  at: number,
  run: TitleRun,
  isTaken: (word: Word) => boolean,
): boolean {
  const [word, after] = [words[at - 1], words[at]];
  if (word === undefined || after === undefined || isTaken(word)) return false;
  if (!SAME_TITLE.test(text.slice(word.end - start, after.start - start))) return false;
  const first = words[run.start]?.text ?? '';
  return !(at === run.start && run.titleStart === 0 && /^\p{Ll}/u.test(word.text) && /^\p{Lu}/u.test(first));
}

/** Whether a word is one that the entry has outside its title: the publisher, the journal, the place. */
function isElsewhere({folded}: Word, {title, otherWords}: IndexedEntry): boolean {
  return !commonWords.has(folded) && !title.includes(folded) && otherWords().has(folded);
}
