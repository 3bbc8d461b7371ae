import type {Applicability, Severity} from '../text/diagnostic.ts';
import type {Rule, RuleDocs, RuleGroup} from './rule.ts';
import type {RuleExamples} from './rule-example.ts';
import {ruleExamples} from './rules/examples.ts';

export type {RuleExample, RuleExamples} from './rule-example.ts';

/** A rule's page of the manual, as data. */
export interface RuleExplanation extends RuleExamples {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly fixes: Applicability | 'none';
  readonly docs: RuleDocs;
}

/** What the manual says of a rule, with an example that it reports and one that it does not. */
export function explainRule({code, group, severity, fixes, docs}: Rule): RuleExplanation {
  const examples = ruleExamples[code];
  return {code, group, severity, fixes, docs, bad: examples?.bad, good: examples?.good};
}
