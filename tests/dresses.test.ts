import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography, Entry, Name} from '../src/bibliography/types.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Resolution} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {wordsOf} from '../src/text/words.ts';
import {DRESSES, family, inverted, names, straight, title} from './helpers/dresses.ts';

const text = readFileSync(new URL('citation/dresses.bib', import.meta.url), 'utf8');
const whole = read(text);

describe('a work typed in any dress is itself', () => {
  for (const [dress, write] of Object.entries(DRESSES)) {
    for (const entry of whole.entries) {
      // Semicolons part works, and nothing sets this title off.
      if (dress === 'Harvard without marks' && entry.title?.includes(';')) continue;
      test(`${dress}: ${entry.key}`, () => {
        const resolutions = resolve(write(entry), whole);
        const twins = whole.entries.filter(other => isTwin(entry, other) && dress === 'no year');
        if (twins.length > 0) expect(statusOf(resolutions)).toBe('ambiguous');
        else expect(meaning(resolutions), write(entry)).toBe(`resolved ${entry.key}`);
      });
    }
  }
});

describe('a work that the bibliography lacks is no other', () => {
  for (const entry of whole.entries) {
    const without = read(withoutEntry(entry));
    for (const [dress, write] of Object.entries(DRESSES)) {
      test(`${dress}: ${entry.key}`, () => {
        for (const resolution of resolve(write(entry), without)) {
          const isTwinFound =
            dress === 'no year' &&
            whole.entries.some(other => isTwin(entry, other) && keyOf(resolution) === other.key);
          if (!isTwinFound)
            expect(resolution.status, `${write(entry)} → ${keyOf(resolution)}`).not.toBe('resolved');
        }
      });
    }
  }
});

/** What makes another work of one: one word or number of its title, a family name, the year. */
const CHANGES: Readonly<Record<string, (entry: Entry) => readonly Entry[]>> = {
  'another word in the title': entry =>
    wordsOf(entry.title ?? '')
      .filter(({text: word}) => /^\p{L}{4,}$/u.test(word))
      .map(word => withTitle(entry, word.start, word.end, /^\p{Lu}/u.test(word.text) ? 'Zebra' : 'zebra')),
  'another number in the title': entry =>
    [...(entry.title ?? '').matchAll(/\d+/gu)].map(({0: digits, index}) =>
      withTitle(entry, index, index + digits.length, String(Number(digits) + 3)),
    ),
  'a word more before the title': entry => [withTitle(entry, 0, 0, 'Rethinking ')],
  'a word more behind the title': entry => {
    const end = entry.title?.length ?? 0;
    return /[?!]$/u.test(entry.title ?? '') ? [] : [withTitle(entry, end, end, ' Reconsidered')];
  },
  'another family name': entry =>
    entry.names.flatMap((name, order) =>
      name.kind === 'body' ? [] : [withName(entry, order, {...name, family: 'Zander'})],
    ),
  'another body': entry =>
    entry.names.flatMap((name, order) =>
      name.kind === 'person' ? [] : [withName(entry, order, {...name, literal: `Zetland ${name.literal}`})],
    ),
  'another year': entry => [{...entry, year: (entry.year ?? 0) + 4}],
};

describe('a work that differs in one thing is no entry of the bibliography', () => {
  for (const [change, make] of Object.entries(CHANGES)) {
    for (const entry of whole.entries) {
      test(`${change}: ${entry.key}`, () => {
        for (const other of make(entry)) {
          for (const [dress, write] of Object.entries(DRESSES)) {
            if (change === 'another year' && dress === 'no year') continue;
            for (const resolution of resolve(write(other), whole))
              expect(resolution.status, `${write(other)} → ${keyOf(resolution)}`).not.toBe('resolved');
          }
        }
      });
    }
  }
});

function withTitle(entry: Entry, start: number, end: number, text: string): Entry {
  const title = entry.title ?? '';
  return {...entry, title: title.slice(0, start) + text + title.slice(end)};
}

function withName(entry: Entry, order: number, name: Name): Entry {
  return {...entry, names: entry.names.with(order, name)};
}

