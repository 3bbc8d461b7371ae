import {shippedStyles} from '../../src/citation/styles/shipped.ts';
import {readStyleFile} from '../../src/host/styles.ts';
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
  const manuscript = readManuscript(texts.manuscript);
  const {citations} = manuscript.value.frontMatter;
  return read({
    manuscript,
    bibliographies: [texts.bibliography],
    profile,
    images: new Map(),
    style: readStyleFile(NOWHERE, '/nowhere/manuscript/evidence.md', citations, shippedStyles),
  });
}

/** A project without files: the styles that come with opcit are there all the same. */
const NOWHERE = {root: '/nowhere', base: '/nowhere', configPath: undefined};
