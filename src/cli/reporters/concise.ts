import {indexPositions} from '../../text/position.ts';
import {neutralise} from '../terminal/cells.ts';
import type {Report, ReporterOptions} from './report.ts';

/**
 * One line for each finding, for `grep` and for editors that read such lines.
 *
 *     manuscript/evidence.md:41:8: error op-cit-ambiguous Unexpected op cit to `Smith`, expected …
 */
export function printConcise({files}: Report, {screen}: ReporterOptions): string {
  return files
    .flatMap(({source, diagnostics}) => {
      const positions = indexPositions(source.text);
      return diagnostics.map(({span, severity, code, message}) => {
        const {line, column} = positions.at(span.start);
        const place = neutralise(`${source.path}:${line}:${column}`);
        return `${place}: ${screen.paint(severity, severity)} ${code} ${neutralise(message)}\n`;
      });
    })
    .join('');
}