/** Short forms that say which work by a title. */
const SHORT_DRESSES: Readonly<Record<string, (entry: Entry) => string>> = {
  'op cit': entry => `${names(entry, family, family)}, ${title(entry, '*', '‘')}, op cit, p 4`,
  'op cit, with initials': entry =>
    `See ${names(entry, inverted, straight)}, ${title(entry, '*', '‘')}, op. cit.`,
  'op cit, without marks': entry =>
    `${names(entry, family, family)} (${entry.year}) ${title(entry, '', '')}, op cit`,
  'title alone': entry => `${title(entry, '*', '‘')}, op cit`,
  supra: entry => `${names(entry, family, family)}, ${title(entry, '*', '‘')}, supra`,
};

describe('a short form with a title is that work or none', () => {
  for (const entry of whole.entries) {
    const others = whole.entries.filter(other => other !== entry);
    for (const [dress, write] of Object.entries(SHORT_DRESSES)) {
      if (dress === 'op cit, without marks' && (entry.title?.includes(';') || entry.names.length === 0))
        continue;
      test(`${dress}: ${entry.key}`, () => {
        const all = last(resolveAfter([...others, entry], write(entry), whole));
        const hasTwin = others.some(
          other =>
            (isTwin(entry, other) && !dress.includes('without')) ||
            (dress === 'title alone' && other.title === entry.title),
        );
        if (hasTwin) expect(all.status).toBe('ambiguous');
        else expect(meaning([all]), write(entry)).toBe(`resolved ${entry.key}`);
        const none = last(resolveAfter(others, write(entry), read(withoutEntry(entry))));
        // The first words of a title that was cited in full are its short title.
        const isShortTitle = others.some(other => (other.title ?? '').startsWith(entry.title ?? ''));
        if (!hasTwin && !isShortTitle)
          expect(none.status, `${write(entry)} → ${keyOf(none)}`).not.toBe('resolved');
      });
    }
  }
});

/** What a note means behind notes that cite works in full. */
function resolveAfter(
  cited: readonly Entry[],
  note: string,
  bibliography: Bibliography,
): readonly Resolution[] {
  const notes = [...cited.map(entry => DRESSES['Harvard']?.(entry) ?? ''), note];
  const calls = notes.map((_, index) => `[^${index + 1}]`).join(' ');
  const definitions = notes.map((one, index) => `[^${index + 1}]: ${one}\n`).join('\n');
  const {value} = parseManuscript({path: 'manuscript/evidence.md', text: `1. ${calls}\n\n${definitions}`});
  return resolveCitations(value, bibliography).resolutions;
}

function last(resolutions: readonly Resolution[]): Resolution {
  const resolution = resolutions.at(-1);
  if (resolution === undefined) throw new Error('no cite was found');
  return resolution;
}

function read(bibtex: string): Bibliography {
  return parseBibliography([{path: 'bibliography/references.bib', text: bibtex}]).value;
}

function withoutEntry(entry: Entry): string {
  return text.slice(0, entry.span.start) + text.slice(entry.span.end);
}

function resolve(note: string, bibliography: Bibliography): readonly Resolution[] {
  const {value} = parseManuscript({
    path: 'manuscript/evidence.md',
    text: `1. A claim.[^1]\n\n[^1]: ${note}\n`,
  });
  return resolveCitations(value, bibliography).resolutions;
}

function meaning(resolutions: readonly Resolution[]): string {
  return resolutions.map(one => `${one.status} ${keyOf(one)}`).join('; ');
}

function statusOf(resolutions: readonly Resolution[]): string {
  return resolutions.map(({status}) => status).join('; ');
}

function keyOf(resolution: Resolution): string | undefined {
  return 'key' in resolution ? resolution.key : undefined;
}

/** Two editions of one book, which nothing but the year tells apart. */
function isTwin(entry: Entry, other: Entry): boolean {
  return (
    entry !== other &&
    entry.title === other.title &&
    JSON.stringify(entry.names) === JSON.stringify(other.names)
  );
}
