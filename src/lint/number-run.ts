import type {Manuscript} from '../manuscript/types.ts';

/** One cause of trouble in a run of typed numbers. */
export interface NumberFault {
  /**
   * `skipped`: a number that stands nowhere is missing before this one. `repeated`: the number stood there before.
   * `moved`: the number stands once, but not in its turn.
   */
  readonly kind: 'skipped' | 'repeated' | 'moved';
  /** Which number of the run, from 0; of several that went wrong together the first. */
  readonly index: number;
  /** Where those that went wrong together end, not included. */
  readonly until: number;
  /** The number that was due here; for `moved` where nothing was due, `undefined`. */
  readonly expected: number | undefined;
}

/**
 * Finds what is wrong with a run of numbers that should go up by one, one fault for each cause.
 *
 * The longest part of the run that goes up is taken to be right; what stands outside it was typed twice or moved.
 * So nothing after a slip is wrong as well.
 *
 *     1 2 4 5      4 skipped 3
 *     1 2 3 3 4    the second 3 is repeated
 *     1 2 4 4 5    the first 4 was typed for 3
 *     1 2 9 4      9 was typed for 3
 *     1 4 2 3      4 was moved
 *
 * @param typed the numbers in the order of the text
 * @param elsewhere numbers that exist though they are not in the run, and so are not missing
 */
export function findNumberFaults(
  typed: readonly number[],
  elsewhere: ReadonlySet<number> = new Set(),
): readonly NumberFault[] {
  const chain = preferLaterTwins(longestRise(typed), typed);
  const inChain = new Set(chain);
  const present = new Set([...typed, ...elsewhere]);
  const chained = new Set(chain.map(index => typed[index]));

  const faults: NumberFault[] = [];
  const due = new Map<number, number>();
  let before = {index: -1, number: 0};
  for (const index of chain) {
    const number = typed[index] ?? 0;
    const outside = rangeOf(before.index + 1, index);
    const missing = missingBetween(before.number, number, present, outside.length + 1);
    if (missing.length > 0 && outside.length >= missing.length) {
      missing.forEach((expected, rank) => {
        due.set(outside[rank] ?? index, expected);
      });
    } else if (missing.length > 0) {
      faults.push({kind: 'skipped', index, until: index + 1, expected: missing[0]});
    }
    before = {index, number};
  }

  for (let index = 0; index < typed.length; index++) {
    if (inChain.has(index)) continue;
    const fault = judgeOutsider(typed, index, {chained, due});
    let until = index + 1;
    while (until < typed.length && !inChain.has(until) && goesOn(typed, until, fault, {chained, due}))
      until += 1;
    faults.push({...fault, until});
    index = until - 1;
  }
  return faults.sort((one, other) => one.index - other.index);
}

/** The faults in the numbers of the paragraphs; a number that is typed but not read has a finding of its own and is not missing. */
export function findParagraphFaults({paragraphs, unreadNumbers}: Manuscript): readonly NumberFault[] {
  return findNumberFaults(
    paragraphs.map(({typed}) => typed),
    new Set(unreadNumbers.map(({typed}) => typed)),
  );
}

/** True for 2003: a sentence that goes on with a year at the start of a line is read as a paragraph. */
export function isYear(typed: number): boolean {
  return typed >= 1500 && typed < 2100;
}

interface Chain {
  /** The numbers of the part that goes up. */
  readonly chained: ReadonlySet<number | undefined>;
  /** For an outsider that stands in the place of a missing number: that number. */
  readonly due: ReadonlyMap<number, number>;
}

function judgeOutsider(
  typed: readonly number[],
  index: number,
  {chained, due}: Chain,
): Omit<NumberFault, 'until'> {
  const expected = due.get(index);
  if (chained.has(typed[index])) return {kind: 'repeated', index, expected};
  return {kind: expected === undefined ? 'moved' : 'skipped', index, expected};
}

/** Whether the outsider at `index` went wrong together with the fault before it: a run that began anew, a block that was moved. */
function goesOn(
  typed: readonly number[],
  index: number,
  fault: Omit<NumberFault, 'until'>,
  chain: Chain,
): boolean {
  if (fault.expected !== undefined) return false;
  const {kind} = judgeOutsider(typed, index, chain);
  if (fault.kind === 'moved') return kind === 'moved';
  // In a run that began anew a number may be the first of its kind: the 2 of 1 3 4, 1 2.
  return kind !== 'skipped' && typed[index] === (typed[index - 1] ?? 0) + 1;
}

/** The numbers strictly between two that stand nowhere, no more than `most` of them: a slip may be a million wide. */
function missingBetween(
  low: number,
  high: number,
  present: ReadonlySet<number>,
  most: number,
): readonly number[] {
  const missing: number[] = [];
  for (let number = low + 1; number < high && missing.length < most; number++) {
    if (!present.has(number)) missing.push(number);
  }
  return missing;
}

function rangeOf(start: number, end: number): readonly number[] {
  return Array.from({length: Math.max(0, end - start)}, (_, offset) => start + offset);
}

/**
 * Where a number stands twice and one is missing before the first of the two, the first was typed for the missing one.
 *
 *     1 2 4 4 5    the first 4 stands in the place of 3
 */
function preferLaterTwins(chain: readonly number[], typed: readonly number[]): readonly number[] {
  return chain.map((index, rank) => {
    const number = typed[index] ?? 0;
    const before = chain[rank - 1];
    const due = (before === undefined ? 0 : (typed[before] ?? 0)) + 1;
    const twin = index + 1;
    const isFree = twin < (chain[rank + 1] ?? typed.length);
    return due < number && isFree && typed[twin] === number ? twin : index;
  });
}

/**
 * The indexes of a longest strictly rising part (patience sorting). Of two equal numbers the first is kept; of two
 * parts of one length, the one that ends lowest.
 */
function longestRise(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? undefined : tails[low - 1];
    const tail = tails[low];
    if (tail === undefined || (numbers[tail] ?? 0) > number) tails[low] = index;
  });
  const rise: number[] = [];
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) rise.push(index);
  return rise.reverse();
}
