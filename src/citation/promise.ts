const WHAT = words(
  'ref refs reference references cite cites cit citation citations source sources footnote footnotes',
);
const ASK = words('add insert find supply provide need needs get put');
const QUALITY = words(
  'more further some other another a an any the proper full better recent here in exact original',
);
const STATE = words('needed wanted required missing pending tbc tba tbd here please');
const MARK = words('tbc tbd tba xxx xxxx');
const WHAT_FOR = words('to for on from about re');

/** How many words may describe what is asked for: "add *some more recent* refs". */
const MOST_QUALITIES = 3;

// "TODO", "FIXME", "Todo:", LaTeX's "\todo"; in Spanish "Todo" begins many a sentence.
const TO_DO = /^\s*(?:(?:TODO|FIXME)\b|\\todo\b|(?:[Tt]odo|[Ff]ixme)\s?:)/u;
const ONLY_STOPS = /^[\s:?!.…]*$/u;

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
  if (/^\?{2,}\s*$/u.test(text)) return 'whole';
  const reader = readWords(text);
  const toDo = TO_DO.exec(text);
  if (toDo !== null) return ONLY_STOPS.test(text.slice(toDo[0].length)) ? 'whole' : 'described';
  if (reader.take(MARK)) return reader.isAtEnd() ? 'whole' : 'opening';
  reader.take(PLEASE);
  const isAsked = reader.take(ASK);
  let isMore = false;
  for (let count = 0; count < MOST_QUALITIES; count++) {
    if (reader.peek() === 'more') isMore = true;
    if (!reader.take(QUALITY)) break;
  }
  if (!reader.take(WHAT)) return undefined;
  const isState = readState(reader);
  if (!isAsked && !isState && !isMore && !reader.takeQuestion()) return undefined;
  if (reader.isAtEnd()) return 'whole';
  return isAsked && reader.take(WHAT_FOR) ? 'described' : 'opening';
}

const PLEASE = words('please');
const TO = words('to');
const COME = words('come follow add be');

/** "needed", "to come", "to be added". */
function readState(reader: WordReader): boolean {
  if (reader.take(STATE)) {
    reader.take(PLEASE);
    return true;
  }
  const mark = reader.mark();
  if (reader.take(TO) && reader.take(COME)) {
    reader.take(words('added found checked'));
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

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
