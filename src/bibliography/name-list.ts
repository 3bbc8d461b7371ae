import {decodeLatex} from './latex.ts';
import type {Name} from './types.ts';

/** An author or editor field, read. */
export interface NameList {
  readonly names: readonly Name[];
  /** Whether it ends in "and others". */
  readonly hasOthers: boolean;
  /** False when a name holds LaTeX that could not be read. */
  readonly isRead: boolean;
}

// `others` as BibTeX has it, and what authors write for it: `et al.`
const OTHERS = /^(?:others|et\.? al\.?)$/iu;

/**
 * Reads a list of names as BibTeX does: parted by "and" outside braces, each `Family, Given`, `Family, Jr, Given` or
 * `Given particle Family`; a name in braces of its own is a body.
 *
 * @param raw a value without its outer braces or quotes
 */
export function readNameList(raw: string): NameList {
  const names: Name[] = [];
  let hasOthers = false;
  let isRead = true;
  const decode = (piece: string): string => {
    const plain = decodeLatex(piece);
    isRead &&= plain.isRead;
    return plain.text;
  };
  for (const piece of splitAtAnd(raw)) {
    if (OTHERS.test(piece)) hasOthers = true;
    else {
      const name = readName(piece, decode);
      if (name !== undefined) names.push(name);
    }
  }
  return {names, hasOthers, isRead};
}

type Decode = (piece: string) => string;

function readName(piece: string, decode: Decode): Name | undefined {
  if (isOneGroup(piece)) {
    const literal = decode(piece.slice(1, -1));
    return literal === '' ? undefined : {kind: 'body', literal};
  }
  const parts = splitOutsideBraces(piece, at => (piece[at] === ',' ? 1 : 0)).map(part => part.trim());
  const labelled = piece.includes('=') ? readLabelledName(parts, decode) : undefined;
  if (labelled !== undefined) return labelled;
  if (parts.length === 1) return nameInOrder(splitWords(piece), decode);
  return person(decode(parts[0] ?? ''), decode(parts.at(-1) ?? ''));
}

// `family=Berg` · `given-i=J`, the initials, which are not kept: biblatex's extended name format
const NAME_PART = /^"?(family|given|prefix|suffix|useprefix|id)(-i)?\s*=\s*([^"]*)"?$/iu;

function readLabelledName(parts: readonly string[], decode: Decode): Name | undefined {
  const found = new Map<string, string>();
  for (const part of parts) {
    const [, label, initials, value] = NAME_PART.exec(part) ?? [];
    if (label === undefined || value === undefined) return undefined;
    if (initials === undefined) found.set(label.toLowerCase(), decode(value));
  }
  const family = [found.get('prefix') ?? '', found.get('family') ?? ''].join(' ').trim();
  return person(family, found.get('given') ?? '');
}

// A word that can belong to a particle: it begins in lower case
const LOWER_CASE = /^[^\p{L}]*\p{Ll}/u;

/** `Jan van den Berg`: the family name is the last word, with the words in lower case before it. */
function nameInOrder(words: readonly string[], decode: Decode): Name | undefined {
  const read = words.map(word => ({text: decode(word), isFixed: isOneGroup(word)}));
  const particle = read.findIndex(
    ({text, isFixed}, order) => order < read.length - 1 && !isFixed && LOWER_CASE.test(text),
  );
  const start = particle < 0 ? read.length - 1 : particle;
  const join = (some: typeof read): string => some.map(({text}) => text).join(' ');
  return person(join(read.slice(start)), join(read.slice(0, start)));
}

function person(family: string, given: string): Name | undefined {
  if (family !== '') return {kind: 'person', family, given: given === '' ? undefined : given};
  return given === '' ? undefined : {kind: 'person', family: given, given: undefined};
}

/** Whether the whole piece stands in one pair of braces, `{World Bank}` but not `{World} {Bank}`. */
function isOneGroup(piece: string): boolean {
  if (!piece.startsWith('{') || !piece.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] === '{') depth++;
    else if (piece[at] === '}') depth--;
    if (depth === 0) return at === piece.length - 1;
  }
  return false;
}

/** The names of a list: "and" parts them in any case, with white space around it, outside braces. */
function splitAtAnd(raw: string): readonly string[] {
  const text = ` ${raw.replace(/\s+/gu, ' ')} `;
  const isAnd = (at: number): boolean =>
    text[at] === ' ' && text.slice(at + 1, at + 5).toLowerCase() === 'and ';
  return splitOutsideBraces(text, at => (isAnd(at) ? 4 : 0))
    .map(piece => piece.trim())
    .filter(piece => piece !== '');
}

// `Fran\c`: the blank after a command belongs to the command, as in `Fran\c cois`
const COMMAND_AT_END = /\\[A-Za-z]{1,20}$/u;

/** The words of a name; `~` is a blank, but for the accent `\~n`. */
function splitWords(piece: string): readonly string[] {
  const isGap = (at: number): boolean =>
    piece[at] === '~'
      ? piece[at - 1] !== '\\'
      : piece[at] === ' ' && !COMMAND_AT_END.test(piece.slice(Math.max(0, at - 21), at));
  return splitOutsideBraces(piece, at => (isGap(at) ? 1 : 0)).filter(word => word !== '');
}

/** Parts a text outside braces; `lengthAt` tells how many characters of a separator begin at an offset, mostly none. */
function splitOutsideBraces(text: string, lengthAt: (at: number) => number): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    const length = depth > 0 ? 0 : lengthAt(at);
    if (length > 0) {
      pieces.push(text.slice(start, at));
      start = at + length;
    }
    at += Math.max(1, length);
  }
  pieces.push(text.slice(start));
  return pieces;
}
