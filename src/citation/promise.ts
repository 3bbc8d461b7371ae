import {inLowerCase} from '../text/words.ts';
import {kindsOfWork, phrases, words} from './vocabulary.ts';

const WHAT = words(({promises}) => promises?.what);
/** Parts of a reference. They are promised in fewer ways, as prose speaks of dates and pages too. */
const DETAIL = words(({promises}) => promises?.detail);
const ASK = words(({promises}) => promises?.ask);
const QUALITY = words(({promises}) => promises?.quality);
const STATE = words(({promises}) => promises?.state);
const MARK = words(({promises}) => promises?.mark);
const WHAT_FOR = words(({promises}) => promises?.whatFor);
/** Promises that say all, without stops. */
const WHOLE: ReadonlySet<string> = new Set(phrases(({promises}) => promises?.whole).map(withoutStops));
function withoutStops(phrase: string): string {
  return phrase.replaceAll('.', '');
}
/** What is a promise when it is the whole of a note. */
const BARE: ReadonlySet<string> = new Set(phrases(({promises}) => promises?.bare).map(withoutStops));
const NUMBER = list('no nos number numbers range');
/** Between the verb of asking and whom or what: "check *with* Kay", "confirm *which* edition". */
const ASKED = words(({promises}) => promises?.asked);

/** How many words may describe what is asked for: "add *some more recent* refs". */
const MOST_QUALITIES = 3;

