import {type Word, wordsOf} from '../text/words.ts';
import type {TitleRun} from './align-title.ts';
import type {IndexedEntry} from './index-entries.ts';
import {namesPart} from './kinds-of-document.ts';
import type {Lead} from './lead.ts';
import {numeralOf} from './numerals.ts';
import {
  bodyWords,
  commonWords,
  issueWords,
  kindsOfWork,
  publisherWords,
  volumeKinds,
  wordsBehindTitle,
  wordsInTitles,
} from './vocabulary.ts';
import {isSameKind, type Volume, volumeAt, volumesIn} from './volumes.ts';
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
  while (
    end < lead.words.length &&
    goesOn(lead, end, isMarked, isTaken) &&
    !(end === run.end && isPageBehind(lead, run, indexed))
  )
    end += 1;
  const last = lead.words[end - 1]?.end ?? lead.start;
  return {start, end, behind: lead.text.slice(last - lead.start)};
}

// " 44 (2011)", " 12–15 (2004)" behind a title: the page before the year, as American lawyers have it.
const PAGE_AND_YEAR = /^\s\d{1,3}(?:[–-]\d{1,3})?\s\((?:1[5-9]|20)\d\d\)(?:[\s.,]*$|\s\[)/u;

/**
 * Whether a page stands behind a whole title that nothing sets off, in front of the entry's own year: "Marcus T. Pell, Agencies at the
 * Edge 44 (2011)". Behind a word for a kind of work it is a number in a series: "Working Paper 44 (2011)".
 */
function isPageBehind({text, start}: Lead, run: TitleRun, {entry, title}: IndexedEntry): boolean {
  if (run.start === 0 || entry.container !== undefined || entry.year === undefined) return false;
  if (run.titleStart > 0 || run.titleEnd < title.length || !run.isExact) return false;
  const last = title.at(-1) ?? '';
  if (kindsOfWork.has(last) || issueWords.includes(last) || numeralOf(last) !== undefined) return false;
  const behind = text.slice(run.endOffset - start);
  return PAGE_AND_YEAR.test(behind) && behind.includes(`(${entry.year})`);
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

// "(Commencement) Order 1996" behind the name of an Act: what is made under it.
const ORDER_UNDER = /^\s?(?:\([^()]{2,80}\)\s)?(?:Order|Regulations|Rules)\b/u;

/** Whether what follows the zone names a part of the work, or a reply to it: "Homes for All. Technical annex". */
export function isPartBehind({behind}: TitleZone, {title}: IndexedEntry): boolean {
  const text = behind.replace(NOT_A_WORD, '');
  if (ORDER_UNDER.test(behind) && !title.includes('order')) return true;
  return namesPart(text) && !title.some(word => word.length > 5 && text.toLowerCase().startsWith(word));
}

// Between a word for a volume and its number.
const BEFORE_NUMBER = /^\.?\s{0,2}$/u;
// A volume's number alone, behind a title and before its subtitle, imprint or page: "*A Theory*, 2 (1981)", "*A Theory*, II, 6".
const BARE_VOLUME = /^[^\p{L}\p{N}]*(?:(\d{1,2}|[ivx]{1,5})(?=\s?[(:])|([ivx]{1,5})(?=,\s\d))/u;

/** Whether another volume is typed behind the title than the entry's title or `volume` names; an article's is its journal's. */
export function isOtherVolume(lead: Lead, zone: TitleZone, indexed: IndexedEntry): boolean {
  const own = volumesOf(indexed);
  const [, beforeBracket, beforePage] = BARE_VOLUME.exec(zone.behind.toLowerCase()) ?? [];
  const bare = beforeBracket ?? beforePage;
  const typed = typedVolume(lead, zone);
  if (typed !== undefined) return isAnotherVolume(typed, own);
  return bare !== undefined && own.length > 0 && own.every(({number}) => number !== numeralOf(bare));
}

// Behind a volume's number its own title, or the imprint and no place: ": The Valleys", ", OUP".
const OF_MORE = /^[”’"»]?(?::\s|[,.]?\s(?!pp?\b|\d)\p{Lu})/u;

/**
 * Whether a volume is typed directly behind the title of a work that its entry does not have in volumes: "*Farming Hills*, Volume II: The
 * Valleys". With a place behind it, "vol 2, p 3", it may be one.
 */
export function isVolumeOfMore(lead: Lead, zone: TitleZone, indexed: IndexedEntry): boolean {
  const {entry} = indexed;
  if (volumesOf(indexed).length > 0 || entry.container !== undefined || entry.volume !== undefined)
    return false;
  if (entry.fields.has('volumes')) return false;
  const {words, text, start} = lead;
  const volume = volumeAt(
    words.map(word => word.folded),
    zone.end,
  );
  const number = words[zone.end + 1];
  if (volume === undefined || number === undefined || lead.years.length === 0) return false;
  return OF_MORE.test(text.slice(number.end - start));
}

/** Whether another volume is typed as the place in a work than the work is: "Hart, op cit, vol II, p 4". */
export function isPlaceInOther(place: string, indexed: IndexedEntry): boolean {
  const words = wordsOf(place).map(({folded}) => folded);
  const typed = volumeAt(words, 0);
  return typed !== undefined && isAnotherVolume(typed, volumesOf(indexed));
}

/** The volume typed in the last words of the title or directly behind it. */
function typedVolume({words, text, start}: Lead, zone: TitleZone): Volume | undefined {
  const folded = words.map(word => word.folded);
  for (const at of [zone.end - 2, zone.end - 1, zone.end]) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined) continue;
    if (BEFORE_NUMBER.test(text.slice(word.end - start, next.start - start))) {
      const volume = volumeAt(folded, at);
      if (volume !== undefined) return volume;
    }
  }
  return undefined;
}

function isAnotherVolume(typed: Volume, own: readonly Volume[]): boolean {
  const alike = own.filter(one => isSameKind(one, typed));
  return own.length > 0 && !alike.some(({number}) => number === typed.number);
}

/** The volumes that an entry says it is. */
function volumesOf({entry, title}: IndexedEntry): readonly Volume[] {
  const field = entry.type === 'article' ? undefined : numeralOf((entry.volume ?? '').toLowerCase());
  const kinds = [...volumeKinds.keys()];
  return [...volumesIn(title), ...(field === undefined ? [] : [{kinds, number: field}])];
}

// "No 285", "HC 218-II", "Cm 4018": the number of a paper in its series.
const PAPER =
  /(?<!\p{L})(?:No\.?|HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP)\.?\s(\d{1,5}(?:[-–]?[IVX]{1,4}(?!\p{L}))?)/gu;
const DIGITS = /\d{1,5}(?:[-–]?[IVX]{1,4}(?!\p{L}))?/gu;

// "Working Paper 14": a word before a number.
const NUMBERED = /(\p{L}{4,20})\s(\d{1,3})(?![\p{L}\p{N}/–-])/gu;

/** Whether another number in a series is typed behind the title than the entry has: "Law Com No 285" for 284, "Working Paper 14" for 12. */
export function isOtherNumber({behind}: TitleZone, {entry}: IndexedEntry): boolean {
  if (entry.type === 'article') return false;
  const ofKind = [...behind.matchAll(NUMBERED)].filter(([, word]) =>
    kindsOfWork.has(word?.toLowerCase() ?? ''),
  );
  const typed = [...[...behind.matchAll(PAPER)].map(match => match[1]), ...ofKind.map(match => match[2])];
  const known = [entry.number ?? '', entry.fields.get('note')?.raw ?? ''].flatMap(
    text => text.match(DIGITS) ?? [],
  );
  return (
    typed.length > 0 &&
    known.length > 0 &&
    !typed.some(number => number !== undefined && known.includes(number))
  );
}

// "Issue 12" of a periodical that has a book's title.
const ISSUE = new RegExp(`^[^\\p{L}\\p{N}]*(?:${anyWord(issueWords)})\\s{1,2}\\d`, 'u');

/** Whether an issue is typed behind the title of a work that stands in no periodical. */
export function isIssueBehind({behind}: TitleZone, {entry}: IndexedEntry): boolean {
  return entry.container === undefined && entry.number === undefined && ISSUE.test(behind.toLowerCase());
}

// "(Change for Children)", ". Change for Children," behind a title.
const PHRASE_BEHIND =
  /^["”’»]?(?:\s?\((?<inside>[^()\d]{4,120})\)|\.\s(?<next>\p{Lu}[^()\d.,;:]{4,120})(?:[.,;:]|$))/u;

// How such a phrase begins; the pattern above takes long to compile.
const BRACKET_OR_STOP = /^["”’»]?(?:\s?\(|\.\s)/;

/**
 * Whether a subtitle is typed behind the title of a book that has none, behind a stop or in brackets: capitals joined by a small
 * word as in no place or publisher, of which the entry says nothing.
 */
export function isSubtitleBehind({behind}: TitleZone, {entry, title, otherWords}: IndexedEntry): boolean {
  if (entry.container !== undefined) return false;
  if (!BRACKET_OR_STOP.test(behind)) return false;
  const {inside, next} = PHRASE_BEHIND.exec(behind)?.groups ?? {};
  const words = wordsOf(inside ?? next ?? '');
  const telling = words.filter(({folded}) => !commonWords.has(folded));
  if (telling.length < 2 || !words.slice(1, -1).some(({folded}) => wordsInTitles.has(folded))) return false;
  return telling.every(
    ({text, folded}) =>
      /^\p{Lu}/u.test(text) &&
      !title.includes(folded) &&
      !otherWords().has(folded) &&
      !publisherWords.has(folded) &&
      !bodyWords.has(folded) &&
      !wordsBehindTitle.has(folded),
  );
}

// ", Wales", ", Northern Ireland 2018", " (Wales)" behind a title; "(London, 2019)" and "London: Crisis" are where it appeared.
const MEMBER_BEHIND =
  /^["”’»*]?(?:,\s(?<behind>\p{Lu}\p{L}{2,20}(?:[\s-]\p{Lu}\p{L}{2,20})?)(?:\s\d{4})?(?=[\s.,]*$|[,.]\s[\p{Ll}.\s(]{0,8}\d|\s[([])|\s\((?<inside>\p{Lu}[\p{L}\s-]{2,40})(?:\s\d{4})?\))/u;

/** A subtitle of so many telling words may say no more than which of a series this is. */
const LONGEST_MEMBER = 2;

/**
 * Whether behind the main title stands what the entry has another subtitle for: "*Homelessness Monitor* (Wales)" is not
 * "Homelessness Monitor: England". A place of which the entry says nothing may be where it appeared, and may be what it is about.
 */
export function isOtherMember(
  {behind}: TitleZone,
  {titleEnd}: TitleRun,
  {entry, names, title, mainTitleLength, otherWords}: IndexedEntry,
): boolean {
  if (entry.container !== undefined || titleEnd !== mainTitleLength) return false;
  const own = title.slice(mainTitleLength).filter(word => !commonWords.has(word) && !/^\d/u.test(word));
  if (own.length === 0 || own.length > LONGEST_MEMBER) return false;
  const {behind: plain, inside} = MEMBER_BEHIND.exec(behind)?.groups ?? {};
  const typed = wordsOf(plain ?? inside ?? '').filter(({folded}) => !commonWords.has(folded));
  return (
    typed.length > 0 &&
    typed.every(
      ({folded}) =>
        !title.includes(folded) &&
        !otherWords().has(folded) &&
        !names.some(({forms}) => forms.flat().includes(folded)) &&
        !publisherWords.has(folded) &&
        !bodyWords.has(folded) &&
        !wordsBehindTitle.has(folded),
    )
  );
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
