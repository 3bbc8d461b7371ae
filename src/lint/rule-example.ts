/** A case from a rule's fixture: what an author typed, and what is said of it. */
export interface RuleExample {
  readonly title: string;
  /** The Markdown as typed. */
  readonly manuscript: string;
  /** The BibTeX that goes with it; empty where it plays no part. */
  readonly bibliography: string;
  /** The findings as text, each with its place; empty when there are none. */
  readonly report: string;
}

/** The first faulty and the first clean case of a rule. */
export interface RuleExamples {
  readonly bad: RuleExample | undefined;
  readonly good: RuleExample | undefined;
}
