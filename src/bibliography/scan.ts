import type {Span} from '../text/span.ts';
import {
  missingCommaAfterKey,
  missingKey,
  missingOpening,
  type OpeningPlace,
  type ScanFault,
  spaceInKey,
} from './scan-faults.ts';
import {type ScannedField, scanFields} from './scan-fields.ts';
import {type Closer, isAtLineStart, lineEnd, opensEntry, skipBlank} from './scan-places.ts';

/** What stands in a .bib file, in order: entries, and @string definitions, which hold for what comes after them. */
export interface ScannedFile {
  readonly items: readonly (ScannedEntry | ScannedString)[];
  readonly preambles: readonly Span[];
  readonly comments: readonly Span[];
  readonly faults: readonly ScanFault[];
}

/** An entry as typed. */
export interface ScannedEntry {
  readonly kind: 'entry';
  /** In lower case. */
  readonly type: string;
  /** Empty when the author gave none. */
  readonly key: string;
  /** Where the key stands, or would. */
  readonly keySpan: Span;
  /** From `@` to the key. */
  readonly opening: Span;
  /** From `@` to the closing brace. */
  readonly span: Span;
  /** As typed, a field given twice twice. */
  readonly fields: readonly ScannedField[];
}

/** `@string{eu = "Environment and Urbanization"}` */
export interface ScannedString {
  readonly kind: 'string';
  readonly field: ScannedField;
  readonly span: Span;
}

