import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import type {Bibliography, Entry} from '../src/bibliography/types.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {Citations, Resolution} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {slice} from '../src/text/span.ts';

/** Works that their first name and year tell apart, so that what a short form means is beyond doubt. */
const shelf = readFileSync(new URL('citation/dresses.bib', import.meta.url), 'utf8');
const bibliography = read(shelf);
const works = distinct(bibliography.entries);

/** A note as its author meant it: which work, in which form. */
type Meant =
  | {readonly form: 'full' | 'op-cit' | 'titled' | 'short'; readonly work: number; readonly id: number}
  /** "See n 3 above": the note with this id. */
  | {readonly form: 'pointer'; readonly to: number; readonly id: number}
  | {readonly form: 'ibid' | 'promise' | 'comment'; readonly id: number};

const notes: fc.Arbitrary<readonly Meant[]> = fc
  .array(
    fc.record({
      form: fc.constantFrom(
        'full' as const,
        'full' as const,
        'op-cit' as const,
        'titled' as const,
        'short' as const,
        'pointer' as const,
        'ibid' as const,
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
      return form === 'ibid' || form === 'promise' || form === 'comment' ? {form, id} : {form, work, id};
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
      {numRuns: 400},
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
    case 'promise':
      return 'add refs';
    case 'comment':
      return 'All prices are those of the time.';
    case 'pointer':
      return `see n ${numberOf(note.to)} above`;
    default: {
      const entry = works[note.work];
      if (entry === undefined) throw new Error('no such work');
      const name = nameOf(entry);
      if (note.form === 'full') return `${name} (${entry.year}) *${entry.title}*`;
      if (note.form === 'short') return `${name} (${entry.year}), p 3`;
      return note.form === 'op-cit' ? `${name} (${entry.year}) op cit` : `${name}, *${entry.title}*, op cit`;
    }
  }
}

function resolve(text: string, entries: Bibliography): Citations {
  return resolveCitations(parseManuscript({path: 'manuscript/evidence.md', text}).value, entries);
}

/** Every resolved cite means what its note was meant to cite; *ibid* the cite before; a pointer the note it counts to. */
function expectRight(list: readonly Meant[], {resolutions}: Citations, gone?: number): void {
  const numbers = list.map(({id}) => id);
  for (const [at, one] of resolutions.entries()) {
    if (one.status !== 'resolved' || one.cite.in.kind !== 'note') continue;
    const note = list.find(({id}) => `n${id}` === (one.cite.in.kind === 'note' ? one.cite.in.label : ''));
    if (note === undefined) throw new Error('a cite in no note');
    switch (note.form) {
      case 'ibid': {
        const before = resolutions[at - 1];
        // A conflict names its work; the finding stands there, not at each *ibid* behind it.
        expect(['resolved', 'conflict']).toContain(before?.status);
        expect(one.key).toBe(keyOf(before));
        expect(one.antecedent?.id).toBe(before?.cite.id);
        break;
      }
      case 'pointer': {
        const target = numbers[(one.cite.pointer?.value ?? 0) - 1];
        expect(target).not.toBe(gone);
        expect(one.key).toBe(
          keyOf(resolutions.find(({cite}) => cite.in.kind === 'note' && cite.in.label === `n${target}`)),
        );
        break;
      }
      case 'promise':
      case 'comment':
        throw new Error(`${note.form} resolved to ${one.key}`);
      default:
        expect(one.key).toBe(works[note.work]?.key);
    }
  }
}

function keyOf(resolution: Resolution | undefined): string | undefined {
  return resolution !== undefined && 'key' in resolution ? resolution.key : undefined;
}

function meanings({resolutions}: Citations): readonly string[] {
  return resolutions.map(one => `${one.cite.id} ${one.status} ${keyOf(one)} ${one.antecedent?.id}`);
}
