#!/usr/bin/env node
import {reportFailure} from './faults.ts';
import {processOutside} from './outside.ts';
import {run} from './run.ts';

const outside = processOutside();

process.on('uncaughtException', error => {
  reportFailure(error, outside);
  process.exitCode = 2;
});

process.exitCode = await run(process.argv.slice(2), outside);
