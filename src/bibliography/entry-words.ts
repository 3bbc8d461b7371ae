import type {Span} from '../text/span.ts';
import {CONTAINER_FIELDS} from './entry.ts';
import {decodeLatex} from './latex.ts';
import {readNameList} from './name-list.ts';
import {familyForms} from './names.ts';
import {hashLetters, hashPlainLetters, SEED} from './word-hash.ts';
import {CONTAINER, MAIN_TITLE, NAME, SUBTITLE, type WordCollector} from './word-postings.ts';

/** Where the plain value of a field stands, without its braces or quotes. */
export type PlaceOf = (field: string) => Span | undefined;

// "HC 218-I", "Cm 4018": a paper's number, by which the work may be called.
const PAPER_NUMBER = /^[{"\s]*(?:HC|HL|Cmnd|Cmd|Cm|CP|COM)\b/u;

/** The words by which an entry's work may be meant, put into the collector: of names, titles, short titles and paper numbers. */
export function collectEntryWords(text: string, placeOf: PlaceOf, words: WordCollector): void {
  const authors = placeOf('author');
  const names = authors === undefined || isBlank(text, authors) ? placeOf('editor') : authors;
  if (names !== undefined && !words.addPlain(text, names, NAME)) {
    for (const name of readNameList(text.slice(names.start, names.end)).names) {
      for (const form of familyForms(name)) words.add(form, NAME);
    }
  }
  for (const [field, part] of WORDED_FIELDS) {
    const place = placeOf(field);
    if (place === undefined) continue;
    // A work without authors, an Act or a case, is called by any word of its title.
    const counted = names === undefined && part !== CONTAINER ? NAME : part;
    if (!words.addPlain(text, place, counted))
      words.add(plain(text.slice(place.start, place.end)), counted);
  }
  for (const field of NUMBER_FIELDS) {
    const place = placeOf(field);
    if (place === undefined || !mayBePaperNumber(text, place)) continue;
    words.add(plain(text.slice(place.start, place.end)), NAME);
  }
}

/** The fields whose words are taken, and what the words are part of. */
const WORDED_FIELDS: readonly (readonly [field: string, part: number])[] = [
  ['title', MAIN_TITLE],
  ['subtitle', SUBTITLE],
  ['shorttitle', NAME],
  ...CONTAINER_FIELDS.map(field => [field, CONTAINER] as const),
];

const NUMBER_FIELDS = ['number', 'note'];

/** Mostly told by the first character. */
function mayBePaperNumber(text: string, {start, end}: Span): boolean {
  const code = text.charCodeAt(start);
  if (code >= 0x30 && code <= 0x39) return false;
  return PAPER_NUMBER.test(text.slice(start, Math.min(end, start + 12)));
}

/** A number that titles of the same letters share; 0 where there is none. */
export function hashTitle(text: string, placeOf: PlaceOf): number {
  const title = placeOf('title');
  const subtitle = placeOf('subtitle');
  if (title === undefined && subtitle === undefined) return 0;
  let hash: number | undefined = SEED;
  for (const place of [title, subtitle]) {
    if (place !== undefined && hash !== undefined)
      hash = hashPlainLetters(text, place.start, place.end, hash);
  }
  return (
    hash ??
    hashLetters(
      [title, subtitle]
        .map(place => (place === undefined ? '' : plain(text.slice(place.start, place.end))))
        .join(''),
    )
  );
}

function isBlank(text: string, {start, end}: Span): boolean {
  return end - start < 8 && text.slice(start, end).trim() === '';
}

// Anything but braces that needs reading: "\\"u", "$x$".
const NEEDS_READING = /[\\$]/u;

function plain(value: string): string {
  return NEEDS_READING.test(value) ? decodeLatex(value).text : value.replace(/[{}]/gu, '');
}
