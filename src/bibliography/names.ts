import {wordsOf} from '../text/words.ts';
import type {Body, Name, Person} from './types.ts';

/**
 * A name for comparing: its words in lower case without diacritics, one space between. Krüger is Kruger, and the two
 * apostrophes of O'Brien and O’Brien, which part words, are one.
 */
export function foldName(text: string): string {
  return wordsOf(text)
    .map(({folded}) => folded)
    .join(' ');
}

// A run of up to three capitals is initials without stops, "NA"; a longer one is a name in capitals
const MOST_INITIALS = 3;
// `N.` · `A` · `Jean`
const GIVEN_PART = /[\p{L}\p{M}'’]+/gu;

/**
 * The initials of a given name, folded: "N. A.", "NA", "N A" and "Nguyen An" all give n and a; "J.-P." and "Jean-Paul"
 * give j and p.
 */
export function initialsOf(given: string | undefined): readonly string[] {
  const parts = [...(given ?? '').matchAll(GIVEN_PART)].flatMap(([part]) =>
    isRunOfInitials(part) ? [...part] : [part],
  );
  return parts.map(part => [...foldName(part)][0] ?? '').filter(initial => initial !== '');
}

function isRunOfInitials(part: string): boolean {
  return part.length <= MOST_INITIALS && /^\p{Lu}+$/u.test(part.normalize('NFC'));
}

/**
 * The ways in which the family name of a person, or the name of a body, may stand in a short form: folded, without
 * repeats, the fullest first.
 *
 * A person's family name comes with and without its particle, and with an apostrophe closed up ("OBrien"). A body's
 * comes without its article, without an acronym in parentheses, and as acronyms, with and without the small words:
 * IIED for International Institute for Environment and Development, DfES for Department for Education and Skills.
 * German letters come typed out, Krueger for Krüger.
 */
export function familyForms(name: Name): readonly string[] {
  const forms = name.kind === 'person' ? personForms(name) : bodyForms(name);
  return [...new Set(forms.map(foldName))].filter(form => form !== '');
}

// `van den ` · `d'` · `al-`: words in lower case before the family name itself
const PARTICLES = /^(?:\p{Ll}+(?:\s+|-|['’]\s*))+(?=\p{Lu})/u;
const APOSTROPHE = /['’ʼ`]/gu;

function personForms({family}: Person): readonly string[] {
  const bare = family.replace(PARTICLES, '');
  return [
    family,
    bare,
    family.replace(APOSTROPHE, ''),
    bare.replace(APOSTROPHE, ''),
    bare.replace(UMLAUT, letter => UMLAUTS[letter] ?? letter),
    family.replace(MAC, '$1'),
    family.replace(MAC_CLOSED, '$1 '),
  ];
}

// `Mac Donald` and `MacDonald`, `Mc Nair` and `McNair`
const MAC = /^(Ma?c)\s(?=\p{Lu})/u;
const MAC_CLOSED = /^(Ma?c)(?=\p{Lu})/u;

/** How German is typed without its letters: Krueger for Krüger. */
const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ø: 'oe',
  å: 'aa',
};
const UMLAUT = /[äöüÄÖÜøå]/gu;

// `The World Bank`
const ARTICLE = /^(?:the|la|le|les|die|der|das|el|il)\s+/iu;
// `International Institute … (IIED)`
const IN_PARENTHESES = /\(([^()]*)\)/gu;
// An acronym that is typed out: `IIED`, `DfID`
const TYPED_ACRONYM = /^\p{Lu}[\p{L}\p{N}&-]{1,11}$/u;

function bodyForms({literal}: Body): readonly string[] {
  const typed = [...literal.matchAll(IN_PARENTHESES)].map(([, inside]) => (inside ?? '').trim());
  const full = literal.replace(IN_PARENTHESES, ' ').trim();
  return [
    literal,
    full,
    full.replace(ARTICLE, ''),
    ...typed.filter(inside => TYPED_ACRONYM.test(inside)),
    ...acronymsOf(full.replace(ARTICLE, '')),
    shortenStates(full.replace(ARTICLE, '')),
    ...formsWithState(full),
  ];
}

/** States and their like go by initials within a longer name too: "UN Population Office". */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/United Nations/gu, 'UN'],
  [/United Kingdom/gu, 'UK'],
  [/United States/gu, 'US'],
  [/European Union/gu, 'EU'],
];

function shortenStates(literal: string): string {
  return STATES.reduce((text, [name, initials]) => text.replace(name, initials), literal);
}

// `U.S. Environmental …`, `UK Health …`
const STATE_FIRST = /^(?:(?<us>U\.\s?S\.|US|United States)|U\.\s?K\.|UK|United Kingdom)\s(?<rest>.+)$/u;

/** A body of the United States or Kingdom, with the state as initials and the rest as it is or as an acronym: "U.S. EPA". */
function formsWithState(literal: string): readonly string[] {
  const {us, rest} = STATE_FIRST.exec(literal)?.groups ?? {};
  if (rest === undefined) return [];
  const states = us === undefined ? ['UK', 'U.K.'] : ['US', 'U.S.'];
  return [rest, ...acronymsOf(rest)].flatMap(name => states.map(state => `${state} ${name}`));
}

/** Words that most acronyms leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by for from in of on the to with de des do da di du et la le les l d s y e und für der die das van voor'.split(
    ' ',
  ),
);
// `Co-operation` is one word here, `l’Agriculture` two
const ACRONYM_WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/**
 * Whether letters are an acronym of a body's name, made as bodies make them: they are letters of the name in its order, from
 * its first on, as in CEPAL for Comisión Económica para América Latina.
 *
 * @param acronym three letters or more; fewer may be those of another body in brackets, "(NI)"
 */
export function isAcronymOf(acronym: string, {literal}: Body): boolean {
  if (!TYPED_ACRONYM.test(acronym) || (acronym.match(CAPITAL) ?? []).length < MOST_INITIALS) return false;
  const name = foldName(literal.replace(ARTICLE, '')).replaceAll(' ', '');
  let at = 0;
  for (const letter of foldName(acronym).replaceAll(' ', '')) {
    const found = name.indexOf(letter, at);
    if (found < 0 || (at === 0 && found > 0)) return false;
    at = found + 1;
  }
  return true;
}

const CAPITAL = /\p{Lu}/gu;

function acronymsOf(literal: string): readonly string[] {
  const words = literal.match(ACRONYM_WORD) ?? [];
  const large = words.filter(word => !SMALL_WORDS.has(word.toLowerCase()));
  if (large.length < 2) return [];
  const withoutAnd = words.filter(word => !/^(?:and|the|&)$/iu.test(word));
  return [large, words, withoutAnd].map(used => used.map(word => word[0]).join(''));
}