// `@article{` · `@Comment (`
const OPENING = /@[ \t]*([a-z][\w:+-]*)\s*([{(])/iuy;
// `@book` without a brace
const BARE_TYPE =
  /@(article|book|booklet|collection|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)\b/iuy;
// What BibTeX lets a key hold, but for signs that only a missing key leaves there: `smith2001`
const KEY_BEFORE_BRACE = /[^\s,{}="]+/uy;
const KEY_BEFORE_PARENTHESIS = /[^\s,{}()="]+/uy;
// ` 2001,` after a key that has a space in it
const REST_OF_KEY = /[^,\n\r{}="]*,/uy;
// Letters before an `@` make it a part of an address: `office@example.org`
const ADDRESS_CHARACTER = /[\w.+-]/u;

/**
 * Finds every entry of one .bib text, with the place of each part; offsets count UTF-16 units of `text`.
 *
 * It reads as BibTeX does: text between entries means nothing, an entry behind a `%` counts, braces are counted behind
 * a backslash too. It goes on after a fault, so that a broken entry costs that entry alone, and keeps of that one what
 * could be read. Linear in the length of the text, without recursion.
 */
export function scanBibliography(text: string): ScannedFile {
  const items: (ScannedEntry | ScannedString)[] = [];
  const rest = scanItems(text, item => {
    items.push(item);
  });
  return {items, ...rest};
}

/** The same, each item handed over as it is found, so that a long file need not be held in parts. */
export function scanItems(
  text: string,
  take: (item: ScannedEntry | ScannedString) => void,
): Omit<ScannedFile, 'items'> {
  const preambles: Span[] = [];
  const comments: Span[] = [];
  const faults: ScanFault[] = [];
  let hasOpenComment = false;

  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
    OPENING.lastIndex = at;
    const match = OPENING.exec(text);
    if (match === null || ADDRESS_CHARACTER.test(text[at - 1] ?? '')) {
      const fault = match === null ? openingFault(text, at) : undefined;
      if (fault !== undefined) faults.push(fault);
      at++;
      continue;
    }
    const [words, type = '', brace] = match;
    const inside = at + words.length;
    const closer: Closer = brace === '(' ? ')' : '}';
    const isPercentBlank = isBehindPercent(text, at);
    const start = at;

    switch (type.toLowerCase()) {
      case 'comment': {
        const end = closer === '}' ? braceEnd(text, inside - 1, hasOpenComment) : undefined;
        if (end === undefined && closer === '}') hasOpenComment = true;
        at = end ?? lineEnd(text, inside, text.length);
        comments.push({start, end: at});
        break;
      }
      case 'preamble': {
        at = braceEnd(text, inside - 1, true) ?? lineEnd(text, inside, text.length);
        preambles.push({start, end: at});
        break;
      }
      case 'string': {
        const opening = {words, span: {start, end: inside}, closer};
        const {fields, end, fault} = scanFields(text, inside, opening, isPercentBlank);
        for (const field of fields) take({kind: 'string', field, span: {start, end}});
        if (fault !== undefined) faults.push(fault);
        at = end;
        break;
      }
      default: {
        const {entry, fault} = scanEntry(
          text,
          type.toLowerCase(),
          {start, end: inside},
          closer,
          isPercentBlank,
        );
        take(entry);
        faults.push(...fault);
        at = entry.span.end;
      }
    }
  }
  return {preambles, comments, faults};
}

/**
 * Scans one entry again.
 *
 * @param at where `scanItems` found it
 */
export function rescanEntry(text: string, at: number): ScannedEntry | undefined {
  OPENING.lastIndex = at;
  const match = OPENING.exec(text);
  if (match === null) return undefined;
  const [words, type = '', brace] = match;
  const opening = {start: at, end: at + words.length};
  return scanEntry(text, type.toLowerCase(), opening, brace === '(' ? ')' : '}', isBehindPercent(text, at))
    .entry;
}

interface EntryRead {
  readonly entry: ScannedEntry;
  readonly fault: readonly ScanFault[];
}

function scanEntry(
  text: string,
  type: string,
  brace: Span,
  closer: Closer,
  isPercentBlank: boolean,
): EntryRead {
  const {key, keySpan, end: afterKey, fault: keyFault} = scanKey(text, brace, closer, isPercentBlank);
  const opening = {
    words: text.slice(brace.start, Math.max(brace.end, keySpan.end)),
    span: {start: brace.start, end: Math.max(brace.end, keySpan.end)},
    closer,
  };
  const {fields, end, fault} = scanFields(text, afterKey, opening, isPercentBlank);
  return {
    entry: {
      kind: 'entry',
      type,
      key,
      keySpan,
      opening: opening.span,
      span: {start: brace.start, end: trimmedEnd(text, brace.end, end)},
      fields,
    },
    fault: [keyFault, isSamePlace(keyFault, fault) ? undefined : fault].filter(found => found !== undefined),
  };
}

/** What the key's own slip leaves behind is no second fault. */
function isSamePlace(keyFault: ScanFault | undefined, fault: ScanFault | undefined): boolean {
  return keyFault !== undefined && fault !== undefined && fault.span.start <= keyFault.span.end;
}

interface KeyRead {
  readonly key: string;
  readonly keySpan: Span;
  /** Where the fields begin. */
  readonly end: number;
  readonly fault: ScanFault | undefined;
}

function scanKey(text: string, brace: Span, closer: Closer, isPercentBlank: boolean): KeyRead {
  const start = skipBlank(text, brace.end, isPercentBlank);
  const pattern = closer === ')' ? KEY_BEFORE_PARENTHESIS : KEY_BEFORE_BRACE;
  pattern.lastIndex = start;
  // Asked without its match, as in most entries nothing else is needed.
  const key = pattern.test(text) ? text.slice(start, pattern.lastIndex) : '';
  const keySpan = {start, end: start + key.length};
  const next = skipBlank(text, keySpan.end, isPercentBlank);
  const found = text[next];
  if (key !== '' && found === ',') return {key, keySpan, end: next + 1, fault: undefined};

  if (key === '' || found === '=') {
    const opening: OpeningPlace = {words: text.slice(brace.start, brace.end), span: brace, closer};
    const fault =
      found === undefined || opensEntry(text, next)
        ? undefined
        : missingKey(opening, key === '' ? found : key);
    const place = {start: brace.end, end: brace.end};
    return {key: '', keySpan: place, end: found === ',' ? next + 1 : start, fault};
  }
  if (found === undefined || found === '}' || found === ')' || opensEntry(text, next)) {
    return {key, keySpan, end: next, fault: undefined};
  }

  REST_OF_KEY.lastIndex = keySpan.end;
  const rest = REST_OF_KEY.exec(text)?.[0];
  if (rest !== undefined) {
    const end = trimmedEnd(text, keySpan.end, keySpan.end + rest.length - 1);
    const wholeSpan = {start, end};
    const whole = text.slice(start, end);
    return {
      key: whole,
      keySpan: wholeSpan,
      end: keySpan.end + rest.length,
      fault: spaceInKey(wholeSpan, whole),
    };
  }
  pattern.lastIndex = next;
  const words = pattern.exec(text)?.[0] ?? found;
  const fault = missingCommaAfterKey({start: next, end: next + words.length}, words, key);
  return {key, keySpan, end: next, fault};
}

/** After the brace that closes the one at `at`; `undefined` when none does, or none before the next entry. */
function braceEnd(text: string, at: number, stopsAtEntry: boolean): number | undefined {
  let depth = 0;
  for (let here = at; here < text.length; here++) {
    const character = text[here];
    if (character === '{' || (character === '(' && here === at)) depth++;
    else if (character === '}' || (character === ')' && text[at] === '(')) {
      depth--;
      if (depth <= 0) return here + 1;
    } else if (
      character === '@' &&
      stopsAtEntry &&
      here > at &&
      isAtLineStart(text, here) &&
      opensEntry(text, here)
    ) {
      return undefined;
    }
  }
  return undefined;
}

/** An entry whose brace is missing, `@book smith2001,`; anything else that begins with `@` is text between entries. */
function openingFault(text: string, at: number): ScanFault | undefined {
  if (!isAtLineStart(text, at)) return undefined;
  BARE_TYPE.lastIndex = at;
  const match = BARE_TYPE.exec(text);
  return match === null ? undefined : missingOpening({start: at, end: at + match[0].length}, match[1] ?? '');
}

function isBehindPercent(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t' || text[before] === '%')) {
    if (text[before] === '%') return true;
    before--;
  }
  return false;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text[end - 1] ?? '').trim() === '') end--;
  return end;
}
