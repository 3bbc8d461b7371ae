import {isAcronymOf} from '../bibliography/names.ts';
import type {Word} from '../text/words.ts';
import {findForm} from './find-form.ts';
import type {IndexedName} from './index-entries.ts';
import {isWithinNames} from './name-run.ts';
import {articles, nameConnectors, nameRoles} from './vocabulary.ts';

/** How typed names agree with an entry's. */
export interface NameEvidence {
  /**
   * `exact`: all its names. `others`: the first of them and "et al". `partial`: the first ones, the rest left out without a
   * word. `differs`: the family name with another given name, with "et al" where nobody else wrote, or with the third name and
   * not the second. `none`: not the first name.
   */
  readonly verdict: 'exact' | 'others' | 'partial' | 'differs' | 'none';
  /** How many of the entry's names were typed. */
  readonly count: number;
  /** The words that are names and given names, in order. */
  readonly used: readonly Word[];
  /** Whether of two family names only the first was typed, which many people share: "Arana" for Arana Ibáñez. */
  readonly isFirstOnly: boolean;
  /** The given name or initial that differs. */
  readonly differing: Word | undefined;
}

/** No names typed, or those of others. */
export const NOBODY: NameEvidence = {
  verdict: 'none',
  count: 0,
  used: [],
  isFirstOnly: false,
  differing: undefined,
};

interface Circumstances {
  /** The entry's list ends in "and others". */
  readonly hasOthers: boolean;
  /** The author typed "et al". */
  readonly hasEtAl: boolean;
  /** A year or a title set off was typed beside the names. */
  readonly hasMore: boolean;
}

// Initials as typed without stops, "NA", and one letter, "N"; stops part words, so "N.A." is two of them.
const INITIALS = /^\p{Lu}{1,3}$/u;

// Between the initials of "J.-P." and "J-P".
const HYPHEN = /^\.?[-‐]$/u;

/** A given name cut short has so many letters at most: "Phil." */
const LONGEST_CUT = 4;

/**
 * Compares typed names with an entry's, in whatever order and spacing they stand: "Dang, N A, C Tacoli and X T Hoang",
 * "Dang, NA", "Camilla Toulmin", "Weber Serge".
 *
 * @param typed the words before the title
 * @param names the entry's names in order
 * @param text the text of the lead, and `offset` where it starts, to see the commas between words
 */
export function matchNames(
  typed: readonly Word[],
  names: readonly IndexedName[],
  circumstances: Circumstances,
  text: string,
  offset: number,
): NameEvidence {
  const zone = withSharedFamily(typed, names, text, offset);
  const families = findFamilies(zone, names);
  if (!families.some(({order}) => order === 0)) return NOBODY;
  const hasFirstOnly = families.some(({isFirstOnly}) => isFirstOnly);
  const used = new Set<Word>(families.flatMap(({start, end}) => zone.slice(start, end)));
  for (const word of otherForms(zone, names, families)) used.add(word);
  for (const word of acronymsBehind(zone, names, families, text, offset)) used.add(word);
  const chunks = partByCommas(zone, text, offset);
  const taken = new Map<number, number>();
  // A given name stands directly before the family name, or behind it and a comma where a year or title follows: in "Kemp,
  // Planning, p 4" it is the word of a title.
  const isGivenPlace = (index: number, order: number): boolean => {
    const family = families.find(one => one.order === order);
    if (family === undefined) return false;
    if (chunks[index] === chunks[family.start]) return index < family.start;
    return circumstances.hasMore;
  };
  let differing: Word | undefined;
  zone.forEach((word, index) => {
    if (used.has(word) || opensSentence(zone, index, text, offset)) return;
    const owner = ownerOf(index, families, chunks);
    const name = owner === undefined ? undefined : names[owner];
    if (owner === undefined || name === undefined) return;
    const before = zone[index - 1];
    const agreement = compareGiven(word, name, taken.get(owner) ?? 0, {
      isGivenPlace: isGivenPlace(index, owner),
      isCompound: before !== undefined && HYPHEN.test(text.slice(before.end - offset, word.start - offset)),
      isCut: text.charAt(word.end - offset) === '.',
    });
    if (agreement === undefined) return;
    if (agreement === 'differs') differing ??= word;
    else taken.set(owner, agreement);
    used.add(word);
  });
  // A first family name alone is many people's: with another given name it is another of them.
  if (hasFirstOnly && differing !== undefined) return NOBODY;
  // "Marsh and Osei" of Marsh, Kohl and Osei: who are named without "et al" are the first, in a row.
  const isGapped = !circumstances.hasEtAl && families.some(({order}, at) => order !== at);
  const verdict = isGapped ? 'differs' : judge(families.length, names.length, circumstances, differing);
  return {
    verdict: hasFirstOnly && verdict === 'exact' ? 'partial' : verdict,
    count: families.length,
    used: typed.filter(({start}) => zone.some(word => word.start === start && used.has(word))),
    isFirstOnly: hasFirstOnly,
    differing,
  };
}

