import {familyForms, foldName} from '../bibliography/names.ts';
import {wordsOf} from '../text/words.ts';
import {isWhole} from './align-title.ts';
import {type Explanation, explain} from './explain.ts';
import type {IndexedEntry} from './index-entries.ts';
import {readLead} from './lead.ts';
import {LETTERED_YEAR} from './settle.ts';
import type {Cite} from './types.ts';
import {commonWords, othersWords} from './vocabulary.ts';
import type {Walk} from './walk.ts';

/**
 * A work that was cited in full before and has no entry, which the names of a short form fit as well: then no key can be
 * named. It may have its names in another order or dress, "Professor Paul Johnson" and "Johnson", "Crown Prosecution
 * Service" and "CPS". A title that says which work it is, or a year that the other has not, tells them apart.
 *
 * @param fits the entries that the short form fits
 */
export function strangerBefore(cite: Cite, fits: readonly Explanation[], walk: Walk): Cite | undefined {
  const titles = fits.filter(saysWhich);
  // With two of them cited nothing is decided by a third.
  if (titles.filter(one => walk.fullBefore(one.indexed.entry.key, cite) !== undefined).length > 1)
    return undefined;
  const typed = foldName(cite.names ?? '');
  const wanted = fits.map(({indexed}) => formsOfFirst(indexed));
  return walk.unknownBefore(cite).find(unknown => {
    if (!couldBeOfOneYear(cite, unknown)) return false;
    const names = walk.namesOfUnknown(unknown);
    const {words, bodies} = readNames(unknown, names);
    const isNamed =
      (typed !== '' && bodies.has(typed)) ||
      wanted.some(({isBody, forms}) =>
        forms.some(form => (isBody ? bodies.has(form.join(' ')) : form.every(word => words.has(word)))),
      );
    if (!isNamed || lacksTitle(unknown, cite)) return false;
    if (titles.length > 0 && !titles.some(one => hasSameTitle(unknown, one, walk))) return false;
    return !lacksName(names, fits) && !haveOtherInitials(cite.names ?? '', names);
  });
}

/** The ways in which the first name of an entry may be written, each as folded words. */
function formsOfFirst({names: [name]}: IndexedEntry): {
  readonly isBody: boolean;
  readonly forms: readonly (readonly string[])[];
} {
  const isBody = name?.name.kind === 'body';
  const forms = [...(name?.forms ?? []), ...(isBody ? [] : [name?.firstFamily ?? []])];
  return {isBody, forms: forms.filter(form => isBody || form.length > 0)};
}

interface NamesRead {
  readonly words: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

/** Each is asked about by every short form behind it. */
const namesRead = new WeakMap<Cite, NamesRead>();

function readNames(unknown: Cite, names: string): NamesRead {
  const known = namesRead.get(unknown);
  if (known !== undefined) return known;
  const read = {words: new Set(foldName(names).split(' ')), bodies: new Set(bodiesIn(names, unknown))};
  namesRead.set(unknown, read);
  return read;
}

/**
 * What may be a body's name in all of its forms; where a title is set off, with what stands behind commas and without:
 * "Transport Committee, Seventh Report, *Ports Policy*".
 */
function bodiesIn(names: string, {title}: Cite): readonly string[] {
  const pieces = title === undefined ? [names] : names.split(',').slice(0, MOST_PIECES);
  return pieces.flatMap((_, at) => familyForms({kind: 'body', literal: pieces.slice(0, at + 1).join(',')}));
}

/** A body's name has no more commas than this. */
const MOST_PIECES = 6;

// "M", "M.", "R"; given names count by their first letter.
const INITIAL = /(?<!\p{L})\p{Lu}(?=[.\s,)]|$)/gu;

/** Whether both have initials and share none: "Patel, M" is not the "Patel, R" cited before. */
function haveOtherInitials(typed: string, other: string): boolean {
  const [one, two] = [typed, other].map(names => new Set(names.match(INITIAL) ?? []));
  if (one === undefined || two === undefined || one.size === 0 || two.size === 0) return false;
  return [...one].every(letter => !two.has(letter));
}

/** Whether names alone may mean another work of theirs that was spoken of before, in words that cite nothing. */
export function isOneOfMore(cite: Cite, fit: Explanation, walk: Walk): boolean {
  return !saysWhich(fit) && cite.year === undefined && walk.isMentionedBefore(fit.indexed.entry.key, cite);
}

