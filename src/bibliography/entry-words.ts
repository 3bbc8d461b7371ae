import {type Span, slice} from '../text/span.ts';
import {type EntryFields, fieldOf, plainPlace} from './found-shape.ts';
import {decodeLatex} from './latex.ts';
import {readNameList} from './name-list.ts';
import {familyForms} from './names.ts';
import {hashLetters, hashPlainLetters, SEED} from './word-hash.ts';
import {CONTAINER, NAME, type WordCollector} from './word-postings.ts';

// "HC 218-I", "Cm 4018", "MIG0012", "The National Archives, CAB 134/45": numbers by which the work may be called.
const PAPER_NUMBER = /^[{"\s]*(?:HC|HL|Cmnd|Cmd|Cm|CP|COM|[A-Z]{2,5}\d{3,5})\b/u;
const FILE_NUMBER = /[A-Z] \d{1,4}\/\d/u;

// `{CEPAL}`, "DfID": one word with two capitals.
const ACRONYM = /^[{"\s]*\p{Lu}[\p{L}\p{N}&-]*\p{Lu}[\p{L}\p{N}&-]*[}"\s]*$/u;

/** The words by which an entry's work may be meant, put into the collector: of names, titles, short titles and paper numbers. */
export function collectEntryWords(found: EntryFields, words: WordCollector): void {
  const {shape, source} = found;
  const {fields} = found.item;
  const {text} = source;
  const authors = plainPlace(fieldOf(found, 'author'));
  const isNamed = authors !== undefined && !isBlank(text, authors);
  const names = isNamed ? authors : plainPlace(fieldOf(found, 'editor'));
  if (names !== undefined) addWords(text, names, NAME, true, words);
  for (const [slot, part] of shape.worded) {
    const place = plainPlace(fields[slot]);
    // A work without authors, an Act or a case, is called by any word of its title.
    const counted = names === undefined && part !== CONTAINER ? NAME : part;
    if (place !== undefined) addWords(text, place, counted, false, words);
  }
  for (const slot of shape.acronyms) {
    const place = plainPlace(fields[slot]);
    if (place !== undefined && mayBeAcronym(text, place)) words.add(plain(slice(text, place)), NAME);
  }
  for (const slot of shape.numbered) {
    const place = plainPlace(fields[slot]);
    if (place !== undefined && mayBePaperNumber(text, place)) words.add(plain(slice(text, place)), NAME);
  }
  for (const slot of shape.filed) {
    const place = plainPlace(fields[slot]);
    if (place !== undefined && FILE_NUMBER.test(slice(text, place)))
      words.add(plain(slice(text, place)), NAME);
  }
}

function addWords(text: string, place: Span, part: number, areNames: boolean, words: WordCollector): void {
  if (words.addPlain(text, place, part)) return;
  const value = slice(text, place);
  if (!areNames) {
    words.add(plain(value), part);
    return;
  }
  for (const name of readNameList(value).names) for (const form of familyForms(name)) words.add(form, NAME);
}

/** An acronym is short, and told by its length before its letters are looked at. */
const LONGEST_ACRONYM = 20;

function mayBeAcronym(text: string, {start, end}: Span): boolean {
  return end - start <= LONGEST_ACRONYM && ACRONYM.test(text.slice(start, end));
}

/** Mostly told by the first character. */
function mayBePaperNumber(text: string, {start, end}: Span): boolean {
  const code = text.charCodeAt(start);
  if (code >= 0x30 && code <= 0x39) return false;
  return PAPER_NUMBER.test(text.slice(start, Math.min(end, start + 12)));
}

/** A number that titles of the same letters share; 0 where there is none. */
export function hashTitle(text: string, title: Span | undefined, subtitle: Span | undefined): number {
  if (title === undefined && subtitle === undefined) return 0;
  let hash: number | undefined = SEED;
  for (const place of [title, subtitle]) {
    if (place !== undefined && hash !== undefined)
      hash = hashPlainLetters(text, place.start, place.end, hash);
  }
  return (
    hash ??
    hashLetters(
      [title, subtitle].map(place => (place === undefined ? '' : plain(slice(text, place)))).join(''),
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
