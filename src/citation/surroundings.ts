import {inLowerCase, type Word, wordsOf} from '../text/words.ts';
import type {IndexedEntry} from './index-entries.ts';
import {wordStarts} from './joint-words.ts';
import {documentsBehind, documentsIn, goesOnAsProse, isPresentVerb} from './kinds-of-document.ts';
import type {Lead} from './lead.ts';
import {isSignal} from './left-over.ts';
import {standsForOthers} from './name-run.ts';
import {isOtherLaw} from './other-law.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import type {TitleZone} from './title-zone.ts';
import {
  byOthers,
  commonWords,
  editingWords,
  kindsOfWork,
  measures,
  nameConnectors,
  nameRoles,
  possessives,
  theses,
  wordsOfQuotation,
  wordsOfSentence,
} from './vocabulary.ts';

/** Where an entry's names, title and year stand in a lead. */
export interface Place {
  readonly names: readonly Word[];
  readonly zone: TitleZone | undefined;
  readonly year: Word | undefined;
}

/** What the words around them say. */
export interface Surroundings {
  /** They speak of another document: about the work, or by its author. */
  readonly isAbout: boolean;
  /** Words of a sentence that leads up to the cite; a capital among them names nobody who wrote the work. */
  readonly prose: ReadonlySet<Word>;
}

/**
 * Reads the words before the names and the title, between them, and behind.
 *
 *     Jane Ibbot, review of V Lomas, The Long Strike         another document
 *     The Committee was told of this by Field (1989)         a sentence before the cite
 *     Field (1989), press release                            another document
 */
export function readSurroundings(lead: Lead, place: Place, indexed: IndexedEntry): Surroundings {
  const {words, text, start} = lead;
  const {names, zone, year} = place;
  const title = zone === undefined ? [] : words.slice(zone.start, zone.end);
  const placed = new Set<Word>([...names, ...title]);
  const first = words.findIndex(word => placed.has(word));
  if (first === -1) return {isAbout: false, prose: new Set()};

  const before = words.slice(0, first);
  const left = text.slice(0, (words[first]?.start ?? start) - start);
  const firstTitle = title[0];
  const lastName = names.at(-1);
  const between =
    lastName === undefined || firstTitle === undefined || firstTitle.start < lastName.end
      ? ''
      : text.slice(lastName.end - start, firstTitle.start - start);
  const after =
    zone === undefined ? text.slice(lastEnd([...names, ...(year === undefined ? [] : [year])]) - start) : '';
  // "A good survey is Kohl, ‘The Price of Salt’": the document is the work.
  const isSaidOf = wordsOfSentence.has(before.at(-1)?.folded ?? '');
  const isAbout =
    [isSaidOf ? '' : left, between, after].some(one => namesAnother(one, indexed)) ||
    (zone !== undefined &&
      documentsBehind(zone.behind).some(
        one => !isOwnThesis(one, indexed) && !indexed.otherWords().has(one.split(' ')[0] ?? ''),
      )) ||
    (zone !== undefined && isOtherLaw(zone.behind, lead, indexed)) ||
    isChapterIn(left, before) ||
    endsWithOthers(left) ||
    namesElse(wordsBehind(lead, place), indexed, year !== undefined) ||
    (zone === undefined && beginsTitle(lead, year, indexed));
  return {
    isAbout,
    prose: new Set(isSentence(left, before) ? before.filter(word => !isJoined(lead, word)) : []),
  };
}

/**
 * Whether a year stands directly behind the names: between them are initials, roles, "et al" and what else the entry has,
 * such as its place and publisher.
 */
export function isYearBeside(
  {words}: Lead,
  names: readonly Word[],
  year: Word,
  {otherWords}: IndexedEntry,
): boolean {
  const last = names.findLast(word => word.end <= year.start);
  if (last === undefined) return false;
  return withoutEditing(words.filter(word => word.start >= last.end && word.end <= year.start)).every(
    ({folded, text}) =>
      folded === 's' ||
      BESIDE.has(folded) ||
      standsForOthers(folded) ||
      nameConnectors.has(folded) ||
      nameRoles.has(folded) ||
      (/^\p{Lu}/u.test(text) && otherWords().has(folded)),
  );
}

/** "et al", "and others", "in". */
const BESIDE: ReadonlySet<string> = new Set(['et', 'al', 'alii', 'others', 'in', 'the']);

/** The words behind the names, up to the year, to the title, or where neither stands there to the end. */
function wordsBehind({words}: Lead, {names, zone, year}: Place): readonly Word[] {
  const last = lastEnd(names);
  if (names.length === 0) return [];
  const title = zone === undefined ? undefined : words[zone.start]?.start;
  if (title !== undefined && title < last) return [];
  const end = Math.min(
    title ?? Number.POSITIVE_INFINITY,
    year === undefined || year.start < last ? Number.POSITIVE_INFINITY : year.start,
  );
  return words.filter(word => word.start >= last && word.end <= end);
}

/**
 * Whether words behind a name make another document of it: "Treasury Committee *hearing*", "Scottish Executive *statistics*",
 * "PCS *branch 4*". A sentence may go on there, and kinds of work such as "paper" say nothing; capitals are looked at elsewhere.
 */
function namesElse(behind: readonly Word[], {otherWords, entry}: IndexedEntry, hasYear: boolean): boolean {
  const telling = withoutEditing(behind).filter(
    ({text, folded}) =>
      /^[\p{Ll}\d]/u.test(text) &&
      folded !== 's' &&
      !YEAR.test(text) &&
      !commonWords.has(folded) &&
      !BESIDE.has(folded) &&
      !standsForOthers(folded) &&
      !(entry.year === undefined && UNDATED.has(folded)) &&
      !kindsOfWork.has(folded) &&
      !nameConnectors.has(folded) &&
      !nameRoles.has(folded) &&
      // "Grant's own *Borehole*"
      !possessives.has(folded) &&
      !otherWords().has(folded),
  );
  const [first] = telling;
  if (first === undefined) return false;
  // Without a year only a verb such as "argues" tells a sentence from a thing of the author's: "Smith's critics".
  return hasYear ? !goesOnAsProse(first.folded) : !isPresentVerb(first.folded);
}

