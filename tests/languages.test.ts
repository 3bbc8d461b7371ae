import {readdirSync} from 'node:fs';
import {describe, expect, test, vi} from 'vitest';
import {languages} from '../src/citation/languages/index.ts';
import type {Language} from '../src/citation/languages/language.ts';
import {matcherOf} from '../src/citation/phrase-matcher.ts';
import {anyWord} from '../src/citation/word-pattern.ts';

/** A language that nobody types in notes: with this file and its line in the list its short forms are read. */
const esperanto: Language = {
  tag: 'eo',
  signals: {leading: ['vidu'], joining: ['vidu'], connecting: ['kaj'], secondHand: ['citita laŭ']},
  shortForms: {ibid: ['samloke'], idem: ['samulo'], opCit: ['cit. verko'], above: ['supre'], note: ['noto']},
  names: {and: 'kaj', others: ['kaj aliaj']},
  works: {articles: 'la'},
  places: {labels: ['paĝo', 'ĉapitro'], pages: ['paĝo']},
  promises: {whole: ['mankas fonto']},
};

const folder = new URL('../src/citation/languages/', import.meta.url);

describe('the languages', () => {
  test('every file of a language stands in the list', () => {
    const files = readdirSync(folder).filter(name => name !== 'index.ts' && name !== 'language.ts');
    expect(languages).toHaveLength(files.length);
    expect(new Set(languages.map(({tag}) => tag)).size).toBe(files.length);
  });

  test.each(languages.map(language => [language.tag, language] as const))(
    'the words of %s are written as the lists ask',
    (_, language) => {
      const strings = stringsOf(language);
      expect(strings.length).toBeGreaterThan(1);
      for (const {path, text} of strings) {
        expect(text, path).toBe(text.trim());
        expect(text, path).not.toMatch(/\s{2}|^$/u);
        if (path.endsWith('.beside')) continue;
        expect(text.toLowerCase(), path).toBe(text);
      }
    },
  );

  test('no list of phrases says the same twice', () => {
    for (const language of languages) {
      for (const [path, list] of listsOf(language)) expect(new Set(list).size, path).toBe(list.length);
    }
  });

  test('a matcher ends where the pattern of the same phrases ends', () => {
    const phrases = languages
      .flatMap(language => [...listsOf(language).values()].flat())
      .filter(phrase => !TWO_LETTERS.test(phrase));
    const at = matcherOf(phrases);
    for (const phrase of phrases) {
      for (const typed of [
        phrase,
        phrase.replaceAll('.', ''),
        phrase.replaceAll('. ', '.'),
        `${phrase}  x`,
      ]) {
        const pattern = new RegExp(`^(?:${anyWord([phrase])})(?!\\p{L})`, 'u').exec(typed)?.[0].length;
        expect(matcherOf([phrase])(typed, 0), typed).toBe(pattern);
        if (pattern !== undefined) expect(at(typed, 0) ?? 0, typed).toBeGreaterThanOrEqual(pattern);
      }
    }
    expect(at('opposite', 0)).toBeUndefined();
  });
});

const TWO_LETTERS = /^\p{L}\.\s?\p{L}\.$/u;

describe('a new language', () => {
  test('is data alone', async () => {
    vi.resetModules();
    vi.doMock('../src/citation/languages/index.ts', () => ({languages: [...languages, esperanto]}));
    const {parseManuscript} = await import('../src/manuscript/parse.ts');
    const {parseBibliography} = await import('../src/bibliography/parse.ts');
    const {resolveCitations} = await import('../src/citation/resolve.ts');
    const notes = [
      'Weber, M (1990) *Rivers* kaj Kalocsay, K (1931) *Streĉita kordo*',
      'Kalocsay, cit. verko, paĝo 12',
      'Samloke, ĉapitro 3',
      'Mankas fonto',
      'vidu supre noto 2',
      'Zamenhof citita laŭ Kalocsay (1931), paĝo 4',
    ];
    const text = `1. ${notes.map((_, at) => `A.[^${at + 1}]`).join(' ')}\n\n${notes.map((note, at) => `[^${at + 1}]: ${note}`).join('\n\n')}\n`;
    const manuscript = parseManuscript({path: 'm.md', text}).value;
    const bibliography = parseBibliography([
      {
        path: 'b.bib',
        text:
          '@book{kal, author = {Kalocsay, Kálmán}, title = {Streĉita kordo}, year = 1931}\n' +
          '@book{web, author = {Weber, Max}, title = {Rivers}, year = 1990}',
      },
    ]).value;
    const found = resolveCitations(manuscript, bibliography).resolutions.map(one => [
      one.cite.form,
      one.status,
      one.status === 'resolved' ? one.key : undefined,
      one.cite.locator,
    ]);
    expect(found).toEqual([
      ['full', 'resolved', 'web', undefined],
      ['full', 'resolved', 'kal', undefined],
      ['op-cit', 'resolved', 'kal', 'paĝo 12'],
      ['ibid', 'resolved', 'kal', 'ĉapitro 3'],
      ['placeholder', 'placeholder', undefined, undefined],
      ['supra', 'resolved', 'kal', undefined],
      ['short', 'resolved', 'kal', 'paĝo 4'],
    ]);
    vi.doUnmock('../src/citation/languages/index.ts');
    vi.resetModules();
  });
});

/** Every word list of a language as it is written, with the name of the list. */
function stringsOf(language: Language): readonly {readonly path: string; readonly text: string}[] {
  return Object.entries(language).flatMap(([group, lists]) =>
    typeof lists === 'string'
      ? []
      : Object.entries(lists as Record<string, unknown>).flatMap(([name, list]) => {
          const path = `${language.tag}.${group}.${name}`;
          if (typeof list === 'string') return [{path, text: list}];
          return Array.isArray(list) ? list.map((text: string) => ({path, text})) : [];
        }),
  );
}

function listsOf(language: Language): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const {path, text} of stringsOf(language)) {
    if (text.split(' ').length > 12) continue;
    lists.set(path, [...(lists.get(path) ?? []), text]);
  }
  return lists;
}
