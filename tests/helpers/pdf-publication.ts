import {defineProfile, type Profile} from '../../src/profiles/profile.ts';
import type {
  Block,
  BlockOf,
  Inline,
  InlineOf,
  Publication,
  PublishedNote,
} from '../../src/publication/types.ts';

/** Publications built by hand, with words enough to fill pages. */

const profile: Profile = defineProfile({
  id: 'test',
  title: 'A committee',
  language: 'en-GB',
  guidance: {title: 'Guidance', url: 'https://example.org/', read: '2026-11-24'},
  deliverable: {
    accept: {value: ['pdf'], firmness: 'custom', source: undefined},
    refuse: {value: [], firmness: 'custom', source: undefined},
  },
  heading: {
    value: 'Written evidence submitted by {submitter} ({reference})',
    firmness: 'custom',
    source: undefined,
  },
  paragraphs: {numbered: {value: true, firmness: 'custom', source: undefined}, pattern: '{n}.'},
  boxes: {pattern: 'Box {n}'},
  page: {
    size: 'A4',
    margin: 72,
    font: 'Arial',
    fontSize: 11,
    numbered: {value: true, firmness: 'custom', source: undefined},
  },
  limits: {words: undefined, pages: undefined},
  rules: {},
});

/** A publication with blocks of the test's own, and whatever else the test wants otherwise. */
export function publicationOf(
  blocks: readonly Block[],
  notes: readonly PublishedNote[] = [],
  changes: Partial<Publication> = {},
): Publication {
  return {
    title: 'The working of the committee system',
    evidenceLine: 'Written evidence submitted by The Society of Readers',
    dateLine: 'November 2003',
    submitter: 'The Society of Readers',
    capacity: 'organisation',
    committee: 'Procedure Committee',
    inquiry: 'Committees and their witnesses',
    reference: undefined,
    issued: {year: 2003, month: 11, day: undefined},
    language: 'en-GB',
    profile,
    draft: undefined,
    blocks,
    notes,
    ...changes,
  };
}

export function withPage(changes: Partial<Profile['page']>): Profile {
  return {...profile, page: {...profile.page, ...changes}};
}

export function text(value: string): InlineOf<'text'> {
  return {type: 'text', value};
}

export function paragraph(...children: readonly Inline[]): BlockOf<'paragraph'> {
  return {type: 'paragraph', number: undefined, id: undefined, indent: 0, children};
}

export function numbered(number: number, ...children: readonly Inline[]): BlockOf<'paragraph'> {
  return {type: 'paragraph', number, id: `para-${number}`, indent: 1, children};
}

export function heading(level: BlockOf<'heading'>['level'], id: string, value: string): BlockOf<'heading'> {
  return {type: 'heading', level, id, children: [text(value)]};
}

export function box(number: number, title: string, ...blocks: readonly Block[]): BlockOf<'box'> {
  return {
    type: 'box',
    number,
    id: `box-${number}`,
    label: `Box ${number}`,
    title: [text(title)],
    blocks,
    source: paragraph(text('Source: the records of the committee.')),
  };
}

/** The first call of a note. */
export function call(number: number): InlineOf<'note-reference'> {
  return {type: 'note-reference', number, note: `note-${number}`, id: `noteref-${number}`, isFirst: true};
}

/** A later call of a note that was called before; `turn` from 2. */
export function callAgain(number: number, turn: number): InlineOf<'note-reference'> {
  return {
    type: 'note-reference',
    number,
    note: `note-${number}`,
    id: `noteref-${number}-${turn}`,
    isFirst: false,
  };
}

/** A note that can be told from all others by its first and last words: `Note7begins … note7ends.` */
export function note(number: number, words: number, ...more: readonly Block[]): PublishedNote {
  return {
    number,
    id: `note-${number}`,
    referenceId: `noteref-${number}`,
    blocks: [paragraph(text(`Note${number}begins ${prose(number, words)} note${number}ends.`)), ...more],
  };
}

const WORDS =
  'the committee received evidence that ministers had reconsidered a published position on the statutory instruments laid before both houses and found the office efficient though difficult to finance without further affirmation from officials who drafted regulations on fisheries tariffs and the definition of significant influence within its proceedings'.split(
    ' ',
  );

/** So many words of prose, another for each seed and always the same for one. */
export function prose(seed: number, words: number): string {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  let sentence = 0;
  return Array.from({length: words}, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = WORDS[(state >>> 12) % WORDS.length] ?? 'the';
    const isStart = sentence === 0;
    sentence = isStart ? 9 + ((state >>> 20) % 13) : sentence - 1;
    const isEnd = sentence === 0 || index === words - 1;
    return `${isStart ? word.charAt(0).toUpperCase() + word.slice(1) : word}${isEnd ? '.' : ''}`;
  }).join(' ');
}
