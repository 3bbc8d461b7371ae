import type {SourceText} from '../text/source.ts';
import {slice} from '../text/span.ts';
import {READ_FIELDS} from './entry.ts';
import {collectEntryWords, hashTitle} from './entry-words.ts';
import {type EntryFields, fieldOf, isPlainValue, plainPlace} from './found-shape.ts';
import {isSurelyRead} from './latex.ts';
import type {EntryRecord} from './types.ts';
import type {WordCollector} from './word-postings.ts';

/** An entry as found, with what is needed to read it. */
export interface FoundEntry extends EntryRecord {
  readonly source: SourceText;
  /** Its number among all entries of all files. */
  readonly order: number;
  /** Whether it holds LaTeX that may turn out unreadable. */
  readonly isDoubtful: boolean;
}

/** Takes from an entry what finding it needs, and lets its fields go. */
export function describeEntry(found: EntryFields, order: number, words: WordCollector): FoundEntry {
  const {item, shape, source} = found;
  collectEntryWords(found, words);
  words.next();
  return {
    key: item.key,
    type: item.type,
    path: source.path,
    span: item.span,
    keySpan: item.keySpan,
    shape,
    titleHash: titleHashOf(found),
    hasPlainNames: hasPlainNames(found),
    source,
    order,
    isDoubtful: isDoubtful(found),
  };
}

function titleHashOf(found: EntryFields): number {
  const title = fieldOf(found, 'title');
  const subtitle = fieldOf(found, 'subtitle');
  if (title !== undefined && !isPlainValue(title)) return 0;
  if (subtitle !== undefined && !isPlainValue(subtitle)) return 0;
  if (found.shape.slots.has('crossref')) return 0;
  return hashTitle(found.source.text, plainPlace(title), plainPlace(subtitle));
}

// "Ministry of Food and Farming": an "and" and neither comma nor brace.
const PLAIN_NAMES = /^[^,{}]*\sand\s[^,{}]*$/iu;
// "Farrar, Straus and Giroux": a comma parts no bodies.
const PLAIN_BODIES = /^[^{}]*\sand\s[^{}]*$/iu;

function hasPlainNames({item: {fields}, shape, source: {text}}: EntryFields): boolean {
  const isPlain = (slots: readonly number[], pattern: RegExp): boolean =>
    slots.some(slot => {
      const place = plainPlace(fields[slot]);
      if (place === undefined) return false;
      return pattern.test(slice(text, place));
    });
  return isPlain(shape.named, PLAIN_NAMES) || isPlain(shape.listed, PLAIN_BODIES);
}

/** Whether an entry holds LaTeX that may turn out unreadable. */
function isDoubtful(found: EntryFields): boolean {
  const {text} = found.source;
  const whole = slice(text, found.item.span);
  if (!whole.includes('\\') && !whole.includes('$')) return false;
  return READ_FIELDS.some(name => {
    const place = plainPlace(fieldOf(found, name));
    return place !== undefined && !isSurelyRead(slice(text, place));
  });
}