function saysWhich({run, title}: Explanation): boolean {
  if (title === 'name') return true;
  return run !== undefined && (run.telling >= 2 || isWhole(run));
}

/**
 * Whether a work without an entry has the very title that a short form has: another edition, or another part where the title is
 * cut short. A whole title that goes on in the other is told from it, and so is a work by the number or name that a manuscript
 * gives it.
 */
function hasSameTitle(unknown: Cite, {title, run, indexed, year}: Explanation, walk: Walk): boolean {
  if (title === 'name' || run === undefined) return false;
  const typed = indexed.title.slice(run.titleStart, run.titleEnd);
  const words = wordsOf(unknown.text);
  const at = words.findIndex((_, from) => typed.every((word, order) => words[from + order]?.folded === word));
  const [last, next] = [words[at + typed.length - 1], words[at + typed.length]];
  if (at === -1 || last === undefined) return false;
  // A year that says nothing of when the other appeared: "*Annual Report 2003–04*".
  if (year === 'agrees' && (unknown.year === undefined || next?.text === unknown.year.text)) return false;
  const isAll = indexed.title.every(word => commonWords.has(word) || typed.includes(word));
  if (!isAll) return true;
  const goesOn = next !== undefined && /^(?:\s|.?:\s)$/u.test(unknown.text.slice(last.end, next.start));
  // A work of the same year is this one, typed in a way that nobody could read.
  const isOfYear = words.some(({text}) => text === String(indexed.entry.year));
  if (goesOn || indexed.names.length === 0 || isOfYear || beginsEarlier(unknown, typed)) return false;
  const reading = walk.readingOf(unknown);
  if (reading === undefined) return true;
  const {passage, range} = reading;
  return !explain(readLead(passage.text.value, passage.text.marks, range.start, range.end), indexed).isAbout;
}

/** Whether other words open the title set off: "*Second Notebooks*" is not the *Notebooks*. */
function beginsEarlier({title}: Cite, typed: readonly string[]): boolean {
  if (title === undefined) return false;
  const words = foldName(title).split(' ');
  return words.slice(0, words.indexOf(typed[0] ?? '')).some(word => !commonWords.has(word));
}

/** Whether a title was typed of which the other has no word: "Acland, *Dairy*" is not her *Hive*. */
function lacksTitle({text}: Cite, {title}: Cite): boolean {
  if (title === undefined) return false;
  const words = new Set(foldName(text).split(' '));
  return foldName(title)
    .split(' ')
    .every(word => commonWords.has(word) || !words.has(word));
}

/** Whether all the fits have a second name typed that the other lacks: "Volk and Stein" after a work of Volk's. */
function lacksName(names: string, fits: readonly Explanation[]): boolean {
  const typed = foldName(names);
  if (othersWords.some(word => ` ${typed} `.includes(` ${foldName(word)} `))) return false;
  const words = new Set(typed.split(' '));
  return fits.every(
    ({names: {count}, indexed}) =>
      count >= 2 &&
      indexed.names
        .slice(1, count)
        .some(({forms}) => forms.every(form => !form.every(word => words.has(word)))),
  );
}

function couldBeOfOneYear({year: one}: Cite, {year: other}: Cite): boolean {
  if (one === undefined || other === undefined) return true;
  const areLettered = LETTERED_YEAR.test(one.text) && LETTERED_YEAR.test(other.text);
  return areLettered ? one.text === other.text : one.value === other.value;
}

/**
 * A work without an entry, cited before, that begins with the same words as a title typed alone: after the Equality Acts of
 * 2006 and 2010 "Equality Act, s 20" is neither's.
 */
export function sharesTitle({names, run}: Explanation, cite: Cite, walk: Walk): boolean {
  if (names.verdict !== 'none' || run === undefined || cite.year !== undefined) return false;
  const typed = foldName(cite.title ?? cite.names ?? cite.text);
  return walk.unknownBefore(cite).some(unknown => foldedText(unknown).startsWith(typed));
}

const foldedTexts = new WeakMap<Cite, string>();

function foldedText(cite: Cite): string {
  const folded = foldedTexts.get(cite) ?? foldName(cite.text);
  foldedTexts.set(cite, folded);
  return folded;
}
