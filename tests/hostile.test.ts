import {describe, expect, test} from 'vitest';
import {rules} from '../src/lint/rules/index.ts';
import {runRules} from '../src/lint/run.ts';
import {indexPositions} from '../src/text/position.ts';
import {readSubject, textsOf} from './helpers/fixture-subject.ts';

/*
 * Texts that no author writes: from programs, from slips, from people who mean harm. Each is read to its end and said of
 * what is wrong, at its place. Whatever hangs or throws fails here.
 */

const ENTRY = '@book{smith2010, author = {Smith, Ann}, title = {The State}, year = 2010}\n';

function repeat<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({length: count}, (_, index) => make(index));
}

/** Each finding as `3:7 code`, those about uncited entries left out. */
function findingsOf(manuscript: string, bibliography = ENTRY): readonly string[] {
  const texts = textsOf(manuscript, bibliography);
  const {diagnostics} = runRules(readSubject(texts), rules);
  const [inManuscript, inBibliography] = [manuscript, bibliography].map(indexPositions);
  return diagnostics
    .filter(({code}) => code !== 'entry-uncited')
    .map(({code, path, span}) => {
      const place = (path === texts.manuscript.path ? inManuscript : inBibliography)?.at(span.start);
      return `${place?.line}:${place?.column} ${code}`;
    });
}

describe('a manuscript', () => {
  test.each([
    ['ten thousand quotations inside each other', `${'>'.repeat(10_000)} Who?`, ['1:201 nested-too-deep']],
    ['ten thousand with spaces', `${'> '.repeat(10_000)}Who?`, ['1:201 nested-too-deep']],
    ['bullets inside bullets on one line', `${'- '.repeat(5000)}Who?`, ['1:201 nested-too-deep']],
    [
      'bullets indented under bullets',
      repeat(150, index => `${'  '.repeat(index)}- x`).join('\n'),
      ['101:201 nested-too-deep'],
    ],
    ['open brackets', `1. ${'['.repeat(10_000)}`, []],
    ['open note brackets', `1. ${'[^'.repeat(5000)}`, []],
    ['open inline notes', `1. a${'^['.repeat(5000)}`, []],
    ['a line of a megabyte', `1. ${'word '.repeat(200_000)}See box 3.`, ['1:1000012 reference-to-nothing']],
    ['a fence of colons', ':'.repeat(50_000), ['1:1 box-malformed']],
    ['comments without end', '<!--'.repeat(50_000), ['1:1 markup-as-text']],
    ['comments side by side', `${'<!---->'.repeat(20_000)} 1. Text.`, []],
    [
      'a note that calls itself',
      '1. x.[^a]\n\n[^a]: Ibid.[^a]',
      ['3:7 ibid-without-antecedent', '3:12 note-nested'],
    ],
    [
      'notes that call each other',
      '1. x.[^a]\n\n[^a]: See.[^b]\n\n[^b]: See.[^a]',
      ['3:11 note-nested', '5:11 note-nested'],
    ],
    ['a NUL', '1. a\0b[^9]\0', ['1:7 note-undefined']],
    ['emoji before a fault', '1. 👩‍👩‍👧 é See box 9.', ['1:23 reference-to-nothing']],
    ['marks that combine before a fault', `1. a${'\u0301'.repeat(5000)}[^9]`, ['1:5005 note-undefined']],
    ['a byte-order mark before a fault', '\uFEFF1. See box 9.', ['1:13 reference-to-nothing']],
  ])('%s', (_, manuscript, expected) => {
    expect(findingsOf(manuscript)).toEqual(expected);
  });

  test('a thousand notes, each calling the next', () => {
    const notes = repeat(1000, index => `[^${index}]: A remark.[^${index + 1}]\n`);
    const found = findingsOf(`1. x.[^0]\n\n${notes.join('\n')}`);
    expect(found.filter(one => one.endsWith('note-nested'))).toHaveLength(999);
    expect(found.filter(one => one.endsWith('note-undefined'))).toHaveLength(1);
  });
});

describe('front matter', () => {
  const manuscript = (yaml: string) => `---\n${yaml}\n---\n\n1. Text.`;

  test.each([
    [
      'names that objects have',
      '__proto__: x\nconstructor: y\ndate: 2003-11',
      ['2:1', '3:1'],
      'front-matter-unknown-key',
    ],
    ['brackets without end', `title: ${'['.repeat(300)}\ndate: 2003-11`, ['2:8'], 'front-matter-syntax'],
    ['brackets by the thousand', `title: ${'['.repeat(5000)}\ndate: 2003-11`, ['2:8'], 'front-matter-syntax'],
    [
      'brackets by the thousand that all close, on lines of their own',
      `title: ${'[\n'.repeat(5000)}${']\n'.repeat(5000)}date: 2003-11`,
      ['2:8'],
      'front-matter-syntax',
    ],
    [
      'questions by the thousand',
      `title:\n${'? '.repeat(5000)}x\ndate: 2003-11`,
      ['3:1'],
      'front-matter-syntax',
    ],
  ])('%s', (_, yaml, places, code) => {
    expect(findingsOf(manuscript(yaml))).toEqual(places.map(place => `${place} ${code}`));
  });

  test('aliases that would fill the memory are not followed', () => {
    const levels = repeat(9, index => `k${index}: &k${index} [${`*k${index - 1},`.repeat(9)}]`).slice(1);
    const yaml = `k0: &k0 [x]\n${levels.join('\n')}\ntitle: *k8\ndate: 2003-11`;
    expect(findingsOf(manuscript(yaml))).toEqual([
      ...repeat(9, index => `${index + 2}:1 front-matter-unknown-key`),
      '11:8 front-matter-value',
    ]);
  });
});

describe('a bibliography', () => {
  test.each([
    ['nothing', '', []],
    ['text and no entries', 'Smith, A (2010) The State; office@example.org @ home', []],
    ['signs of entries', '@'.repeat(50_000), []],
    ['entries that never begin', '@book{'.repeat(20_000), ['1:12 bib-syntax']],
    ['braces that never close', `@book{a, title = ${'{'.repeat(50_000)}`, ['1:1 bib-syntax']],
    [
      'names that objects have',
      '@book{__proto__, __proto__ = {x}, title = {A}, author = {constructor}, year = 2001}',
      [],
    ],
    [
      'strings that double each other',
      `@string{s0 = "ab"}\n${repeat(60, index => `@string{s${index + 1} = s${index} # s${index}}`).join('\n')}\n@book{a, title = s60, author = {A}, year = 2001}`,
      [],
    ],
    [
      'formatting inside formatting',
      `@book{a, title = {${'\\emph{'.repeat(3000)}x${'}'.repeat(3000)}}, author = {A}, year = 2001}`,
      ['1:18 bib-syntax'],
    ],
  ])('%s', (_, bibliography, expected) => {
    expect(findingsOf('1. Text.', bibliography)).toEqual(expected);
  });

  test('a line of a megabyte', () => {
    const found = findingsOf(
      '1. Text.',
      `@book{a, title = {${'word '.repeat(200_000)}}, author = {A}, yeer = 2001}`,
    );
    expect(found).toEqual(['1:1000036 bib-unknown-field']);
  });
});
