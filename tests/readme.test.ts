import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {lint, readManuscript} from '../src/pipeline.ts';
import {ukCommons} from '../src/profiles/uk-commons.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

// The example of a manuscript: the fenced block that begins with front matter.
const EXAMPLE = /```markdown\n(---\n[\s\S]*?)```/u;

const bibliography = `
@report{tacoli2003,
  author = {Tacoli, C and Satterthwaite, D}, title = {The Urban Part of Rural Development}, year = 2003,
  institution = {{IIED}}, address = {London}}
@book{smith2001, author = {Smith, A}, title = {Two Villages}, year = 2001, publisher = {Policy Press}}
`;

it('shows a manuscript in which opcit finds nothing amiss', () => {
  const text = EXAMPLE.exec(readme)?.[1] ?? '';
  const {diagnostics, subject} = lint({
    manuscript: readManuscript({path: 'manuscript/evidence.md', text}),
    bibliographies: [{path: 'bibliography/references.bib', text: bibliography}],
    profile: ukCommons,
    images: new Map(),
  });
  expect(diagnostics.map(({code, message}) => `${code}: ${message}`)).toEqual([]);
  expect(subject.citations.resolutions.map(({status}) => status)).toEqual([
    'resolved',
    'resolved',
    'resolved',
  ]);
  expect(subject.manuscript.crossReferences.map(({text: typed}) => typed)).toEqual([
    'box 1',
    'paragraph 1',
    'note 1',
  ]);
});
