import {once} from 'node:events';
import {RequestError} from '../host/request-error.ts';

/** What a command sees of the world, handed in so that a test can stand in for a terminal. */
export interface Outside {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readStdin(): Promise<Uint8Array>;
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
  };
}

/** A stream whose reader may leave early: `opcit lint | head -1` closes the pipe, which is no fault and is not reported. */
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
      if (!isClosed && text !== '') stream.write(text);
    },
  };
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  process.stdin.on('data', (part: Uint8Array) => parts.push(part));
  await once(process.stdin, 'end');
  return Buffer.concat(parts);
}
