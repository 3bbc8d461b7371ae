import type {Severity} from '../text/diagnostic.ts';

/** How firm a rule is: `must` is refused otherwise, `should` is guidance, `custom` is how published evidence looks. */
export type Firmness = 'must' | 'should' | 'custom' | 'unverified';

/** A value with how firm it is and where it was read; without a source it can never be an error. */
export interface Ruled<Value> {
  readonly value: Value;
  readonly firmness: Firmness;
  readonly source: string | undefined;
  readonly note?: string;
}

/** What a parliament or committee asks of written evidence: data, never a branch in a rule or a format. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** BCP 47; used where the manuscript names no language. */
  readonly language: string;
  readonly guidance: {readonly title: string; readonly url: string; readonly read: string};
  readonly deliverable: {
    readonly accept: Ruled<readonly string[]>;
    readonly refuse: Ruled<readonly string[]>;
  };
  /** The line above the title; `{submitter}` and `{reference}` stand for the front matter's values. */
  readonly heading: Ruled<string>;
  /** `pattern` shows a number, `{n}.`; a run never restarts. */
  readonly paragraphs: {readonly numbered: Ruled<boolean>; readonly pattern: string};
  readonly boxes: {readonly pattern: string};
  readonly page: {
    readonly size: 'A4' | 'Letter';
    /** Points. */
    readonly margin: number;
    /** The family that the DOCX names, and its fallbacks are Word's business. */
    readonly font: string;
    /** Points. */
    readonly fontSize: number;
    readonly numbered: Ruled<boolean>;
  };
  /** Whether `citations: linked` adds "(note 3)" to short forms; absent where nobody asks for it. */
  readonly notePointers?: Ruled<boolean>;
  readonly limits: {readonly words: Ruled<number> | undefined; readonly pages: Ruled<number> | undefined};
  /** Raises, lowers or switches off a rule by its code. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** Checks the shape at compile time and freezes the value, so that no stage can change what a parliament asks. */
export function defineProfile(profile: Profile): Profile {
  return Object.freeze(profile);
}
