import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {RequestError} from '../host/request-error.ts';

/** What a command sees of the world, handed in so that a test can stand in for a terminal. */
export interface Outside {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readStdin(): Promise<Uint8Array>;
  /**
   * Asks the person at the terminal on standard error and gives the line typed, `undefined` at the end of input; absent
   * where standard input or standard error is no terminal.
   */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
}

/** Where text goes. */
export interface Stream {
  readonly isTerminal: boolean;
  /** Columns of a terminal; `undefined` elsewhere. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** The process that opcit runs in. */
export function processOutside(): Outside {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: openStream(process.stdout),
    stderr: openStream(process.stderr),
    readStdin,
    ask: process.stdin.isTTY === true && process.stderr.isTTY === true ? openQuestions() : undefined,
  };
}

/**
 * A stream whose reader may leave early: `opcit lint | head -1` closes the pipe, which is no fault and is not reported. A disk that is
 * full is one, with exit code 2. A standard output that was closed before the start, `>&-`, cannot be told: Node opens /dev/null in its
 * place, as Rust does for Ruff, and just so does a Python program that asks for no output.
 */
function openStream(stream: NodeJS.WriteStream): Stream {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code === 'EPIPE') return;
    throw new RequestError(`the output cannot be written (${error.code}); check where it goes`);
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
    write(text) {
      for (const piece of inPieces(text)) if (!isClosed) stream.write(piece);
    },
  };
}

/** Parts of a text that end with a line, so that a long report is not held a second time as bytes. */
function* inPieces(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start + PIECE);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    yield text.slice(start, end);
    start = end;
  }
}

/** UTF-16 units that a part has at the least, but for the last. */
const PIECE = 1 << 18;

async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  process.stdin.on('data', (part: Uint8Array) => parts.push(part));
  await once(process.stdin, 'end');
  return Buffer.concat(parts);
}

/**
 * Questions on a terminal, a line for each answer. The terminal stays in its usual state, so that Ctrl+C ends the process as
 * ever. Between questions nothing is read and nothing keeps the process alive; lines typed ahead wait for their questions.
 */
function openQuestions(): (question: string) => Promise<string | undefined> {
  const lines: string[] = [];
  let isOver = false;
  let wake = (): void => {};
  let input: ReturnType<typeof createInterface> | undefined;
  return async question => {
    process.stderr.write(question);
    if (input === undefined) {
      input = createInterface({input: process.stdin, terminal: false});
      input.on('line', line => {
        lines.push(line);
        wake();
      });
      input.on('close', () => {
        isOver = true;
        wake();
      });
    }
    if (lines.length === 0 && !isOver) {
      input.resume();
      await new Promise<void>(done => {
        wake = done;
      });
    }
    if (!isOver) input.pause();
    return lines.shift();
  };
}
