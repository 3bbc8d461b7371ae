import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography, Entry} from '../src/bibliography/types.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Citations, Resolution} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {slice} from '../src/text/span.ts';

/** Works that their first name and year tell apart, so that what a short form with both means is beyond doubt. */
const single = readFileSync(new URL('citation/dresses.bib', import.meta.url), 'utf8');
const shelf = `${single}\n${twinsOf(distinct(read(single).entries).slice(0, 4))}`;
const bibliography = read(shelf);
const works = [
  ...distinct(read(single).entries),
  ...bibliography.entries.filter(({key}) => key.startsWith('twin')),
];

/** A note as its author meant it: which work, in which form. */
type Meant =
  | {
      readonly form: 'full' | 'op-cit' | 'titled' | 'short' | 'other-year' | 'named' | 'unknown';
      readonly work: number;
      readonly id: number;
    }
  /** Two works in full, parted by a semicolon. */
  | {readonly form: 'pair'; readonly work: number; readonly second: number; readonly id: number}
  /** "See n 3 above": the note with this id. */
  | {readonly form: 'pointer'; readonly to: number; readonly id: number}
  | {readonly form: 'ibid' | 'bare' | 'promise' | 'comment'; readonly id: number};

const notes: fc.Arbitrary<readonly Meant[]> = fc
  .array(
    fc.record({
      form: fc.constantFrom(
        'full' as const,
        'full' as const,
        'op-cit' as const,
        'titled' as const,
        'short' as const,
        'other-year' as const,
        'named' as const,
        'named' as const,
        'unknown' as const,
        'pair' as const,
        'pointer' as const,
        'ibid' as const,
        'ibid' as const,
        'bare' as const,
        'promise' as const,
        'comment' as const,
      ),
      work: fc.nat(works.length - 1),
      to: fc.nat(20),
    }),
    {minLength: 2, maxLength: 14},
  )
  .map(list =>
    list.map(({form, work, to}, id): Meant => {
      if (form === 'pointer') return {form, to: to % list.length, id};
      if (form === 'pair')
        return {form, work, second: (work + 1 + (to % (works.length - 1))) % works.length, id};
      return form === 'ibid' || form === 'bare' || form === 'promise' || form === 'comment'
        ? {form, id}
        : {form, work, id};
    }),
  );

/** What an edit makes of the notes: some deleted, the rest in another order. */
const edited = notes.chain(all =>
  fc.record({
    all: fc.constant(all),
    left: fc.shuffledSubarray([...all], {minLength: 1}),
  }),
);

describe('an edit of the notes', () => {
  it('turns no cite into a wrong resolution', () => {
    fc.assert(
      fc.property(edited, ({all, left}) => {
        // The numbers in pointers are typed; they stay what they were when notes go.
        const text = write(left, id => all.findIndex(note => note.id === id) + 1);
        expectRight(left, resolve(text, bibliography));
      }),
      {numRuns: 600},
    );
  });

  it('turns none into a wrong one when a definition goes and its call stays', () => {
    fc.assert(
      fc.property(notes, fc.nat(13), (all, which) => {
        const gone = all[which % all.length]?.id;
        const text = write(all, id => id + 1).replace(new RegExp(`^\\[\\^n${gone}\\]: .*$`, 'mu'), '');
        const citations = resolve(text, bibliography);
        for (const {cite} of citations.resolutions) expect(cite.in).not.toMatchObject({label: `n${gone}`});
        expectRight(all, citations, gone);
      }),
      {numRuns: 200},
    );
  });

  it('leaves the meaning of every cite when a label is renamed', () => {
    fc.assert(
      fc.property(notes, all => {
        const text = write(all, id => id + 1);
        const renamed = text.replaceAll(/\[\^n(\d+)\]/gu, '[^source-$1]');
        expect(meanings(resolve(renamed, bibliography))).toEqual(meanings(resolve(text, bibliography)));
      }),
      {numRuns: 100},
    );
  });
});

describe('what has nothing to do with a cite', () => {
  it('changes no resolution when it is added to the bibliography', () => {
    const more = read(
      `${shelf}\n@book{zander2011, author = {Zander, Ottokar}, title = {Quartz Mining under Xerxes}, year = 2011}\n`,
    );
    fc.assert(
      fc.property(notes, all => {
        const text = write(all, id => id + 1);
        expect(meanings(resolve(text, more))).toEqual(meanings(resolve(text, bibliography)));
      }),
      {numRuns: 100},
    );
  });

  it('changes no resolution when a comment is added behind the notes', () => {
    fc.assert(
      fc.property(notes, all => {
        const text = write(all, id => id + 1);
        const more = `${text}\n2. More.[^comment]\n\n[^comment]: All prices are those of the time.\n`;
        expect(meanings(resolve(more, bibliography))).toEqual(meanings(resolve(text, bibliography)));
      }),
      {numRuns: 100},
    );
  });
});

