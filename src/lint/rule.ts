import type {Bibliography} from '../bibliography/types.ts';
import type {Citations} from '../citation/types.ts';
import type {IgnoreComment, Manuscript} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Applicability, Diagnostic, Fix, RelatedPlace, Severity} from '../text/diagnostic.ts';
import type {Span} from '../text/span.ts';

/** All that a rule may look at. Nobody changes it. */
export interface Subject {
  readonly manuscript: Manuscript;
  readonly bibliography: Bibliography;
  readonly citations: Citations;
  readonly profile: Profile;
  /** What reading already found: broken entries, front matter. Rules of group *bibliography* may pass it on. */
  readonly reading: readonly Diagnostic[];
}

/** What a rule says of a place; the runner adds code, severity and the manuscript's path. */
export interface Finding {
  readonly span: Span;
  /** Only for a place outside the manuscript, such as the bibliography. */
  readonly path?: string;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  readonly suggestions?: readonly string[];
}

export type RuleGroup = 'citation' | 'bibliography' | 'numbering' | 'format' | 'consistency' | 'opcit';

/** The page of a rule in the manual; Markdown, a sentence or two each. */
export interface RuleDocs {
  readonly what: string;
  readonly why: string;
  readonly instead: string;
  /** The convention behind it, with its source, where there is one. */
  readonly convention?: string;
}

export interface Rule {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** How a fix of this rule may be trusted, or `none`. */
  readonly fixes: Applicability | 'none';
  readonly docs: RuleDocs;
  check(subject: Subject): Iterable<Finding>;
  /** Only for rules about silencing: asked last, with what every comment silenced. */
  checkIgnores?(subject: Subject, ignores: readonly JudgedIgnore[]): Iterable<Finding>;
}

/** A comment that silences findings, with what came of it. */
export interface JudgedIgnore {
  readonly ignore: IgnoreComment;
  /**
   * `used`: it silenced a finding. `unused`: there was none. `without-reason`, `malformed`: it is not obeyed.
   * `unknown-code`: no rule has its code. `rule-off`: its rule was not run, so nobody can say.
   */
  readonly verdict: 'used' | 'unused' | 'without-reason' | 'malformed' | 'unknown-code' | 'rule-off';
  /** Codes that the author may have meant, best first; empty unless the code is unknown. */
  readonly suggestions: readonly string[];
}

/** Checks the shape at compile time and freezes the rule. */
export function defineRule(rule: Rule): Rule {
  return Object.freeze(rule);
}
