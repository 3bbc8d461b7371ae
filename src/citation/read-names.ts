import {initialsOf} from '../bibliography/names.ts';
import type {Name, Person} from '../bibliography/types.ts';
import {isBodyName} from './body-words.ts';
import {editorWords, nameConnectors, othersWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** The names with which an author typed a reference. */
export interface TypedNames {
  readonly names: readonly Name[];
  /** "et al", "and others" stands behind them. */
  readonly hasOthers: boolean;
  /** "(ed)", "eds" stands behind them. */
  readonly areEditors: boolean;
  /** What could not be told, a sentence each. */
  readonly doubts: readonly string[];
}

// "et al", "et al.", "and others" at the end of names.
const OTHERS = new RegExp(`[\\s,]*(?<!\\p{L})(?:${anyWord([...othersWords, 'et. al.'])})[\\s,.]*$`, 'iu');
// "(ed.)", ", eds", "(Hrsg.)" at the end of names.
const EDITORS = new RegExp(
  `[\\s,]*[([]?(?<!\\p{L})(?:${[...editorWords].join('|')})(?!\\p{L})\\.?[)\\]]?[\\s,.]*$`,
  'iu',
);
// "C", "C.", "N A", "N.A.", "J-P", "AY": initials and nothing else.
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
// "Bryceson D", "Durand M.", "Smith JA", "van der Geest K": a family name, then initials.
const INITIALS_LAST =
  /^(?<family>(?:[\p{L}'’-]+\s){0,3}\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)\s(?<given>(?:\p{Lu}\.?[\s-]?){1,3})$/u;
// Between the last two names, and between names: " and ", " & ", ", and ".
const AND = new RegExp(
  `\\s*,?\\s+(?:${[...nameConnectors].filter(one => one !== 'with').join('|')}|&)\\s+`,
  'u',
);

/**
 * Reads names in the ways in which they are typed in notes. Nothing is added: initials stay initials.
 *
 *     Tacoli, C and D Satterthwaite       Dang, N A, C Tacoli and X T Hoang       Lavigne, P et al       GRAD
 *     Bryceson D, Kay C and Mooij J
 *
 * A body is told by the words of its name or by its capitals, and is never parted. Of several names in order, "Ana García
 * Márquez", the last word counts as family name, as in BibTeX, and that is a doubt.
 *
 * @param text what stands before the year or the title, without stops around it
 */
export function readNames(text: string): TypedNames {
  const trimmed = text.trim();
  const areEditors = EDITORS.test(trimmed);
  const withoutRole = trimmed.replace(EDITORS, '');
  const hasOthers = OTHERS.test(withoutRole);
  const list = withoutRole.replace(OTHERS, '').replace(/[\s,;:]+$/u, '');
  if (list === '') return {names: [], hasOthers: false, areEditors, doubts: []};
  if (isOneBody(list)) return {names: [{kind: 'body', literal: list}], hasOthers, areEditors, doubts: []};
  const people = readList(list);
  const body = onlyBody(people);
  if (body !== undefined)
    return {
      names: [body],
      hasOthers,
      areEditors,
      doubts: [`${quoted(list)} is a body, or a family name with initials.`],
    };
  return {names: people.map(toName), hasOthers, areEditors, doubts: people.flatMap(doubtsOf)};
}

// "Weiß, Karl", "von Braun, J. P.": a family name and given names.
const FAMILY_FIRST =
  /^(?<family>(?:\p{Ll}{2,3}\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),\s(?<given>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})$/u;
// "; ", " / " between names before a colon
const PARTED = /\s?[;/]\s/gu;

/** Names before a colon, and where the title begins behind it. */
export interface NamesBeforeColon extends TypedNames {
  readonly end: number;
}

/**
 * Names as German lists of works have them, each with its family name first and a colon behind the last: "Weiß, Karl und Müller,
 * Hans: Landflucht". A title may be "Land, Water: A Guide", so that a single name whose given name is a word is a doubt.
 */
export function namesBeforeColon(text: string): NamesBeforeColon | undefined {
  const colon = text.indexOf(': ');
  const typed = text.slice(0, Math.max(0, colon)).trim();
  const areEditors = EDITORS.test(typed);
  const withoutRole = typed.replace(EDITORS, '');
  const hasOthers = OTHERS.test(withoutRole);
  const parts = withoutRole.replace(OTHERS, '').replace(PARTED, ' & ').split(AND);
  const names = parts.flatMap((part): readonly Person[] => {
    const {family, given} = FAMILY_FIRST.exec(part.trim())?.groups ?? {};
    return family === undefined || isBodyName(part) ? [] : [{kind: 'person', family, given}];
  });
  const [first] = names;
  if (first === undefined || names.length < parts.length) return undefined;
  const isSure =
    names.length > 1 || areEditors || initialsOf(first.given).length === countLetters(first.given);
  const doubts = isSure ? [] : [`Taken as a name: ${quoted(typed)}.`];
  return {names, hasOthers, areEditors, doubts, end: colon + 1};
}

/** Where the names begin whose last is followed by a colon, where semicolons part them: "Kay, Cy; Moss, D.: Sand". */
export function startOfNames(text: string, from: number): number {
  if (namesBeforeColon(text.slice(from)) === undefined) return from;
  let start = from;
  for (let at = from; at > 0; ) {
    const before = text.slice(0, at).trimEnd();
    if (!before.endsWith(';')) break;
    const last = before.lastIndexOf(';', before.length - 2) + 1;
    if (!FAMILY_FIRST.test(before.slice(last, -1).trim())) break;
    start = last + (/\S/u.exec(text.slice(last))?.index ?? 0);
    at = last;
  }
  return start;
}

function countLetters(text: string | undefined): number {
  return (text ?? '').replace(/[^\p{L}]/gu, '').length;
}

/** One name as typed; `family` is set where a comma parted it from the given names. */
interface TypedName {
  readonly text: string;
  readonly family: string | undefined;
}

// "Department of ", "Office for ": how a body's name begins that may hold commas.
const OF_OR_FOR = /^\p{Lu}[\p{L} ]{2,40}\s(?:of|for|on)\s/u;
// "D Okali", "A. Y. Kamete": initials, then the family name.
const INITIALS_FIRST = /^(?<given>(?:\p{Lu}\.?[\s-]?){1,4}(?<=[\s.]))(?<family>\p{L}[\p{L}\p{M}'’ -]+)$/u;

/** Whether the whole list is the name of one body: "Department of Health and Social Care", but not "Ash, B and IIED". */
function isOneBody(list: string): boolean {
  if (!isBodyName(list)) return false;
  const pieces = list.split(/,\s*|\s+(?:and|&)\s+/u);
  if (pieces.some(piece => (INITIALS.test(piece) && piece.length < 3) || INITIALS_FIRST.test(piece)))
    return false;
  return !list.includes(',') || OF_OR_FOR.test(list);
}

function readList(list: string): readonly TypedName[] {
  const halves = list.split(AND);
  const last = halves.length > 1 ? halves.at(-1) : undefined;
  const first = halves.slice(0, last === undefined ? undefined : -1);
  const parts = first.flatMap(half => half.split(/,\s*/u)).filter(part => part !== '');
  const names = pair(parts, isInvertedFirst(parts, last));
  return last === undefined ? names : [...names, ...pair(last.split(/,\s*/u), true)];
}

/** "Bradshaw, Sarah" and "Castle, Sue, Kate Tully and Ben Ouse" begin inverted, "Smit, Vale and Noor" does not. */
function isInvertedFirst([first, second]: readonly string[], last: string | undefined): boolean {
  if (first === undefined || second === undefined || isInitialsLast(first)) return false;
  if (INITIALS.test(second)) return true;
  if (isBodyName(first) || isBodyName(second) || / \p{L}/u.test(second)) return false;
  return last === undefined || /[\s,]/u.test(last.trim());
}

/** Joins each family name with the given names behind it. */
function pair(parts: readonly string[], startsInverted: boolean): readonly TypedName[] {
  const names: TypedName[] = [];
  let at = 0;
  while (at < parts.length) {
    const [part = '', next] = [parts[at], parts[at + 1]];
    const isInverted =
      next !== undefined &&
      !INITIALS.test(part) &&
      !isInitialsLast(part) &&
      (INITIALS.test(next) || (startsInverted && isGivenFor(at, parts)));
    names.push(isInverted ? {text: next, family: part} : {text: part, family: undefined});
    at += isInverted ? 2 : 1;
  }
  return names;
}

/** Full given names behind a family name: at the beginning of a list, and throughout where all are typed so. */
function isGivenFor(at: number, parts: readonly string[]): boolean {
  if (at === 0) return true;
  const words = parts.slice(at, at + 2).map(part => part.split(' ').length);
  return parts.length % 2 === 0 && words.every(count => count === 1);
}

function toName({text, family}: TypedName): Name {
  if (family !== undefined) return {kind: 'person', family, given: text};
  return isBodyName(text) ? {kind: 'body', literal: text} : inOrder(text);
}

// "Pieter van Dijk": the family name begins with its particle.
const WITH_PARTICLE = /^(?<given>\p{Lu}.*?)\s(?<family>(?:\p{Ll}+['’]?\s)+\p{Lu}.*)$/u;

/** "Bryceson D", as lists of references in medicine have names. */
function isInitialsLast(text: string): boolean {
  return INITIALS_LAST.test(text) && !INITIALS_FIRST.test(text);
}

/** Whether a list is of such names and nothing else, "Smith J, Doe AB, et al". */
export function areInitialsLast(list: string): boolean {
  const parts = list.replace(OTHERS, '').split(/,\s/u);
  return parts.every(part => isInitialsLast(part.trim()));
}

// "Oxfam GB", "Shelter UK": capitals without stops, which may be a country's.
const CAPITALS_LAST = /^\p{Lu}\p{Ll}[\p{L}-]*\s\p{Lu}{2,3}$/u;

/** A name alone whose capitals may be initials or part of a body's name stays whole, as typed. */
function onlyBody(people: readonly TypedName[]): Name | undefined {
  const [only, second] = people;
  if (only === undefined || second !== undefined || only.family !== undefined) return undefined;
  return CAPITALS_LAST.test(only.text) ? {kind: 'body', literal: only.text} : undefined;
}

function inOrder(text: string): Person {
  const turned = isInitialsLast(text) ? INITIALS_LAST.exec(text)?.groups : undefined;
  if (turned !== undefined)
    return {kind: 'person', family: turned['family'] ?? text, given: turned['given']?.trim()};
  const found = INITIALS_FIRST.exec(text)?.groups ?? WITH_PARTICLE.exec(text)?.groups;
  if (found !== undefined)
    return {kind: 'person', family: found['family'] ?? text, given: found['given']?.trim()};
  if (/^\p{Ll}/u.test(text)) return {kind: 'person', family: text, given: undefined};
  const cut = text.lastIndexOf(' ');
  if (cut < 0) return {kind: 'person', family: text, given: undefined};
  return {kind: 'person', family: text.slice(cut + 1), given: text.slice(0, cut)};
}

function doubtsOf(name: TypedName): readonly string[] {
  if (name.family !== undefined || isBodyName(name.text)) return [];
  const words = name.text.split(' ');
  if (words.length === 1) return [`${quoted(name.text)} is one word: a family name or a body.`];
  const {given, family} = inOrder(name.text);
  if (isInitialsLast(name.text))
    return /^\p{Lu}\S*\s/u.test(family)
      ? [`Taken as the family name: ${quoted(family)} of ${quoted(name.text)}.`]
      : [];
  const isSure = initialsOf(given).length === (given ?? '').replace(/[^\p{L}]/gu, '').length;
  return words.length > 2 && !isSure && !/^\p{Ll}/u.test(family)
    ? [`Taken as the family name: ${quoted(family)} of ${quoted(name.text)}.`]
    : [];
}

function quoted(text: string): string {
  return `“${text}”`;
}
