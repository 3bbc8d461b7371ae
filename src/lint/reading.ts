import type {Finding, Subject} from './rule.ts';

/**
 * What reading already found under one code, as the findings of the rule of that code: so that faults of the front
 * matter or of the bibliography have a page in the manual, a severity in the profile and a comment that silences them
 * like all others.
 */
export function passOn(code: string): (subject: Subject) => Iterable<Finding> {
  return function* ({reading}) {
    for (const diagnostic of reading) {
      if (diagnostic.code !== code) continue;
      const {code: _code, severity: _severity, ...finding} = diagnostic;
      yield finding;
    }
  };
}
