/** A prose file of cases: what an author typed, and what is said of it. */
export interface Fixture {
  /** The code in its first heading. */
  readonly code: string;
  readonly text: string;
  readonly cases: readonly FixtureCase[];
}

/** One `## case` of a fixture. */
export interface FixtureCase {
  readonly title: string;
  readonly blocks: readonly FixtureBlock[];
  /** The line after its last one, from 0: where a new block may be put. */
  readonly end: number;
}

/** A fenced block, told apart by the word after its language: "```markdown manuscript". */
export interface FixtureBlock {
  readonly language: string;
  readonly kind: string;
  /** With a line end after each line; empty for an empty block. */
  readonly content: string;
  /** The fence as typed, so that a block with fences of its own can have a longer one. */
  readonly fence: string;
  /** The lines between the fences, from 0, half-open. */
  readonly lines: {readonly start: number; readonly end: number};
}

// The fence that opens a block: "```bibtex bibliography".
const OPENING = /^(`{3,})([a-z]+) ([a-z ]+)$/u;

/** Reads a fixture. A fault in its shape is an error that names the line. */
export function parseFixture(path: string, text: string): Fixture {
  const lines = text.split('\n');
  const code = /^# (\S+)$/u.exec(lines[0] ?? '')?.[1];
  if (code === undefined) throw new Error(`${path}:1: expected a heading with the code of a rule`);
  const cases: {title: string; blocks: FixtureBlock[]; end: number}[] = [];
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const current = cases.at(-1);
    if (line.startsWith('## ')) cases.push({title: line.slice(3).trim(), blocks: [], end: lines.length});
    if (line.startsWith('## ') && current !== undefined) current.end = at;
    if (!line.startsWith('```')) continue;
    const opening = OPENING.exec(line);
    if (opening === null || current === undefined) {
      throw new Error(`${path}:${at + 1}: expected a block such as "\`\`\`text report" inside a case`);
    }
    const fence = opening[1] ?? '';
    const close = lines.indexOf(fence, at + 1);
    if (close === -1) throw new Error(`${path}:${at + 1}: expected ${fence} to close this block`);
    current.blocks.push({
      language: opening[2] ?? '',
      kind: opening[3] ?? '',
      content: lines
        .slice(at + 1, close)
        .map(inside => `${inside}\n`)
        .join(''),
      fence,
      lines: {start: at + 1, end: close},
    });
    at = close;
  }
  return {code, text, cases};
}

/** The content of a case's block by language and kind, `bibtex bibliography`; `undefined` when it has none. */
export function blockOf(one: FixtureCase, language: string, kind: string): string | undefined {
  return one.blocks.find(block => block.language === language && block.kind === kind)?.content;
}

/** New contents for blocks of a case: those that are there are replaced, others are added at its end. */
export interface BlockChange {
  readonly case: FixtureCase;
  readonly language: string;
  readonly kind: string;
  /** `undefined` leaves the case without such a block, or empties the one it has. */
  readonly content: string | undefined;
}

/** The text of a fixture with blocks changed; the prose around them stays as it is. */
export function changeBlocks(fixture: Fixture, changes: readonly BlockChange[]): string {
  const lines = fixture.text.split('\n');
  const edits = changes.flatMap((change, order) => {
    const content = change.content?.replace(/\n$/u, '').split('\n') ?? [];
    const block = change.case.blocks.find(
      ({language, kind}) => language === change.language && kind === change.kind,
    );
    if (block !== undefined) return [{...block.lines, order, lines: content}];
    if (change.content === undefined) return [];
    const end = lastLine(lines, change.case.end);
    return [
      {start: end, end, order, lines: ['', `\`\`\`${change.language} ${change.kind}`, ...content, '```']},
    ];
  });
  edits.sort((one, other) => other.start - one.start || other.order - one.order);
  for (const {start, end, lines: inserted} of edits) lines.splice(start, end - start, ...inserted);
  return lines.join('\n');
}

/** The line after the last one before `end` that is not blank. */
function lastLine(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1] ?? '').trim() === '') at -= 1;
  return at;
}