// "TODO", "FIXME", "Todo:", LaTeX's "\todo"; in Spanish "Todo" begins many a sentence.
const TO_DO = /^\s*(?:(?:TODO|FIXME)\b|\\todo\b|(?:[Tt]o ?do|[Ff]ixme)\s?:)/u;
const ONLY_STOPS = /^[\s:?!.…]*$/u;
// Marks that stand for what is missing: "??", "XX", "[?]".
const ONLY_MARKS = /^(?:\?{1,6}|X{2,6})[\s.?]*$/u;
// A page that is missing: "p XX", "pp. XX–XX", "p ??", "page __".
const NO_PAGE = /^(?:pp?|pages?)\.?\s{0,2}(?:X{2,4}(?:\s?[–-]\s?X{2,4})?|\?{1,4}|_{1,6})[\s.]*$/u;
// Whose work is promised: "Get *Kay* ref", "*DFID 2003* ref needed".
const NAMED =
  /^(?<ask>(?:[Aa]dd|[Ii]nsert|[Ff]ind|[Gg]et|[Nn]eed|[Cc]heck|[Pp]ut in|[Cc]hase)\s(?:the\s)?)?(?:\p{Lu}[\p{L}’'-]{1,30}(?:\s(?:and|&|et al\.?))?[\s,]{1,2}){1,4}(?:\(?(?:1[5-9]|20)\d\d[a-z]?\)?\s)?(?:refs?|references?|cites?|citations?)(?<state>\s(?:needed|required|missing|tb[acd]|to (?:come|follow|be (?:added|found|checked))))?(?<mark>[\s.?!…]*)$/u;
// "[cite Kay 1988]": the verb, and a name.
const CITE_SOMEONE = /^[Cc]ite\s\p{Lu}\p{Ll}/u;

// One word with the white space before it.
const WORD = /\s*(\p{L}+)/uy;
const QUESTION = /\s*\?/uy;
const END = /[\s?!.…]*$/uy;

/**
 * How a text begins with a promise to cite. `whole`: it says nothing else ("add refs", "source?", "TBC"). `described`:
 * it goes on to say what for ("TODO: cite Paul", "add reference to the earlier inquiry"). `opening`: it begins with a
 * promise and goes on otherwise ("citation needed – verify"), which counts in brackets only.
 *
 * @returns `undefined` for a text that does not begin with a promise
 */
export function readPromise(text: string): 'whole' | 'described' | 'opening' | undefined {
  if (ONLY_MARKS.test(text) || NO_PAGE.test(text)) return 'whole';
  if (promisesNamed(text) || isWholePhrase(text) || TO_ADD_REF.test(text)) return 'whole';
  if (CITE_SOMEONE.test(text)) return 'described';
  const reader = readWords(text);
  const toDo = TO_DO.exec(text);
  if (toDo !== null) return ONLY_STOPS.test(text.slice(toDo[0].length)) ? 'whole' : 'described';
  if (reader.take(MARK)) {
    if (reader.isAtEnd()) return 'whole';
    return reader.take(ASK) || isVerb(reader) ? 'described' : 'opening';
  }
  reader.take(PLEASE);
  const isAsked = reader.take(ASK);
  let isMore = false;
  for (let count = 0; count < MOST_QUALITIES; count++) {
    if (reader.peek() === 'more') isMore = true;
    if (!reader.take(QUALITY)) break;
  }
  if (isAsked && !reader.peek() && CHECK.test(text)) return 'whole';
  if (reader.take(DETAIL)) return promisesDetail(reader, isAsked) ? 'whole' : undefined;
  if (!reader.take(WHAT)) return undefined;
  const isState = readState(reader);
  if (!isAsked && !isState && !isMore && !reader.takeQuestion())
    return DOUBT_BEHIND_DASH.test(text) ? 'opening' : undefined;
  if (reader.isAtEnd()) return 'whole';
  return isAsked && reader.take(WHAT_FOR) ? 'described' : 'opening';
}

// What may stand before a promise, and behind it.
const BEFORE = /[\s¿¡]/u;
const BEHIND = /[\s.!?…]/u;

/** What is longer is none of the promises that say all. */
const MOST_WHOLE = 200;

/** A promise without stops and white space around it; nothing where it has more letters than `most`, so that a long text costs little. */
function withoutAround(text: string, most: number): string {
  let [start, end] = [0, text.length];
  while (start < end && BEFORE.test(text.charAt(start))) start += 1;
  while (end > start && BEHIND.test(text.charAt(end - 1))) end -= 1;
  return end - start > most ? '' : text.slice(start, end);
}

// "REF - the Hooke paper? ask Mary": what is missing, and behind a dash a question.
const DOUBT_BEHIND_DASH = /^\s*\p{L}+\s(?:–|—|-)\s[^?]{1,80}\?/u;

// "for", and up to four words without a stop: "Beleg fehlt noch *für Satz 2*".
const LAST_WORDS = /\s(?<what>\p{L}+)(?:\s[\p{L}\p{N}]+){1,4}$/u;

/** A promise that says all, perhaps with what it is for. */
function isWholePhrase(text: string): boolean {
  const said = withoutStops(inLowerCase(withoutAround(text, MOST_WHOLE)));
  if (WHOLE.has(said)) return true;
  // The longest piece that is left says all.
  for (let at = said.indexOf(' '); at > 0; at = said.indexOf(' ', at + 1)) {
    const last = LAST_WORDS.exec(said.slice(at))?.groups?.['what'];
    const isFor = last !== undefined && said.startsWith(` ${last} `, at) && WHAT_FOR.has(last);
    if (isFor && WHOLE.has(said.slice(0, at))) return true;
  }
  return false;
}

/** "confirm with the clerk which version to cite": an order whom or what to ask, with what is missing as its last word. */
export function asksSomebody(text: string): boolean {
  const reader = readWords(text);
  reader.take(PLEASE);
  if (!reader.take(ASK) || !reader.take(ASKED) || /[.;:]\s/u.test(text)) return false;
  const last = inLowerCase(/\p{L}+(?=[\s?!.…]*$)/u.exec(text)?.[0] ?? '');
  return WHAT.has(last) || DETAIL.has(last);
}

// "also the Kay paper ???", without years and titles.
const DOUBTED_WORK = /^[^\d.;:“‘"«]{0,80}?(?<kind>\p{L}+)\s\?{2,6}$/u;

/** A work of some kind, half remembered: what it is called, then question marks. */
export function doubtsWork(text: string): boolean {
  const kind = DOUBTED_WORK.exec(text)?.groups?.['kind'];
  return kind !== undefined && /\p{Lu}/u.test(text) && kindsOfWork.has(inLowerCase(kind));
}

/** Whether a note that says no more than this is a promise: "REF", "to be added", "...". */
export function isBarePromise(text: string): boolean {
  const said = withoutStops(inLowerCase(withoutAround(text, text.length)));
  if (BARE.has(said) || /^cite \p{L}+ here$/u.test(said)) return true;
  return (
    (said === '' && /[.…]/u.test(text)) || ELLIPSIS.test(text) || DOUBTED.test(text) || TO_ADD.test(text)
  );
}

// "[...]".
const ELLIPSIS = /^\[[.…\s]{1,8}\]$/u;
// "Sen?? check year": more than one question mark at the heels of a name.
const DOUBTED = /^\p{Lu}[\p{L}'’ -]{1,40}\?{2,4}(?:\s|$)/u;
// "AM to add ref", "[AM to add]": who is to do it.
const TO_ADD =
  /^\[?\p{Lu}{1,3}\sto\s(?:add|find|check|supply|provide|confirm)(?:\s(?:refs?|references?|cites?|citations?|sources?))?[\s.]*\]?$/u;

// The same with what is to come, which makes it a promise anywhere: "DM to send page", "AM to add refs".
const TO_ADD_REF =
  /^\p{Lu}{1,3}\sto\s(?:add|find|check|supply|provide|confirm|send)\s(?:the\s)?(?:refs?|references?|cites?|citations?|sources?|pages?|page refs?|dates?|links?)[\s.?!…]*$/u;

// "check?", alone.
const CHECK = /^\s*(?:[Pp]lease\s)?[Cc]heck[\s?!.…]*$/u;

/** "Get Kay ref", "Kay ref?", "Kay (1988) ref to come": with neither a verb nor a state it is a title or a name. */
function promisesNamed(text: string): boolean {
  const groups = NAMED.exec(text.trim())?.groups;
  if (groups === undefined) return false;
  return groups['ask'] !== undefined || groups['state'] !== undefined || (groups['mark'] ?? '').includes('?');
}

/** "check page no.", "year?", "details to follow": what is promised of a reference, and nothing behind it. */
function promisesDetail(reader: WordReader, isAsked: boolean): boolean {
  reader.takeStop();
  if (!reader.take(NUMBER)) reader.take(WHAT);
  reader.takeStop();
  const isState = readState(reader);
  return (isAsked || isState || reader.takeQuestion()) && reader.isAtEnd();
}

const CITE = list('cite');

/** "XXX cite the Grant piece". */
function isVerb(reader: WordReader): boolean {
  return reader.take(CITE);
}

const PLEASE = list('please');
const TO = list('to');
const COME = list('come follow add be');

/** "needed", "to come", "to be added". */
function readState(reader: WordReader): boolean {
  if (reader.take(STATE)) {
    reader.take(PLEASE);
    return true;
  }
  const mark = reader.mark();
  if (reader.take(TO) && reader.take(COME)) {
    reader.take(list('added found checked confirmed supplied provided inserted completed'));
    return true;
  }
  reader.reset(mark);
  return false;
}

interface WordReader {
  peek(): string | undefined;
  /** Passes the next word if it is one of these. */
  take(among: ReadonlySet<string>): boolean;
  takeQuestion(): boolean;
  /** Passes the stop of an abbreviation: "p.", "no.". */
  takeStop(): void;
  isAtEnd(): boolean;
  mark(): number;
  reset(mark: number): void;
}

function readWords(text: string): WordReader {
  let at = 0;
  const next = (): RegExpExecArray | null => {
    WORD.lastIndex = at;
    return WORD.exec(text);
  };
  return {
    peek: () => next()?.[1]?.toLowerCase(),
    take(among) {
      const match = next();
      if (match === null || !among.has(match[1]?.toLowerCase() ?? '')) return false;
      at += match[0].length;
      return true;
    },
    takeQuestion() {
      QUESTION.lastIndex = at;
      return QUESTION.test(text);
    },
    takeStop() {
      if (text.charAt(at) === '.') at += 1;
    },
    isAtEnd() {
      END.lastIndex = at;
      return END.test(text);
    },
    mark: () => at,
    reset(mark) {
      at = mark;
    },
  };
}

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
