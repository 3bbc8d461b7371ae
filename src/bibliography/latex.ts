import {createRequire} from 'node:module';

/** A value's text without its LaTeX. */
export interface PlainValue {
  /** On one line: white space collapsed, accents composed, braces and formatting gone. */
  readonly text: string;
  /** False when the LaTeX could not be read; `text` is then what remains without its signs. */
  readonly isRead: boolean;
}

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
  if (!NEEDS_READER.test(raw)) {
    const text = raw.replace(
      SIMPLE_SIGN,
      (sign, kept: string | undefined) => kept ?? SIMPLE_SIGNS[sign] ?? sign,
    );
    return {text: collapse(text), isRead: true};
  }
  if (nestingOf(raw) > MOST_NESTED) return {text: withoutSigns(raw), isRead: false};
  const reader = valueReader();
  try {
    const decoded = reader.parse(spellOut(raw, reader.commands), 'title');
    return {text: collapse(composed(decoded.replace(FORMATTING, ''))), isRead: true};
  } catch {
    return {text: withoutSigns(raw), isRead: false};
  }
}

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
  /** The commands that it knows; any other it leaves standing, run together with what follows. */
  readonly commands: ReadonlySet<string>;
}

const require = createRequire(import.meta.url);
let loadedReader: ValueReader | undefined;

/** The part of citation-js that reads values; loading it a second time costs nothing. */
function valueReader(): ValueReader {
  if (loadedReader !== undefined) return loadedReader;
  const {parse} = require('@citation-js/plugin-bibtex/lib/input/value.js') as Pick<ValueReader, 'parse'>;
  const known = require('@citation-js/plugin-bibtex/lib/input/constants.js') as Readonly<
    Record<(typeof COMMAND_TABLES)[number], object>
  >;
  const commands = new Set(COMMAND_TABLES.flatMap(table => Object.keys(known[table])));
  loadedReader = {parse, commands};
  return loadedReader;
}

const COMMAND_TABLES = [
  'commands',
  'mathCommands',
  'diacritics',
  'formattingCommands',
  'formattingEnvs',
  'argumentCommands',
  'mathScriptFormatting',
] as const;

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
function spellOut(raw: string, known: ReadonlySet<string>): string {
  return raw
    .replace(SORTING, '')
    .replace(EMPTY_ACCENT, '')
    .replace(COMMAND, (typed, word: string | undefined, sign: string | undefined) => {
      const name = word ?? sign ?? '';
      const spelt = MORE_COMMANDS[name];
      if (spelt !== undefined) return spelt;
      if (word === undefined || name === 'begin' || name === 'end') return typed;
      return known.has(name) ? typed.replace('*', '') : '';
    });
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
