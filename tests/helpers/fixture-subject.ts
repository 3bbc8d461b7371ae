import type {Subject} from '../../src/lint/rule.ts';
import {read, readManuscript} from '../../src/pipeline.ts';
import {defineProfile, type Profile} from '../../src/profiles/profile.ts';
import {ukCommons} from '../../src/profiles/uk-commons.ts';
import type {SourceText} from '../../src/text/source.ts';

/** A profile that leaves every rule its own severity. */
export const plainProfile: Profile = defineProfile({...ukCommons, rules: {}});

/** The two texts of a case, under the paths that its report calls them by. */
export interface Texts {
  readonly manuscript: SourceText;
  readonly bibliography: SourceText;
}

export function textsOf(manuscript: string, bibliography: string): Texts {
  return {
    manuscript: {path: 'manuscript/evidence.md', text: manuscript},
    bibliography: {path: 'bibliography/references.bib', text: bibliography},
  };
}

/** Reads and resolves, as the command line does. */
export function readSubject(texts: Texts, profile: Profile = plainProfile): Subject {
  return read({
    manuscript: readManuscript(texts.manuscript),
    bibliographies: [texts.bibliography],
    profile,
    images: new Map(),
  });
}
