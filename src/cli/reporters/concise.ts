import {indexPositions} from '../../text/position.ts';
import {neutralise} from '../terminal/cells.ts';
import type {Report, ReporterOptions} from './report.ts';

/**
 * One line for each finding, for `grep` and for editors that read such lines.
 *
 *     manuscript/evidence.md:41:8: error op-cit-ambiguous Unexpected op cit to `Smith`, expected …
 */
export function printConcise({files}: Report, {screen}: ReporterOptions): string {
  const parts: string[] = [];
  for (const {source, diagnostics} of files) {
    const positions = indexPositions(source.text);
    const path = neutralise(source.path);
    let lines: string[] = [];
    for (const {span, severity, code, message} of diagnostics) {
      const {line, column} = positions.at(span.start);
      const place = `${path}:${line}:${column}: ${screen.paint(severity, severity)} ${code}`;
      const whole = `${place} ${message}\n`;
      // Asked of the whole line, since a message that is looked at by itself is held a second time.
      lines.push(PLAIN_LINE.test(whole) ? whole : `${place} ${neutralise(message)}\n`);
      if (lines.length < LINES_AT_ONCE) continue;
      parts.push(lines.join(''));
      lines = [];
    }
    parts.push(lines.join(''));
  }
  return parts.join('');
}

// A line that a terminal shows as it is.
const PLAIN_LINE = /^[ -~]*\n$/u;

/** So many lines become one text at a time; held one by one to the end, 100,000 take four times their letters. */
const LINES_AT_ONCE = 500;