/**
 * The words with one more for the family name that two authors share and that was typed once: "S. & B. Webber", "Sidney and Beatrice
 * Webber", "the Webbers".
 */
function withSharedFamily(
  typed: readonly Word[],
  [first, second]: readonly IndexedName[],
  text: string,
  offset: number,
): readonly Word[] {
  const family = first?.forms[0];
  const [word] = family ?? [];
  if (first?.name.kind !== 'person' || word === undefined || family?.length !== 1) return typed;
  if (second?.forms[0]?.join(' ') !== word) return typed;
  const plural = typed.findIndex(({folded}) => folded === `${word}s`);
  const both = typed[plural];
  if (both !== undefined && articles.has(typed[plural - 1]?.folded ?? '')) {
    const one = {...both, folded: word};
    return [...typed.slice(0, plural), one, {...one, start: both.end}, ...typed.slice(plural + 1)];
  }
  const at = typed.findIndex(({folded}) => folded === word);
  if (at === -1 || typed.findLastIndex(({folded}) => folded === word) !== at) return typed;
  const connected = typed.findIndex(({start, folded}, index) => {
    const before = typed[index - 1];
    if (before === undefined || index > at) return false;
    return nameConnectors.has(folded) || text.slice(before.end - offset, start - offset).includes('&');
  });
  const last = typed[connected - 1];
  const given = nameConnectors.has(typed[connected]?.folded ?? '') ? connected + 1 : connected;
  const areGiven = (words: readonly Word[], name: IndexedName): boolean =>
    words.length > 0 && words.every(one => INITIALS.test(one.text) || name.given.includes(one.folded));
  const isShared =
    last !== undefined &&
    areGiven(typed.slice(0, connected), first) &&
    areGiven(typed.slice(given, at), second);
  if (!isShared) return typed;
  const shared = {text: last.text, folded: word, start: last.end, end: last.end};
  return [...typed.slice(0, connected), shared, ...typed.slice(connected)];
}

/** Whether a capital alone is a word of a sentence: "A different view", "I agree with Naylor". */
function opensSentence(zone: readonly Word[], index: number, text: string, offset: number): boolean {
  const [word, next] = [zone[index], zone[index + 1]];
  if (word === undefined || next === undefined || !/^[AI]$/u.test(word.text)) return false;
  const isSmall = /^\p{Ll}{2}/u.test(next.text) && !isWithinNames(next.folded);
  return isSmall && /^\s+$/u.test(text.slice(word.end - offset, next.start - offset));
}

interface Family {
  readonly order: number;
  /** The first of two family names stands there without the second. */
  readonly isFirstOnly: boolean;
  readonly start: number;
  readonly end: number;
}

/** Where each of the entry's names stands among the typed words, as far as they come in the entry's order. */
function findFamilies(zone: readonly Word[], names: readonly IndexedName[]): readonly Family[] {
  const families: Family[] = [];
  let from = 0;
  names.forEach(({forms, firstFamily, name}, order) => {
    let best: Family | undefined;
    for (const form of forms) {
      const found = findForm(zone, form, from, name.kind === 'body');
      if (found !== undefined && (best === undefined || found.start < best.start))
        best = {order, isFirstOnly: false, ...found};
    }
    const first =
      best === undefined && firstFamily !== undefined ? findForm(zone, firstFamily, from, false) : undefined;
    if (first !== undefined) best = {order, isFirstOnly: true, ...first};
    if (best === undefined) return;
    families.push(best);
    from = best.end;
  });
  return families;
}

/** A body's acronym beside its name: "Department for International Development (DFID)". */
function otherForms(
  zone: readonly Word[],
  names: readonly IndexedName[],
  families: readonly Family[],
): readonly Word[] {
  const forms = new Set(
    families.flatMap(({order}) =>
      names[order]?.name.kind === 'body' ? (names[order]?.forms ?? []).map(form => form.join(' ')) : [],
    ),
  );
  return zone.filter(({folded}) => forms.has(folded));
}

