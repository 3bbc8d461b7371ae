import type {ValueIn} from './inherit.ts';
import {decodeLatex} from './latex.ts';
import {readNameList} from './name-list.ts';
import {familyForms} from './names.ts';
import {hashLetters, hashWord, hashWords} from './word-hash.ts';
import {CONTAINER, MAIN_TITLE, NAME, SUBTITLE, type WordCollector} from './word-postings.ts';

// Names in which nothing needs reading: "Tacoli, Cecilia and Satterthwaite, D."
const SIMPLE_NAMES = /^[A-Za-z\s,.-]*$/u;
// Where a main title ends, as the citation reader has it.
const TITLE_BREAK = /[:?!.–—]\s/u;
// "HC 218-I", "Cm 4018": a paper's number, by which the work may be called.
const PAPER_NUMBER = /^[{"\s]*(?:HC|HL|Cmnd|Cmd|Cm|CP|COM)\b/u;
// Words so short are mostly small ones.
const TELLING_LENGTH = 4;

/** The words by which an entry's work may be meant, put into the collector: of names, titles, short titles and paper numbers. */
export function collectEntryWords(valueIn: ValueIn, {add}: WordCollector): void {
  const authors = valueIn('author')?.trim() ?? '';
  const names = authors === '' ? (valueIn('editor') ?? '') : authors;
  if (SIMPLE_NAMES.test(names)) {
    // One letter is an initial, unless a comma makes it the family name.
    hashWords(names, (hash, end, length) => {
      if (length > 1 || names[end] === ',') add(hash, NAME);
    });
  } else {
    for (const name of readNameList(names).names) {
      for (const form of familyForms(name)) hashWords(form, hash => add(hash, NAME));
    }
  }
  // A work without authors, an Act or a case, is called by any word of its title.
  addTitle(plain(valueIn('title')), names === '', add);
  hashWords(plain(valueIn('subtitle')), (hash, _end, length) =>
    add(hash, names === '' ? NAME : SUBTITLE, length >= TELLING_LENGTH),
  );
  hashWords(plain(valueIn('shorttitle')), hash => add(hash, NAME));
  for (const field of CONTAINERS) hashWords(plain(valueIn(field)), hash => add(hash, CONTAINER));
  for (const field of ['number', 'note']) {
    const value = valueIn(field) ?? '';
    if (PAPER_NUMBER.test(value)) hashWords(plain(value), hash => add(hash, NAME));
  }
}

const CONTAINERS = [
  'journaltitle',
  'journalsubtitle',
  'journal',
  'booktitle',
  'booksubtitle',
  'maintitle',
  'mainsubtitle',
  'series',
];

function addTitle(title: string, isName: boolean, add: WordCollector['add']): void {
  const mainEnd = TITLE_BREAK.exec(title)?.index ?? title.length;
  hashWords(title, (hash, end, length) => {
    const part = end <= mainEnd ? MAIN_TITLE : SUBTITLE;
    add(hash, isName ? NAME : part, length >= TELLING_LENGTH);
  });
}

/** A number that titles of the same letters share; 0 where there is none. */
export function hashTitle(valueIn: ValueIn): number {
  const title = `${plain(valueIn('title'))}${plain(valueIn('subtitle'))}`;
  return title === '' ? 0 : hashLetters(title) || hashWord(title);
}

// Anything but braces that needs reading: "\\"u", "$x$".
const NEEDS_READING = /[\\$]/u;

function plain(value: string | undefined): string {
  if (value === undefined) return '';
  if (NEEDS_READING.test(value)) return decodeLatex(value).text;
  return value.includes('{') || value.includes('}') ? value.replace(/[{}]/gu, '') : value;
}
