import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Citations, findProfile, read, readManuscript, type SourceText} from '../src/index.ts';
import {formatResolutions, normaliseLabels} from './helpers/citation-fixture.ts';

/**
 * What an expert found in the notes and source lines of the 2003 draft, in reading order: 20 citation occurrences, with the
 * second work of note 6 and the promise of note 9 counted as cites of their own.
 */
const GROUND_TRUTH = `
 1 note 1   full         resolved tacoli2003
 2 note 2   full         resolved dang2003
 3 note 3   placeholder  placeholder
 4 note 4   full         resolved kamete1998
 5 note 5   op-cit       resolved tacoli2003 ← 1
 6 note 6   full         resolved smit1998
 7 note 6   full         resolved kruger1998
 8 note 7   op-cit       resolved tacoli2003 ← 1
 9 note 8   op-cit       resolved dang2003 ← 2
10 note 9   op-cit       resolved tacoli2003 ← 1
11 note 9   placeholder  placeholder
12 box 1    op-cit       conflict year diyamett2001 ← 21
13 box 1    full         resolved benjamin2001
14 box 2    full         resolved okali2001
15 note 10  full         resolved lavigne2002
16 box 3    full         resolved grad2001
17 note 11  op-cit       resolved dang2003 ← 2
18 note 12  full         resolved mitlin2003
19 note 13  full         resolved tacoli2002
20 note 14  full         resolved toulmin2000
21 note 15  full         resolved diyamett2001
22 box 4    full         resolved bradshaw1995
`;

/** The corrected twin: note 3 has its reference, so note 13 may be short; Box 1 cites in full and note 15 is short. */
const CORRECTED = `
 1 note 1   full    resolved tacoli2003
 2 note 2   full    resolved dang2003
 3 note 3   full    resolved tacoli2002
 4 note 4   full    resolved kamete1998
 5 note 5   op-cit  resolved tacoli2003 ← 1
 6 note 6   full    resolved smit1998
 7 note 6   full    resolved kruger1998
 8 note 7   op-cit  resolved tacoli2003 ← 1
 9 note 8   op-cit  resolved dang2003 ← 2
10 note 9   op-cit  resolved tacoli2003 ← 1
11 note 9   op-cit  resolved tacoli2002 ← 3
12 box 1    full    resolved diyamett2001
13 box 1    full    resolved benjamin2001
14 box 2    full    resolved okali2001
15 note 10  full    resolved lavigne2002
16 box 3    full    resolved grad2001
17 note 11  op-cit  resolved dang2003 ← 2
18 note 12  full    resolved mitlin2003
19 note 13  op-cit  resolved tacoli2002 ← 3
20 note 14  full    resolved toulmin2000
21 note 15  op-cit  resolved diyamett2001 ← 12
22 box 4    full    resolved bradshaw1995
`;

describe('the worked example', () => {
  const citations = citationsOf('manuscript/migration-and-development.md', 'bibliography/references.bib');

  test('each of its 22 cites means what an expert found', () => {
    expect(formatResolutions(citations)).toBe(normaliseLabels(GROUND_TRUTH));
  });

  test('an antecedent is the cite itself, at its place', () => {
    const places = citations.resolutions.map(({cite, antecedent}) => [
      cite.id,
      antecedent?.id,
      antecedent?.in.kind === 'note' ? antecedent.in.number : undefined,
    ]);
    expect(places.filter(([, id]) => id !== undefined)).toEqual([
      [5, 1, 1],
      [8, 1, 1],
      [9, 2, 2],
      [10, 1, 1],
      [12, 21, 15],
      [17, 2, 2],
    ]);
  });

  test('a promise is told apart from the reference before it, and one work of a note from the other', () => {
    const textOf = (id: number) => citations.resolutions.find(({cite}) => cite.id === id)?.cite.text;
    expect(textOf(3)).toBe('add refs');
    expect(textOf(5)).toBe('Tacoli, C and D Satterthwaite (2003) op cit');
    expect(textOf(11)).toBe('add more refs?');
    expect(textOf(12)).toBe('Diyamett et al (2003), op cit');
    expect(textOf(6)).not.toContain('Kruger');
    expect(textOf(7)).not.toContain('Smit,');
    expect(textOf(10)).not.toContain('refs');
  });

  test('cites every work of its bibliography', () => {
    expect(citations.firstCites.size).toBe(14);
  });
});

describe('its corrected twin', () => {
  const folder = 'tests/golden/migration-corrected';
  const citations = citationsOf(`${folder}/manuscript.md`, `${folder}/bibliography.bib`);

  test('has 22 cites, each of them settled', () => {
    expect(formatResolutions(citations)).toBe(normaliseLabels(CORRECTED));
  });

  test('its full citations say what its bibliography says', () => {
    const differing = citations.resolutions.filter(
      resolution => resolution.status === 'resolved' && resolution.differences.length > 0,
    );
    expect(differing.map(({cite}) => cite.text)).toEqual([]);
  });
});

function citationsOf(manuscript: string, bibliography: string): Citations {
  const profile = findProfile('uk-commons');
  if (profile === undefined) throw new Error('expected the profile of the House of Commons');
  return read({
    manuscript: readManuscript(sourceAt(manuscript)),
    bibliographies: [sourceAt(bibliography)],
    profile,
    images: new Map(),
  }).citations;
}

/** @param path from the project's folder */
function sourceAt(path: string): SourceText {
  return {path, text: readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')};
}
