import type {Outside} from './outside.ts';

/** How a person is asked; `undefined` where nobody sits at a terminal. */
export type Ask = NonNullable<Outside['ask']>;

/** How a review goes on: with one question after the other, with a yes to all of the rest, or not at all. */
export type Mood = 'asking' | 'all' | 'quit';

/** What a person said to proposals. */
export interface Reviewed<Proposal> {
  readonly accepted: readonly Proposal[];
  readonly mood: Mood;
}

/**
 * Asks of each proposal in turn whether it is wanted. At the end of input a review ends like one that was quit: what was
 * accepted so far counts.
 *
 * @param show prints a proposal, and how many there are
 * @param isOpen whether a proposal can still be made beside those accepted; one that cannot is not asked
 */
export async function review<Proposal>(
  proposals: readonly Proposal[],
  {
    ask,
    show,
    isOpen,
    mood: begin,
  }: {
    readonly ask: Ask;
    show(proposal: Proposal, place: {readonly number: number; readonly of: number}): void;
    isOpen(proposal: Proposal, accepted: readonly Proposal[]): boolean;
    readonly mood: Mood;
  },
): Promise<Reviewed<Proposal>> {
  const accepted: Proposal[] = [];
  let mood = begin;
  for (const [at, proposal] of proposals.entries()) {
    if (mood === 'quit') break;
    if (!isOpen(proposal, accepted)) continue;
    if (mood === 'asking') {
      show(proposal, {number: at + 1, of: proposals.length});
      const answer = await askOne(ask);
      if (answer === 'no') continue;
      if (answer !== 'yes') mood = answer;
      if (answer === 'quit') break;
    }
    accepted.push(proposal);
  }
  return {accepted, mood};
}

const QUESTION = 'Take it? (y)es, (n)o, (a)ll of the rest, (q)uit: ';

const ANSWERS: ReadonlyMap<string, 'yes' | 'no' | 'all' | 'quit'> = new Map(
  (['yes', 'no', 'all', 'quit'] as const).flatMap(word => [
    [word, word],
    [word.charAt(0), word],
  ]),
);

/** Asks until an answer is one; the end of input is a `quit`. */
async function askOne(ask: Ask): Promise<'yes' | 'no' | 'all' | 'quit'> {
  for (;;) {
    const typed = await ask(QUESTION);
    if (typed === undefined) return 'quit';
    const answer = ANSWERS.get(typed.trim().toLowerCase());
    if (answer !== undefined) return answer;
  }
}
