import {createRequire} from 'node:module';

/** A value's text without its LaTeX. */
export interface PlainValue {
  /** On one line: white space collapsed, accents composed, braces and formatting gone. */
  readonly text: string;
  /** False when the LaTeX could not be read; `text` is then what remains without its signs. */
  readonly isRead: boolean;
}

// Anything but words with one blank between them: `\\`, braces, a line end, `--`
const NEEDS_WORK = /[\\{}$~]|[^\S ]| {2}|^ | $|--|''|``/u;
// A backslash that does more than keep a sign from TeX, or mathematics: `\"u`, `$x^2$`, but not `\&`
const NEEDS_READER = /\\(?![&%#_])|\$/u;
// `\&` · `{` · `---` · `''` · `~`
const SIMPLE_SIGN = /\\([&%#_])|[{}]|-{2,3}|''|``|~/gu;
const SIMPLE_SIGNS: Readonly<Record<string, string>> = {
  '{': '',
  '}': '',
  '--': '–',
  '---': '—',
  "''": '”',
  '``': '“',
  '~': ' ',
};

/**
 * Decodes the LaTeX of one value: `Kr{\"u}ger` is Krüger, `{GRAD}` is GRAD, `10--12` has an en dash.
 *
 * Accents, commands and mathematics are citation-js's work. It is loaded with the first value that has any, since
 * loading it takes longer than all the rest of reading a bibliography.
 *
 * @param raw a value without its outer braces or quotes
 */
export function decodeLatex(raw: string): PlainValue {
  if (!NEEDS_WORK.test(raw)) return {text: raw, isRead: true};
  if (!NEEDS_READER.test(raw)) {
    const text = raw.replace(
      SIMPLE_SIGN,
      (sign, kept: string | undefined) => kept ?? SIMPLE_SIGNS[sign] ?? sign,
    );
    return {text: collapse(text), isRead: true};
  }
  if (nestingOf(raw) > MOST_NESTED) return {text: withoutSigns(raw), isRead: false};
  const hasStrayDollar = (raw.match(DOLLAR) ?? []).length % 2 === 1;
  const reader = valueReader();
  try {
    const spelt = spellOut(hasStrayDollar ? raw.replace(DOLLAR, '\\$$') : raw, reader.commands);
    const decoded = reader.parse(spelt, 'title').replace(FORMATTING, '');
    return {text: collapse(composed(decoded)), isRead: !hasStrayDollar};
  } catch {
    return {text: withoutSigns(raw), isRead: false};
  }
}

// What is read in any place: `\\&`, an accent on its letter, a letter by its name, emphasis before a brace.
const SURE_COMMANDS =
  /\\(?:[&%#_]|["'`^~=.](?:\{[A-Za-z]\}|[A-Za-z])|[cvuHk]\{[A-Za-z]\}|(?:ss|ae|AE|oe|OE|o|O|l|L)(?:\{\}|(?![A-Za-z]))|(?:emph|textit|textbf)(?=\{))/gu;

/** Whether the LaTeX of a value can be read for certain, without trying. */
export function isSurelyRead(raw: string): boolean {
  if (!NEEDS_READER.test(raw)) return true;
  const rest = raw.replace(SURE_COMMANDS, '');
  return !rest.includes('\\') && !rest.includes('$') && nestingOf(raw) <= MOST_NESTED;
}

// A sign of mathematics, but not `\$`
const DOLLAR = /(?<!\\)\$/gu;

// Deeper braces are not writing, and the reader calls itself for each.
const MOST_NESTED = 100;

function nestingOf(raw: string): number {
  let depth = 0;
  let most = 0;
  for (const character of raw) {
    if (character === '{') most = Math.max(most, ++depth);
    else if (character === '}') depth--;
  }
  return most;
}

interface ValueReader {
  /** Reads a value by the rules for a field; throws on LaTeX that it does not follow. */
  parse(text: string, field: string): string;
  readonly commands: KnownCommands;
}

/** The commands that citation-js knows; any other it leaves standing, run together with what follows. */
interface KnownCommands {
  readonly all: ReadonlySet<string>;
  /** Those that it follows before a brace only. */
  readonly withArgument: ReadonlySet<string>;
}

const require = createRequire(import.meta.url);
let loadedReader: ValueReader | undefined;

/** The part of citation-js that reads values; loading it a second time costs nothing. */
function valueReader(): ValueReader {
  if (loadedReader !== undefined) return loadedReader;
  const {parse} = require('@citation-js/plugin-bibtex/lib/input/value.js') as Pick<ValueReader, 'parse'>;
  const tables = require('@citation-js/plugin-bibtex/lib/input/constants.js') as CommandTables;
  const namesIn = (...names: readonly (keyof CommandTables)[]): ReadonlySet<string> =>
    new Set(names.flatMap(name => Object.keys(tables[name])));
  const withArgument = namesIn('formattingCommands', 'argumentCommands', 'mathScriptFormatting');
  const others = namesIn('commands', 'mathCommands', 'diacritics', 'formattingEnvs');
  loadedReader = {parse, commands: {all: new Set([...withArgument, ...others]), withArgument}};
  return loadedReader;
}

type CommandTables = Readonly<
  Record<
    | 'commands'
    | 'mathCommands'
    | 'diacritics'
    | 'formattingCommands'
    | 'formattingEnvs'
    | 'argumentCommands'
    | 'mathScriptFormatting',
    object
  >
>;

/** Common commands that citation-js does not know. */
const MORE_COMMANDS: Readonly<Record<string, string>> = {
  AA: 'Å',
  aa: 'å',
  S: '§',
  P: '¶',
  pounds: '£',
  euro: '€',
  EUR: '€',
  ldots: '…',
  dots: '…',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  slash: '/',
  textnumero: '№',
  quad: ' ',
  ' ': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  '\\': ' ',
  '/': '',
  '-': '',
  '@': '',
  '*': '',
};

// `\AA{}` · `\enquote*` · `\"` · `\&`; the blanks after a word belong to it, an empty group ends it
const COMMAND = /\\(?:([A-Za-z]+)\*?(?:\{\}|[ \t]*)|([^A-Za-z]))/gu;
// `\noopsort{1973}`: there for sorting, never printed
const SORTING = /\\noopsort[ \t]*\{[^{}]*\}/gu;
// `\"{}`: an accent on nothing
const EMPTY_ACCENT = /\\(?:["'`^~=.]|[uvHcdbkrt](?=\{))\{\}/gu;

/** Writes what citation-js does not follow in a way that it does. */
function spellOut(raw: string, known: KnownCommands): string {
  return raw
    .replace(SORTING, '')
    .replace(EMPTY_ACCENT, '')
    .replace(
      COMMAND,
      (typed, word: string | undefined, sign: string | undefined, at: number, text: string) => {
        const name = word ?? sign ?? '';
        const spelt = MORE_COMMANDS[name];
        if (spelt !== undefined) return spelt;
        if (word === undefined || name === 'begin' || name === 'end') return typed;
        if (!known.all.has(name)) return '';
        return known.withArgument.has(name) && text[at + typed.length] !== '{' ? '' : typed.replace('*', '');
      },
    );
}

// The marks that citation-js leaves for formatting: `<i>`, `<span style="font-variant:small-caps;">`
const FORMATTING =
  /<\/?(?:i|b|sup|sub)>|<span (?:style="font-variant:small-caps;"|class="nocase")>|<\/span>/gu;
// A dotless i keeps room for an accent that then stands on it: `\'{\i}`
const DOTLESS_I = /ı(?=\p{M})/gu;

function composed(text: string): string {
  return text.replace(DOTLESS_I, 'i').normalize('NFC');
}

// `\relax ` · `{` · `$`
const SIGN = /\\([A-Za-z]+[ \t]*|[&%#_$])?|[{}]/gu;

/** What is left of LaTeX that cannot be read. */
function withoutSigns(raw: string): string {
  return collapse(
    raw.replace(SIGN, (_sign, command: string | undefined) =>
      command !== undefined && command.length === 1 && !/[A-Za-z]/u.test(command) ? command : '',
    ),
  );
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
