import {sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import {packageFolder, packageVersion} from '../host/package.ts';
import {RequestError} from '../host/request-error.ts';
import type {Outside} from './outside.ts';
import {neutralise} from './terminal/cells.ts';

/**
 * Says in one line why a request was not carried out. A fault of opcit's own is told with its place, the version and how to
 * report it; its stack is for developers, who set OPCIT_DEBUG=1.
 */
export function reportFailure(error: unknown, {stderr, env}: Outside): void {
  if (error instanceof RequestError) {
    stderr.write(`opcit: ${neutralise(error.message)}\n`);
    return;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  stderr.write(
    `opcit: a fault of opcit's own${placeOf(stack)}: ${neutralise(what)} (opcit ${packageVersion()}, Node ${process.versions.node}); ` +
      'please report this line, the command and, if you may, the manuscript\n',
  );
  if ((env['OPCIT_DEBUG'] ?? '') !== '') stderr.write(`${stack}\n`);
}

/** ` at dist/lint/run.js:41:8`, from the first step of the stack that is in our own code. */
function placeOf(stack: string): string {
  const folders = [pathToFileURL(packageFolder()).href, packageFolder()];
  for (const line of stack.split('\n').filter(each => STEP.test(each))) {
    const folder = folders.find(each => line.includes(each));
    if (folder === undefined || line.includes('node_modules')) continue;
    const place = line.slice(line.indexOf(folder) + folder.length).replace(')', '');
    return ` at ${place.replaceAll(sep, '/')}`;
  }
  return '';
}

// "    at lint (file:///somewhere/opcit/dist/pipeline.js:41:8)"
const STEP = /^ +at .*:\d+:\d+\)?$/u;
