import {type Diagnostic, type Severity, settleDiagnostics} from '../text/diagnostic.ts';
import type {Finding, Rule, Subject} from './rule.ts';
import {applyIgnores} from './suppress.ts';

/** What the rules said of a manuscript. */
export interface LintResult {
  /** In the order of their places, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments in the manuscript silenced. */
  readonly suppressed: number;
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/**
 * Asks every rule and makes diagnostics of what they find: with code, path and severity (the profile's word before
 * the rule's own), without those that a comment silences, sorted, no two the same.
 *
 * @param subject what was read, resolved and concluded; nobody changes it
 * @param rules the rules to ask; a code that is not among them counts as unknown in an ignore comment
 */
export function runRules(subject: Subject, rules: readonly Rule[]): LintResult {
  const active = rules.flatMap(rule => activate(rule, subject));
  const found: Diagnostic[] = [];
  for (const {rule, severity} of active)
    for (const finding of rule.check(subject)) found.push(toDiagnostic(finding, rule, severity, subject));
  const {kept, suppressed, judged} = applyIgnores(found, subject.manuscript, {
    known: rules.map(({code}) => code),
    active: new Set(active.map(({rule}) => rule.code)),
  });
  const aboutIgnores = active.flatMap(({rule, severity}) =>
    Array.from(rule.checkIgnores?.(subject, judged) ?? [], finding =>
      toDiagnostic(finding, rule, severity, subject),
    ),
  );
  const all = aboutIgnores.length === 0 ? kept : [...kept, ...aboutIgnores];
  return {diagnostics: settleDiagnostics(all), suppressed: settleDiagnostics(suppressed).length};
}

function activate(rule: Rule, {profile}: Subject): readonly ActiveRule[] {
  const severity = profile.rules[rule.code] ?? rule.severity;
  return severity === 'off' ? [] : [{rule, severity}];
}

function toDiagnostic(finding: Finding, rule: Rule, severity: Severity, {manuscript}: Subject): Diagnostic {
  const {span, message, help, related, fix, suggestions} = finding;
  const code = rule.code;
  const path = finding.path ?? manuscript.source.path;
  if (help === undefined || related !== undefined || fix !== undefined || suggestions !== undefined)
    return {...finding, code, severity, path};
  // Most are so plain; named one by one they take a third of the memory that spreading takes.
  return {code, severity, path, span, message, help};
}
