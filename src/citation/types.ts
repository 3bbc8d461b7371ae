import type {PassagePlace} from '../manuscript/types.ts';
import type {Span} from '../text/span.ts';

/** How the author wrote a cite; the words of the contract, §4. */
export type CiteForm =
  | 'full'
  | 'short'
  | 'op-cit'
  | 'loc-cit'
  | 'ibid'
  | 'idem'
  | 'supra'
  | 'infra'
  | 'key'
  | 'placeholder';

/** Certain: what can be read off one passage without knowing the others. */
export interface Cite {
  /** From 1, in reading order. */
  readonly id: number;
  readonly in: PassagePlace;
  /** As typed, Markdown removed, without surrounding white space or stops. */
  readonly text: string;
  readonly span: Span;
  readonly form: CiteForm;
  /** The names as typed, `Tacoli, C and D Satterthwaite`; `undefined` when none stand there. */
  readonly names: string | undefined;
  /** The title as typed, whole or short. */
  readonly title: string | undefined;
  /** The year as typed, with its span, so that a finding can point at it. */
  readonly year: {readonly value: number; readonly text: string; readonly span: Span} | undefined;
  /** The note number that the cite sends back to, the 12 of "n 12". */
  readonly pointer: {readonly value: number; readonly span: Span} | undefined;
  /** The place in the work, as typed: "pp 12–14". */
  readonly locator: string | undefined;
}

export type ConflictKind = 'year' | 'note-number' | 'name' | 'no-earlier-full-citation' | 'forward';

interface Concluded {
  readonly cite: Cite;
  /** The cite that this one leans on; `undefined` for a first citation. */
  readonly antecedent: Cite | undefined;
}

/** Concluded: what a cite means, which needs all the others. */
export type Resolution =
  | (Concluded & {
      readonly status: 'resolved';
      readonly key: string;
      /** What a full citation says otherwise than its entry does; empty when all agrees. */
      readonly differences: readonly Difference[];
    })
  | (Concluded & {
      readonly status: 'conflict';
      readonly key: string;
      readonly conflict: ConflictKind;
      readonly differences: readonly Difference[];
    })
  | (Concluded & {
      readonly status: 'ambiguous';
      /** The keys that fit, the one cited last first. */
      readonly candidates: readonly string[];
    })
  | (Concluded & {
      readonly status: 'unresolved';
      readonly reason: UnresolvedReason;
      /** Keys worth a look, best first. */
      readonly suggestions: readonly string[];
    })
  | (Concluded & {
      readonly status: 'placeholder';
      readonly suggestions: readonly string[];
    });

/**
 * `no-antecedent`: nothing before it to lean on. `no-such-note`: the note number points to nothing.
 * `note-without-work`: the note it points to, or the cite before it, names no settled work.
 * `number-open`: a note before the one it points to is called and not there, so that the numbers are not settled yet.
 * `not-in-bibliography`: a full reference or short form that fits no entry. `unknown-key`: a citekey without an entry.
 */
export type UnresolvedReason =
  | 'no-antecedent'
  | 'no-such-note'
  | 'note-without-work'
  | 'number-open'
  | 'not-in-bibliography'
  | 'unknown-key';

/** One thing that a full citation says otherwise than its entry. */
export interface Difference {
  readonly field:
    | 'name'
    | 'year'
    | 'title'
    | 'journal'
    | 'book'
    | 'editor'
    | 'series'
    | 'volume'
    | 'issue'
    | 'pages'
    | 'publisher'
    | 'place';
  readonly typed: string;
  readonly expected: string;
  readonly span: Span;
}

/** All cites of a manuscript in reading order, with what each means. */
export interface Citations {
  readonly resolutions: readonly Resolution[];
  /** The first cite of each work in reading order, by key: resolved ones and conflicts. */
  readonly firstCites: ReadonlyMap<string, Cite>;
}
