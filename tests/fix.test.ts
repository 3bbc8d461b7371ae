import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {applyPatch} from 'diff';
import fc from 'fast-check';
import {afterAll, describe, expect, it} from 'vitest';
import {fixCommand} from '../src/cli/commands/fix.ts';
import type {Outside} from '../src/cli/outside.ts';
import {joinEdits} from '../src/fix/join-edits.ts';
import {unifiedDiff} from '../src/fix/unified-diff.ts';
import {replaceFiles} from '../src/host/replace.ts';
import {defineRule, type Rule} from '../src/lint/rule.ts';
import type {Applicability} from '../src/text/diagnostic.ts';
import type {TextEdit} from '../src/text/edit.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

function makeFolder(text = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-fix-'));
  folders.push(folder);
  mkdirSync(join(folder, 'manuscript'));
  writeFileSync(join(folder, 'manuscript/a.md'), text);
  return folder;
}

/** A rule that finds a word and puts another in its place. */
function wordRule(word: string, insert: string, applicability: Applicability, onCheck = () => {}): Rule {
  return defineRule({
    code: `no-${word}`,
    group: 'consistency',
    severity: 'warning',
    fixes: applicability,
    docs: {what: '', why: '', instead: ''},
    *check({manuscript}) {
      onCheck();
      for (const {index} of manuscript.source.text.matchAll(new RegExp(word, 'gu'))) {
        const span = {start: index, end: index + word.length};
        yield {
          span,
          message: `Unexpected ${word}`,
          fix: {title: `Write ${insert}`, applicability, edits: [{span, insert}]},
        };
      }
    },
  });
}

/** Runs `opcit fix` in a folder, with answers at a terminal where some are given. */
async function fix(
  folder: string,
  rules: readonly Rule[],
  {answers, ...options}: {dryRun?: boolean; review?: boolean; answers?: readonly string[]} = {},
): Promise<{readonly text: string; readonly out: string; readonly error: string}> {
  const [out, error] = [[] as string[], [] as string[]];
  const rest = [...(answers ?? [])];
  const outside: Outside = {
    cwd: folder,
    env: {},
    stdout: {isTerminal: false, columns: undefined, write: text => out.push(text)},
    stderr: {isTerminal: false, columns: undefined, write: text => error.push(text)},
    readStdin: async () => new Uint8Array(),
    ask: answers === undefined ? undefined : async () => rest.shift(),
  };
  expect(await fixCommand([], {...options, color: 'never'}, outside, rules)).toBe(0);
  const text = readFileSync(join(folder, 'manuscript/a.md'), 'utf8');
  return {text, out: out.join(''), error: error.join('')};
}

