import {beforeAll, describe, expect, test} from 'vitest';
import {formatIds} from '../src/formats/index.ts';
import {goldenFolders, hold, type Made, make, readHeld} from './helpers/golden.ts';

/** With ACCEPT=1 the texts are written anew; the difference is then read like code. */
const isAccepting = process.env['ACCEPT'] === '1';

describe.each(goldenFolders().map(golden => [golden.name, golden] as const))('%s', (_, golden) => {
  const held = readHeld(golden);
  let made: Made;
  beforeAll(async () => {
    made = await make(golden);
    if (isAccepting) hold(golden, made);
  });

  if (isAccepting) {
    test('is accepted', () => {
      expect(readHeld(golden)).toEqual(made.texts);
    });
    return;
  }

  test('holds what opcit makes, and nothing else', () => {
    expect([...held.keys()].sort()).toEqual([...made.texts.keys()].sort());
  });

  test('the list of parts', () => {
    expect(made.texts.get('docx/parts.txt')).toBe(held.get('docx/parts.txt'));
  });

  test.each([...held.keys()].filter(path => path !== 'docx/parts.txt'))('%s', path => {
    expect(made.texts.get(path)).toBe(held.get(path));
  });

  test('twice the same bytes in every format', async () => {
    const again = await make(golden);
    for (const id of formatIds) {
      const [one, other] = [made, again].map(({bytes}) => Buffer.from(bytes.get(id) ?? []));
      expect(one?.length, id).toBeGreaterThan(100);
      expect(one?.equals(other ?? Buffer.of()), id).toBe(true);
    }
  });
});
