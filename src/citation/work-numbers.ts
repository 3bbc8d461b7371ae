import {familyForms} from '../bibliography/names.ts';
import type {Entry} from '../bibliography/types.ts';
import {type Word, wordsOf} from '../text/words.ts';
import type {Lead} from './lead.ts';

// "HC 218-I", "Cm 4018", "HL Paper 12"
const PAPER = /^(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP|COM)\.?\s\(?\d/u;
// "MIG0012": evidence to a committee.
const EVIDENCE = /^\p{Lu}{2,5}\d{3,5}$/u;
// "The National Archives, CAB 134/45": an archive and its number for a file.
const FILE = /^(?<archive>[^\d,]{2,80},\s)?(?<number>(?:\p{Lu}{1,6}\s){1,2}\d{1,4}(?:\/\d{1,5}){1,3})$/u;

/** The numbers by which a work is called, each as folded words: of a paper of Parliament, of evidence, of a file in an archive. */
export function workNumbersOf(entry: Entry): readonly (readonly string[])[] {
  const papers = [entry.number ?? '', plainValue(entry, 'note')].filter(
    text => PAPER.test(text) || EVIDENCE.test(text),
  );
  const file = fileOf(entry)?.number;
  return [...papers, ...(file === undefined ? [] : [file])].map(foldedWords);
}

/** The forms in which the archive that keeps a work may be typed, each as folded words: "The National Archives", "TNA". */
export function archiveForms(entry: Entry): readonly (readonly string[])[] {
  const archive = fileOf(entry)?.archive;
  if (archive === undefined) return [];
  const initials = archive.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
  return [...familyForms({kind: 'body', literal: archive}), initials].map(foldedWords);
}

function fileOf(entry: Entry): {readonly archive: string | undefined; readonly number: string} | undefined {
  const {archive, number} = FILE.exec(plainValue(entry, 'howpublished'))?.groups ?? {};
  return number === undefined ? undefined : {archive: archive?.replace(/,\s$/u, ''), number};
}

// Fields that say which of a body's or an archive's papers a work is.
const DESCRIPTIONS: readonly string[] = ['number', 'note', 'howpublished', 'type'];

/**
 * The typed words that an entry has in such a field, word for word: "Seventh Report of Session 2006–07", "TNA, CAB 134/45". Fewer
 * than three count with a number among them only. The entry's year is left to be a year.
 */
export function wordsOfDescription(words: readonly Word[], entry: Entry): ReadonlySet<Word> {
  const fields = DESCRIPTIONS.map(field => foldedWords(plainValue(entry, field))).filter(
    list => list.length > 1,
  );
  const forms = [...fields, ...archiveForms(entry)];
  const found = new Set<Word>();
  for (const list of fields) {
    for (let from = 0; from < words.length; from++) {
      const length = longestAt(words, from, list);
      const stretch = words.slice(from, from + length);
      if (length >= 3 || (length === 2 && stretch.some(({text}) => /\d/u.test(text))))
        for (const word of stretch) if (word.text !== String(entry.year)) found.add(word);
    }
  }
  if (found.size === 0) return found;
  for (const form of forms.slice(fields.length)) {
    words.forEach((_, at) => {
      if (form.every((word, order) => words[at + order]?.folded === word))
        for (const word of words.slice(at, at + form.length)) found.add(word);
    });
  }
  return found;
}

const HAS_DIGIT = /\d/u;

/** How many words from a place on stand in the same order somewhere in a list; none where another number follows on both sides. */
function longestAt(words: readonly Word[], from: number, list: readonly string[]): number {
  let longest = 0;
  list.forEach((_, start) => {
    let length = 0;
    while (start + length < list.length && words[from + length]?.folded === list[start + length]) length += 1;
    const [typed, known] = [words[from + length]?.folded ?? '', list[start + length] ?? ''];
    if (!HAS_DIGIT.test(typed) || !HAS_DIGIT.test(known)) longest = Math.max(longest, length);
  });
  return longest;
}

// "10.1000/182", in any letters.
const DOI = /10\.\d{4,9}\/[^\s<>"“”]{1,200}/u;

/** Whether the DOI typed is another's. */
export function hasOtherDoi({addresses, text}: Lead, {fields}: Entry): boolean {
  if (addresses.length === 0) return false;
  const known = DOI.exec(fields.get('doi')?.raw.toLowerCase() ?? '')?.[0].replace(/[}"]+$/u, '');
  if (known === undefined) return false;
  const typed = DOI.exec(text.toLowerCase())?.[0].replace(/[.,;)\]]+$/u, '');
  return typed !== undefined && typed !== known;
}

function plainValue({fields}: Entry, field: string): string {
  return (fields.get(field)?.raw ?? '').replace(/[{}"]/gu, '').replace(/--/gu, '–').trim();
}

function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map(({folded}) => folded);
}