/** The folded words of "a cura di" and its like, for each. */
const EDITING: readonly (readonly string[])[] = editingWords.map(phrase =>
  wordsOf(phrase).map(({folded}) => folded),
);

/** The words without those that make editors of the names before them: "Pavolini, Testi (a cura di)". */
function withoutEditing(behind: readonly Word[]): readonly Word[] {
  for (const phrase of EDITING) {
    const at = behind.findIndex((_, start) =>
      phrase.every((word, order) => behind[start + order]?.folded === word),
    );
    if (at >= 0) return behind.filter((_, index) => index < at || index >= at + phrase.length);
  }
  return behind;
}

const YEAR = /^(?:1[5-9]|20)\d\d[a-z]?$/u;

/** "n.d.", "forthcoming": they agree with an entry that has no year. */
const UNDATED: ReadonlySet<string> = new Set(['n', 'd', 'nd', 'undated', 'forthcoming', 'circa', 'ca', 'c']);

function lastEnd(words: readonly Word[]): number {
  return Math.max(0, ...words.map(({end}) => end));
}

/** A document that the entry does not speak of itself. */
function namesAnother(text: string, {title, otherWords}: IndexedEntry): boolean {
  return documentsIn(text).some(found => {
    const [word = ''] = found.split(/[\s-]/u);
    return !title.includes(word) && !otherWords().has(word);
  });
}

/** "(PhD thesis, University of Aberdeen, 1992)" of an entry that is one; an entry that says which degree is held to it. */
function isOwnThesis(document: string, {entry}: IndexedEntry): boolean {
  const typed = inLowerCase(document);
  const said = inLowerCase(entry.fields.get('type')?.raw.replace(/[{}"]/gu, '') ?? '').trim();
  if (said === '') return theses[entry.type]?.includes(typed) ?? false;
  // BibLaTeX's own words for a degree: `type = {phdthesis}`.
  return said.includes(typed) || typed.includes(said) || (theses[said]?.includes(typed) ?? false);
}

// "in", "in:" before the editor of the book that holds the work cited.
const IN = /\bin:?\s*$/iu;

/** "Tully, K (1994) Crossing Places, in S Castle (ed)": what stands before is the work, the book only holds it. */
function isChapterIn(left: string, before: readonly Word[]): boolean {
  return (
    IN.test(left) &&
    (looksCited(left) ||
      before.some(
        ({text, folded}) => /^\p{Lu}/u.test(text) && !commonWords.has(folded) && !isSignal(folded),
      )) &&
    !isSentence(left, before)
  );
}

/** Whether the words before a cite are a sentence that leads up to it, and not a reference of their own. */
function isSentence(left: string, before: readonly Word[]): boolean {
  const small = before.filter(({text, folded}) => /^\p{Ll}/u.test(text) && !commonWords.has(folded));
  return small.length >= 2 && !looksCited(left);
}

// "Translated by Smith, A", "Errata to": somebody else's part in the work, or a page about it.
const byOthersAt: PhraseMatcher = matcherOf(byOthers);
const LONGEST_BY = 40;

function endsWithOthers(left: string): boolean {
  const lower = inLowerCase(left).trimEnd();
  if (lower.endsWith('©')) return true;
  return wordStarts(lower, LONGEST_BY).some(at => byOthersAt(lower, at) === lower.length);
}

// A year, brackets, an inverted name, a title in quotation marks: parts of a reference.
const CITED = /\b(?:1[5-9]|20)\d\d\b|[([“"‘]|\p{Lu}[\p{L}'’-]+,\s\p{Lu}\b/u;

function looksCited(text: string): boolean {
  return CITED.test(text);
}

/** A capital that directly goes before the names, and so belongs to them: "the *Scottish* Refugee Council". */
function isJoined({words, text, start}: Lead, word: Word): boolean {
  const next = words[words.indexOf(word) + 1];
  if (next === undefined || !/^\p{Lu}/u.test(word.text) || !/^\p{Lu}/u.test(next.text)) return false;
  return /^\s+$/u.test(text.slice(word.end - start, next.start - start));
}

// Two words and no stop between: "eels of the upper reaches".
const TWO_SMALL_WORDS = /^[)\]]?\s+\p{Ll}[\p{L}’'-]*\s+\p{L}/u;

// One behind the bracket of the year, perhaps with a comma: "LGA (2002) guidance", "NHS England (2019), annual report".
const SMALL_WORD_BEHIND_BRACKET = /^[)\]],?\s+\p{Ll}/u;

/** Words in lower case directly behind "Lark, M (2006)" that go on as no sentence does are a title typed small. */
function beginsTitle(
  {words, text, start}: Lead,
  year: Word | undefined,
  {otherWords}: IndexedEntry,
): boolean {
  if (year === undefined) return false;
  const next = words[words.indexOf(year) + 1];
  if (next === undefined) return false;
  if (measures.has(next.folded)) return true;
  const behind = text.slice(year.end - start);
  if (!TWO_SMALL_WORDS.test(behind) && !SMALL_WORD_BEHIND_BRACKET.test(behind)) return false;
  if (commonWords.has(next.folded) || otherWords().has(next.folded) || wordsOfQuotation.has(next.folded))
    return false;
  return !goesOnAsProse(next.folded) && !nameRoles.has(next.folded);
}