describe('spans', () => {
  it('slice the text that they name', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom('\n', '\r\n'), fc.boolean(), (all, lineEnd, hasMark) => {
        const text = (hasMark ? '\uFEFF' : '') + write(all, id => id + 1).replaceAll('\n', lineEnd);
        for (const {cite} of resolve(text, bibliography).resolutions) {
          expect(slice(text, cite.span).replaceAll('*', '')).toBe(cite.text);
          if (cite.year !== undefined) expect(slice(text, cite.year.span)).toBe(cite.year.text);
          if (cite.pointer !== undefined)
            expect(Number(slice(text, cite.pointer.span))).toBe(cite.pointer.value);
        }
      }),
      {numRuns: 100},
    );
  });
});

function read(text: string): Bibliography {
  return parseBibliography([{path: 'bibliography/references.bib', text}]).value;
}

/** Entries of one person or body each, no two with the same name. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const names = new Map<string, number>();
  for (const entry of entries) names.set(nameOf(entry), (names.get(nameOf(entry)) ?? 0) + 1);
  return entries.filter(entry => entry.names.length === 1 && names.get(nameOf(entry)) === 1);
}

/** A second work of each author, with another year and title. */
function twinsOf(entries: readonly Entry[]): string {
  return entries
    .map(entry => {
      const [name] = entry.names;
      const author = name?.kind === 'body' ? `{${name.literal}}` : `${name?.family}, ${name?.given ?? ''}`;
      return `@book{twin${entry.key}, author = {${author}}, title = {Second Thoughts of ${entry.key}}, year = ${(entry.year ?? 0) + 3}}`;
    })
    .join('\n');
}

function nameOf({names: [name]}: Entry): string {
  if (name === undefined) return '';
  return name.kind === 'body' ? name.literal : name.family;
}

function write(list: readonly Meant[], numberOf: (id: number) => number): string {
  const calls = list.map(({id}) => `A claim.[^n${id}]`).join(' ');
  return `1. ${calls}\n\n${list.map(note => `[^n${note.id}]: ${typed(note, numberOf)}\n`).join('\n')}`;
}

function typed(note: Meant, numberOf: (id: number) => number): string {
  switch (note.form) {
    case 'ibid':
      return 'ibid, p 4';
    case 'bare':
      return 'op cit, p 5';
    case 'promise':
      return 'add refs';
    case 'pair':
      return `${typed({form: 'full', work: note.work, id: 0}, numberOf)}; ${typed({form: 'full', work: note.second, id: 0}, numberOf)}`;
    case 'comment':
      return 'All prices are those of the time.';
    case 'pointer':
      return `see n ${numberOf(note.to)} above`;
    default: {
      const entry = works[note.work];
      if (entry === undefined) throw new Error('no such work');
      const name = nameOf(entry);
      if (note.form === 'full') return `${name} (${entry.year}) *${entry.title}*`;
      // A work of the same author that the bibliography lacks.
      if (note.form === 'unknown') return `${name} (${(entry.year ?? 0) + 41}) *Nobody’s Almanac*`;
      if (note.form === 'named') return `${name}, op cit`;
      if (note.form === 'other-year') return `${name} (${(entry.year ?? 0) + 37}) op cit`;
      if (note.form === 'short') return `${name} (${entry.year}), p 3`;
      return note.form === 'op-cit' ? `${name} (${entry.year}) op cit` : `${name}, *${entry.title}*, op cit`;
    }
  }
}

function resolve(text: string, entries: Bibliography): Citations {
  return resolveCitations(parseManuscript({path: 'manuscript/evidence.md', text}).value, entries);
}

/**
 * Every resolved cite means what its note was meant to cite, by what the list of notes alone says: a short form has its full
 * citation before it, *ibid* has one settled work before it, a pointer a note with one work, and nothing resolves to a work with
 * another year. That less is resolved is no fault here; the labelled cases say what must be.
 *
 * @param gone the note whose definition was taken out
 */
function expectRight(list: readonly Meant[], {resolutions}: Citations, gone?: number): void {
  for (const one of resolutions) {
    if (one.status !== 'resolved' || one.cite.in.kind !== 'note') continue;
    const {label} = one.cite.in;
    const at = list.findIndex(({id}) => `n${id}` === label);
    const note = list[at];
    if (note === undefined) throw new Error('a cite in no note');
    expect(worksMeant(list, at, gone), `${note.form} in note ${at + 1}`).toContain(one.key);
  }
}

