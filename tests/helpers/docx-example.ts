import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {lint, readManuscript} from '../../src/pipeline.ts';
import {ukCommons} from '../../src/profiles/uk-commons.ts';
import {composePublication} from '../../src/publication/compose.ts';
import type {Publication} from '../../src/publication/types.ts';
import type {SourceText} from '../../src/text/source.ts';

/** The worked example with its faults, as a draft. */
export function exampleDraft(): Publication {
  return compose('manuscript/migration-and-development.md', 'bibliography/references.bib', true);
}

/** Its corrected twin, as it would be submitted. */
export function exampleCorrected(): Publication {
  const folder = 'tests/golden/migration-corrected';
  return compose(`${folder}/manuscript.md`, `${folder}/bibliography.bib`, false);
}

function compose(manuscriptPath: string, bibliographyPath: string, isDraft: boolean): Publication {
  const {subject, diagnostics} = lint({
    manuscript: readManuscript(readSource(manuscriptPath)),
    bibliographies: [readSource(bibliographyPath)],
    profile: ukCommons,
    images: new Map(),
  });
  const openFindings = isDraft ? diagnostics : undefined;
  return composePublication(subject, {images: new Map(), openFindings});
}

function readSource(path: string): SourceText {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return {path, text: readFileSync(file, 'utf8')};
}