/** An acronym in brackets directly behind a body's name, made of its letters: "Comisión Económica para América Latina (CEPAL)". */
function acronymsBehind(
  zone: readonly Word[],
  names: readonly IndexedName[],
  families: readonly Family[],
  text: string,
  offset: number,
): readonly Word[] {
  return families.flatMap(({order, end}) => {
    const [last, word] = [zone[end - 1], zone[end]];
    const name = names[order]?.name;
    if (last === undefined || word === undefined || name?.kind !== 'body') return [];
    const isBracketed =
      /^\s?[([]$/u.test(text.slice(last.end - offset, word.start - offset)) &&
      /^[)\]]/u.test(text.slice(word.end - offset));
    return isBracketed && isAcronymOf(word.text, name) ? [word] : [];
  });
}

// What closes an initial in brackets: ".)", "-P.)".
const IN_BRACKETS = /^(?:\.?[\s-]?\p{Lu}){0,2}\.?\)/u;

/** For each word a count of commas and connectors before it: words of one count belong to one name. */
function partByCommas(zone: readonly Word[], text: string, offset: number): readonly number[] {
  let chunk = 0;
  return zone.map((word, index) => {
    const before = zone[index - 1];
    const between = before === undefined ? '' : text.slice(before.end - offset, word.start - offset);
    // Two at a connector or bracket, so that nothing behind it belongs to the name before it.
    const isInitial = INITIALS.test(word.text) && IN_BRACKETS.test(text.slice(word.end - offset));
    // "Guérin (H.)"
    if (between === ' (' && isInitial) chunk += 1;
    else if (/[;&(]/u.test(between)) chunk += 2;
    else if (between.includes(',')) chunk += 1;
    // In lower case: the Y of "Ada Y. Kamete" is an initial.
    if (/^(?:and|y|et|und)$/u.test(word.text)) chunk += 2;
    return chunk;
  });
}

/** The name that a word between names belongs to: the one in its own chunk, else the one before ("Tacoli, C"). */
function ownerOf(index: number, families: readonly Family[], chunks: readonly number[]): number | undefined {
  const chunk = chunks[index];
  const within = families.filter(({start}) => chunks[start] === chunk);
  const near = within.find(({start}) => start > index) ?? within.findLast(({end}) => end <= index);
  if (near !== undefined) return near.order;
  const before = families.findLast(({end}) => end <= index);
  if (before === undefined || chunks[before.end - 1] === undefined) return undefined;
  return (chunk ?? 0) - (chunks[before.end - 1] ?? 0) <= 1 ? before.order : undefined;
}

/**
 * A typed given name or initials against the entry's.
 *
 * @param taken how many of its initials were typed already
 * @param place `isGivenPlace`: whether the word stands where a given name does; `isCompound`: whether a hyphen joins it to the
 *   initial before, "J.-P."; `isCut`: whether a stop stands behind it
 * @returns how many are typed now, `differs`, or `undefined` for a word that is no given name
 */
function compareGiven(
  word: Word,
  {name, given, initials}: IndexedName,
  taken: number,
  {
    isGivenPlace,
    isCompound,
    isCut,
  }: {readonly isGivenPlace: boolean; readonly isCompound: boolean; readonly isCut: boolean},
): number | 'differs' | undefined {
  if (name.kind === 'body' || nameRoles.has(word.folded)) return undefined;
  const isInitialOnly = given.every(one => one.length <= 2);
  if (INITIALS.test(word.text)) {
    if (initials.length === 0) return taken;
    // J.-P. is Jean-Pierre, and not Jacques; of "J." nobody knows.
    if (isCompound && !isInitialOnly && initials[taken] === undefined) return 'differs';
    const letters = [...word.folded];
    const agrees = letters.every((letter, index) => (initials[taken + index] ?? letter) === letter);
    return agrees ? taken + letters.length : 'differs';
  }
  if (given.includes(word.folded)) return taken + 1;
  if (!/^\p{Lu}/u.test(word.text)) return undefined;
  // "Ph." for Philippe
  const isBeginning =
    word.folded !== '' && word.folded.length <= LONGEST_CUT && given.some(one => one.startsWith(word.folded));
  if (isCut && isBeginning) return taken + 1;
  // "Camilla" for an entry that knows only "C."
  return isGivenPlace && isInitialOnly && given.length > 0 && initials[taken] === word.folded.charAt(0)
    ? taken + 1
    : undefined;
}

function judge(
  typed: number,
  known: number,
  {hasOthers, hasEtAl}: Circumstances,
  differing: Word | undefined,
): NameEvidence['verdict'] {
  if (differing !== undefined) return 'differs';
  if (hasEtAl) return typed < known || hasOthers ? 'others' : 'differs';
  if (typed < known) return 'partial';
  return hasOthers ? 'partial' : 'exact';
}