/** The works to which a cite of a note may resolve; none where it must stay open. */
function worksMeant(
  list: readonly Meant[],
  at: number,
  gone: number | undefined,
  asking: readonly number[] = [],
): readonly string[] {
  const note = list[at];
  // A note that was moved may lean on one that leans on it: then neither means anything.
  if (note === undefined || note.id === gone || asking.includes(at)) return [];
  const askers = [...asking, at];
  const isFullBefore = (work: number): boolean =>
    list.slice(0, at).some(one => one.id !== gone && fullWorks(one).includes(work));
  switch (note.form) {
    case 'full':
    case 'short':
      return keys([note.work]);
    case 'pair':
      return keys([note.work, note.second]);
    case 'op-cit':
    case 'titled':
      return isFullBefore(note.work) ? keys([note.work]) : [];
    case 'named': {
      const cited = new Set(list.slice(0, at).flatMap(one => (one.id === gone ? [] : fullWorks(one))));
      const byName = [...cited].filter(work => authorOf(work) === authorOf(note.work));
      const isRivalled = list
        .slice(0, at)
        .some(one => isUnknown(one, gone) && authorOf(one.work) === authorOf(note.work));
      return byName.length === 1 && !isRivalled ? keys(byName) : [];
    }
    case 'ibid': {
      const before = list.slice(0, at).findLastIndex(one => !citesNothing(list, one, gone));
      return before < 0 ? [] : oneWork(list, before, gone, askers);
    }
    case 'bare': {
      // What a pointer sends to is cited where that note stands.
      const cited = new Set(
        list
          .slice(0, at)
          .flatMap((one, place) => (one.form === 'pointer' ? [] : worksMeant(list, place, gone, askers))),
      );
      return cited.size === 1 && !list.slice(0, at).some(one => isUnknown(one, gone)) ? [...cited] : [];
    }
    // The number that was typed, from the list before it was edited, counts the notes that are left.
    case 'pointer':
      return isReached(list, note.to, gone) ? oneWork(list, note.to, gone, askers) : [];
    default:
      return [];
  }
}

/** The work of a note with one, settled or in conflict; none where it has two, a promise, or is gone. */
function oneWork(
  list: readonly Meant[],
  at: number,
  gone: number | undefined,
  asking: readonly number[],
): readonly string[] {
  const note = list[at];
  if (note === undefined || note.id === gone || note.form === 'pair') return [];
  if (note.form === 'op-cit' || note.form === 'titled' || note.form === 'other-year')
    return keys([note.work]);
  // A name that only one work can mean is that work in conflict, where its full citation is missing.
  const isOnlyOne =
    note.form === 'named' && works.filter((_, work) => authorOf(work) === authorOf(note.work)).length === 1;
  if (
    isOnlyOne &&
    !list.slice(0, at).some(one => isUnknown(one, gone) && authorOf(one.work) === authorOf(note.work))
  )
    return keys([note.work]);
  return worksMeant(list, at, gone, asking);
}

/** Whether a pointer to a place ends at a note, and not in a ring of pointers or behind a note that has no number yet. */
function isReached(list: readonly Meant[], to: number, gone: number | undefined): boolean {
  const passed = new Set<number>();
  for (let place = to; ; ) {
    const note = list[place];
    if (note === undefined || passed.has(place) || list.slice(0, place + 1).some(({id}) => id === gone))
      return false;
    if (note.form !== 'pointer') return true;
    passed.add(place);
    place = note.to;
  }
}

/** A comment, or a number that sends the reader to one, or to another number: a reference to the document. */
function citesNothing(list: readonly Meant[], note: Meant, gone: number | undefined): boolean {
  if (note.form !== 'pointer') return note.form === 'comment';
  const hole = list.findIndex(({id}) => id === gone);
  // A note without a definition has no number.
  const target = list[hole !== -1 && hole <= note.to ? note.to + 1 : note.to];
  return target !== undefined && target !== note && (target.form === 'comment' || target.form === 'pointer');
}

function isUnknown(
  note: Meant,
  gone: number | undefined,
): note is Meant & {readonly form: 'unknown'; readonly work: number} {
  return note.form === 'unknown' && note.id !== gone;
}

function fullWorks(note: Meant): readonly number[] {
  if (note.form === 'full') return [note.work];
  return note.form === 'pair' ? [note.work, note.second] : [];
}

function authorOf(work: number): string {
  const entry = works[work];
  return entry === undefined ? '' : nameOf(entry);
}

function keys(ones: readonly number[]): readonly string[] {
  return ones.flatMap(work => works[work]?.key ?? []);
}

function keyOf(resolution: Resolution | undefined): string | undefined {
  return resolution !== undefined && 'key' in resolution ? resolution.key : undefined;
}

function meanings({resolutions}: Citations): readonly string[] {
  return resolutions.map(one => `${one.cite.id} ${one.status} ${keyOf(one)} ${one.antecedent?.id}`);
}