describe('opcit fix', () => {
  it('makes the safe fixes and no others, and keeps every byte that they do not name', async () => {
    const folder = makeFolder('\uFEFFred  \r\n\r\n\tgrey blue\n\nred\u2028é');
    const rules = [wordRule('red', 'green', 'safe'), wordRule('blue', 'black', 'review')];
    const {text} = await fix(folder, rules);

    expect(text).toBe('\uFEFFgreen  \r\n\r\n\tgrey blue\n\ngreen\u2028é');
    expect((await fix(folder, rules)).text).toBe(text);
  });

  it('makes a fix that only another brings to light', async () => {
    const {text} = await fix(makeFolder('one'), [
      wordRule('one', 'two', 'safe'),
      wordRule('two', 'three', 'safe'),
    ]);

    expect(text).toBe('three');
  });

  it('comes to an end with rules that chase each other', async () => {
    const {text} = await fix(makeFolder('left'), [
      wordRule('left', 'right', 'safe'),
      wordRule('right', 'left', 'safe'),
    ]);

    expect(['left', 'right']).toContain(text);
  });

  it('makes the first of two fixes that are at odds', async () => {
    const {text} = await fix(makeFolder('ab'), [wordRule('ab', 'x', 'safe'), wordRule('b', 'y', 'safe')]);

    expect(text).toBe('x');
  });

  it('writes nothing in a dry run, and the fixes of findings that wait for a person are no part of it', async () => {
    const folder = makeFolder('red\nblue\n');
    const rules = [wordRule('red', 'green', 'safe'), wordRule('blue', 'black', 'review')];
    const {text, out} = await fix(folder, rules, {dryRun: true});

    expect(text).toBe('red\nblue\n');
    expect(out).toBe('--- a/manuscript/a.md\n+++ b/manuscript/a.md\n@@ -1,2 +1,2 @@\n-red\n+green\n blue\n');
    expect((await fix(folder, rules, {dryRun: true, review: true})).out).toContain('-blue\n+green\n+black\n');
  });

  it('refuses a file that changed since it was read', async () => {
    const folder = makeFolder('red\n');
    const path = join(folder, 'manuscript/a.md');
    const meddling = wordRule('red', 'green', 'safe', () => writeFileSync(path, 'red, says another\n'));

    await expect(fix(folder, [meddling])).rejects.toThrow(
      'manuscript/a.md: the file changed since it was read; nothing was written, run it again',
    );
    expect(readFileSync(path, 'utf8')).toBe('red, says another\n');
    expect(readdirSync(join(folder, 'manuscript'))).toEqual(['a.md']);
  });

  it.each([
    ['those accepted before a q', ['y', 'q'], 'x b b'],
    ['those accepted before the end of input', ['n', 'y'], 'a x b'],
    ['all of the rest', ['n', 'a'], 'a x x'],
    ['none', ['n', 'n', 'n'], 'a b b'],
  ])('takes %s', async (_, answers, expected) => {
    const folder = makeFolder('a b b');
    const rules = [wordRule('a', 'x', 'review'), wordRule('b', 'x', 'review')];

    expect((await fix(folder, rules, {review: true, answers})).text).toBe(expected);
  });

  it('asks of no fix that is at odds with one accepted', async () => {
    const rules = [wordRule('ab', 'x', 'review'), wordRule('b', 'y', 'review')];
    const {text, error} = await fix(makeFolder('ab b'), rules, {review: true, answers: ['y', 'y', 'y']});

    expect(text).toBe('x y');
    expect(error).not.toContain('1:2  no-b');
  });
});

describe('edits of two fixes', () => {
  const edit = (start: number, end: number, insert = 'x'): TextEdit => ({span: {start, end}, insert});

  it.each([
    ['overlap', edit(0, 3), edit(2, 4), false],
    ['begin at one place', edit(2, 2, 'a'), edit(2, 4), false],
    ['touch', edit(0, 2), edit(2, 4), true],
    ['are one and the same', edit(0, 2), edit(0, 2), true],
    ['say otherwise of one place', edit(0, 2), edit(0, 2, 'y'), false],
  ])('that %s', (_, one, other, fit) => {
    expect(joinEdits([one], [other]) !== undefined).toBe(fit);
    expect(joinEdits([other], [one]) !== undefined).toBe(fit);
  });

  it('are taken all or none', () => {
    expect(joinEdits([edit(0, 2)], [edit(5, 6), edit(1, 3)])).toBeUndefined();
  });
});

describe('the diff', () => {
  it('makes the one text of the other', () => {
    const lines = fc
      .array(fc.constantFrom('one', 'two', '', '-three', '+four', '\\ No newline'), {maxLength: 12})
      .chain(all => fc.constantFrom(...['\n', '\r\n'].map(end => all.join(end))));
    fc.assert(
      fc.property(lines, lines, (was, now) => {
        const diff = unifiedDiff({path: 'a.md', was, now});
        expect(
          was === now ? diff === '' : applyPatch(was, diff, {autoConvertLineEndings: false}) === now,
        ).toBe(true);
      }),
    );
  });
});

describe('a file that is replaced', () => {
  it('keeps its permissions, and a link to it stays one', () => {
    const folder = makeFolder('was');
    const [real, link] = [join(folder, 'manuscript/a.md'), join(folder, 'link.md')];
    chmodSync(real, 0o640);
    symlinkSync(real, link);
    replaceFiles([{path: link, shown: 'link.md', was: 'was', now: 'now'}]);

    expect(readFileSync(real, 'utf8')).toBe('now');
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('is left alone when another cannot be replaced', () => {
    const folder = makeFolder('was');
    const path = join(folder, 'manuscript/a.md');
    const gone = join(folder, 'gone.md');

    expect(() =>
      replaceFiles([
        {path, shown: 'a.md', was: 'was', now: 'now'},
        {path: gone, shown: 'gone.md', was: 'was', now: 'now'},
      ]),
    ).toThrow('gone.md: cannot be written (ENOENT)');
    expect(readFileSync(path, 'utf8')).toBe('was');
    expect(readdirSync(join(folder, 'manuscript'))).toEqual(['a.md']);
  });
});
