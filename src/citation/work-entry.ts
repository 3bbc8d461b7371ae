import {foldName} from '../bibliography/names.ts';
import type {Name} from '../bibliography/types.ts';
import type {NewEntry} from '../bibliography/write-entry.ts';
import {wordsOf} from '../text/words.ts';
import {isAcronym} from './body-words.ts';
import type {ExtractedWork} from './extract-references.ts';
import {readNames} from './read-names.ts';
import type {TypedReference} from './typed-reference.ts';
import {commonWords} from './vocabulary.ts';

/**
 * The BibTeX entries of works, in their order: type and fields from what was typed alone, what is missing in a comment. A key
 * is the family name or acronym and the year, `tacoli2003`; works that would share one get letters.
 *
 * A work whose title is not typed has none: nothing tells which it is.
 *
 * @param taken keys of the bibliography, which no new entry may have
 */
export function entriesOfWorks(
  works: readonly ExtractedWork[],
  taken: ReadonlySet<string>,
): readonly NewEntry[] {
  const titled = works.filter(({work}) => work.title !== undefined);
  const bases = titled.map(({work}) => baseKey(work));
  const used = new Set(taken);
  return titled.map((extracted, at) => {
    const base = bases[at] ?? '';
    const isShared = bases.filter(other => other === base).length > 1;
    const key = freeKey(base, isShared, used);
    used.add(key);
    return makeEntry(extracted, key);
  });
}

/** What is said of works that get no entry, a sentence each: "Note 3 cites Smith (2010) without a title; …". */
export function untitledWorks(works: readonly ExtractedWork[]): readonly string[] {
  return works.flatMap(({work: {names, year, title, container}, places}) => {
    if (title !== undefined) return [];
    const called = names.map(name => (name.kind === 'person' ? name.family : name.literal)).join(', ');
    const cited = [called, container ?? '', year === undefined ? '' : `(${year})`]
      .filter(part => part !== '')
      .join(' ');
    const where = [...new Set(places.map(placeName))].join(', ');
    return [`Typed in ${where}: ${cited} without a title, so that it has no entry here.`];
  });
}

function freeKey(base: string, isShared: boolean, used: ReadonlySet<string>): string {
  if (!isShared && !used.has(base)) return base;
  for (let count = 0; ; count++) {
    const key = base + lettersOf(count);
    if (!used.has(key)) return key;
  }
}

/** a, b, … z, aa, ab. */
function lettersOf(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : lettersOf(Math.floor(count / 26) - 1) + letter;
}

function baseKey({names, title, year}: TypedReference): string {
  const first = names[0];
  const called =
    first === undefined
      ? (wordsOf(title ?? '').find(({folded}) => !commonWords.has(folded))?.folded ?? 'work')
      : shortNameOf(first);
  const dated = year !== undefined && /^\d{4}[a-z]?$/u.test(year) ? year : '';
  return `${foldName(called).replace(/[^a-z0-9]/gu, '') || 'work'}${dated}`;
}

// "Department for International Development (DFID)"
const IN_BRACKETS = /\(([^()]{2,14})\)/u;

/** `tacoli`, `grad`, `dfid` for the Department for International Development. */
function shortNameOf(name: Name): string {
  if (name.kind === 'person') return name.family;
  const typed = IN_BRACKETS.exec(name.literal)?.[1];
  if (typed !== undefined && isAcronym(typed)) return typed;
  const words = wordsOf(name.literal.replace(/\([^()]*\)/gu, ' '));
  if (isAcronym(name.literal) || words.length === 1) return name.literal;
  return words
    .filter(({text, folded}) => !commonWords.has(folded) && /^[\p{Lu}\d]/u.test(text))
    .map(({text}) => text.charAt(0))
    .join('');
}

function makeEntry({work, places}: ExtractedWork, key: string): NewEntry {
  const type = typeOf(work);
  const fields = fieldsOf(work, type);
  const filled = new Set([
    ...fields.map(([name]) => name),
    ...(work.holderEditors.length > 0 ? ['editor'] : []),
  ]);
  const missing = [
    ...(work.names.length === 0 ? ['author'] : []),
    ...(EXPECTED[type] ?? ANY).filter(name => !filled.has(name)),
  ];
  return {
    type,
    key,
    names: work.names,
    hasOthers: work.hasOthers,
    areEditors: work.areEditors,
    holderEditors: work.holderEditors,
    translators: work.translator === undefined ? [] : readNames(work.translator).names,
    fields,
    comments: [
      `Typed in ${[...new Set(places.map(placeName))].join(', ')}. ${missing.length === 0 ? 'Nothing is missing.' : `Not typed: ${missing.join(', ')}.`}`,
      ...work.doubts,
    ],
  };
}

function placeName(place: ExtractedWork['places'][number]): string {
  return place.kind === 'text' ? 'the text' : `${place.kind} ${place.number}`;
}

// "PhD thesis" and its like.
const DOCTORAL = /\b(?:ph\.?\s?d|d\.?\s?phil|doctoral)\b/iu;
const THESIS = /thesis|dissertation/iu;

/** The type that the typed words bear out; `misc` where they bear out none. */
function typeOf(work: TypedReference): string {
  const {genre, volume, container, isIn, publisher, place, number, note, holderEditors} = work;
  const isJournal = volume !== undefined && publisher === undefined && holderEditors.length === 0;
  if (genre !== undefined && THESIS.test(genre)) return DOCTORAL.test(genre) ? 'phdthesis' : 'mastersthesis';
  if (container !== undefined && (isJournal || !isIn)) return 'article';
  if (container !== undefined) return 'incollection';
  if (genre !== undefined || number !== undefined) return 'techreport';
  if (note !== undefined && UNPUBLISHED.test(note)) return 'unpublished';
  return publisher !== undefined || place !== undefined ? 'book' : 'misc';
}

const UNPUBLISHED = /\b(?:prepared|presented|submitted|unpublished|mimeo|delivered|commissioned)\b/iu;

function fieldsOf(work: TypedReference, type: string): readonly (readonly [string, string])[] {
  const isPart = type === 'incollection';
  const house = type === 'techreport' ? 'institution' : type.endsWith('thesis') ? 'school' : 'publisher';
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['title', work.title],
    [isPart ? 'booktitle' : 'journal', work.container],
    ['type', work.genre],
    ['volume', work.volume],
    ['number', work.issue ?? work.number],
    ['series', work.series],
    ['edition', work.edition],
    ['pages', work.pages],
    [house, work.publisher],
    ['address', work.place],
    ['year', work.year],
    ['doi', work.doi],
    ['url', work.url],
    ['note', work.note],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** What a full citation of each type mostly has. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  article: ['title', 'journal', 'volume', 'pages', 'year'],
  incollection: ['title', 'booktitle', 'editor', 'pages', 'publisher', 'year'],
  techreport: ['title', 'number', 'institution', 'address', 'year'],
  book: ['title', 'publisher', 'address', 'year'],
  phdthesis: ['title', 'school', 'year'],
  mastersthesis: ['title', 'school', 'year'],
  unpublished: ['title', 'year'],
};
const ANY: readonly string[] = ['title', 'year'];
