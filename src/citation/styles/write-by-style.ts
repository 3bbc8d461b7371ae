import {readCslItems} from '../../bibliography/csl-item.ts';
import type {Entry} from '../../bibliography/types.ts';
import type {Resolution} from '../types.ts';
import {type CitekeyGroup, findCitekeyGroups} from './citekey-groups.ts';
import {type Cluster, clustersInNotes, clustersInText} from './clusters.ts';
import {numberAllNotes} from './note-numbers.ts';
import {overlapping, withoutOverlaps} from './overlap.ts';
import {writeNames} from './plain-names.ts';
import {processCites} from './processor.ts';
import type {Style} from './read-style.ts';
import {type CitingSubject, plainRun, type Replacement, type StyledText} from './types.ts';

/** What a style makes of a manuscript. */
export interface StyledCites {
  readonly replacements: readonly Replacement[];
  /** The list of works; `undefined` where the style has none. */
  readonly works: readonly StyledText[] | undefined;
}

/**
 * `citations: csl:<style>`: what was typed as a key is written by the style; what was typed as a reference stays as typed and
 * is counted. In a note style a key in running text makes a note, one in a note is written there, and one in the source line
 * of a box is given in full at its place, as a box is read by itself. A group with a key that the bibliography lacks is
 * no cite of the style's, and stays.
 *
 * @param listed the works of the list of works cited
 * @throws Error for a style that citeproc cannot read
 */
export async function writeByStyle(
  {manuscript, bibliography, citations}: CitingSubject,
  style: Style,
  listed: readonly string[],
): Promise<StyledCites> {
  const {byKey} = bibliography;
  const groups = withoutOverlaps(
    manuscript.passages
      .flatMap(findCitekeyGroups)
      .filter(({items}) => items.every(({key}) => byKey.has(key))),
  );
  const {resolutions} = citations;
  const groupOf = groupFinder(groups);
  const {clusters, alone} = arrange(resolutions, groups, groupOf, style, manuscript);
  const keys = [...clusters, ...alone].flatMap(({items}) => items.map(({key}) => key));
  const {texts, aloneTexts, works} = await processCites(style, {
    clusters,
    alone,
    items: readCslItems(bibliography, [...keys, ...listed]),
    listed,
  });
  const written = [...texts].flatMap(([at, text]) => pair(clusters[at]?.group, text));
  const inBoxes = aloneTexts.flatMap((text, at) => pair(alone[at]?.group, text));
  const makesNotes = style.kind === 'note';
  const replacements = [...written, ...inBoxes].map(({group, text}) =>
    makesNotes && group.passage.in.kind === 'text'
      ? makeNote(group, text, byKey)
      : writeInPlace(group, text, makesNotes),
  );
  return {replacements: withoutOverlaps(replacements), works};
}

interface WrittenGroup {
  readonly group: CitekeyGroup;
  readonly text: StyledText;
}

function pair(group: CitekeyGroup | undefined, text: StyledText): readonly WrittenGroup[] {
  return group === undefined ? [] : [{group, text}];
}

function groupFinder(groups: readonly CitekeyGroup[]): (resolution: Resolution) => CitekeyGroup | undefined {
  return ({cite}) => (cite.form === 'key' ? overlapping(groups, cite.span)[0] : undefined);
}

function arrange(
  resolutions: readonly Resolution[],
  groups: readonly CitekeyGroup[],
  groupOf: (resolution: Resolution) => CitekeyGroup | undefined,
  style: Style,
  manuscript: CitingSubject['manuscript'],
): {readonly clusters: readonly Cluster[]; readonly alone: readonly Cluster[]} {
  if (style.kind === 'in-text') return {clusters: clustersInText(resolutions, groupOf), alone: []};
  const makers = groups.filter(({passage}) => passage.in.kind === 'text');
  const inBoxes = groups.filter(({passage}) => passage.in.kind === 'box');
  return {
    clusters: clustersInNotes(resolutions, groupOf, numberAllNotes(manuscript, makers)),
    alone: inBoxes.map(group => ({group, items: group.items, note: 0})),
  };
}

// ".", ".”": the stop that a style puts at the end of a note
const LAST_STOP = /\.(?=["”’']?$)/u;
// "Ibid.", "op. cit.": a stop that belongs to its word
const ABBREVIATED = /\b(?:ibid|cit|al|eds?|id)\.$/iu;

/** In a note, under a box, or in the text. The stop with which a note style ends goes where the author goes on. */
function writeInPlace(
  {passage, end, span}: CitekeyGroup,
  text: StyledText,
  isNoteStyle: boolean,
): Replacement {
  const rest = passage.text.value.slice(end);
  const last = text.at(-1);
  const goesOn = rest.trim() !== '' && (rest.startsWith('.') || !ABBREVIATED.test(last?.text ?? ''));
  const words =
    isNoteStyle && goesOn && last !== undefined
      ? [...text.slice(0, -1), {...last, text: last.text.replace(LAST_STOP, '')}]
      : text;
  return {span, pieces: [{kind: 'words', text: words}]};
}

// " " before the group; "." or "," behind it, over which a note's mark goes
const SPACE_BEFORE = /\s+$/u;
const STOP_BEHIND = /^[.,;:!?]/u;

/**
 * The call of a note made of keys in running text, behind the stop that follows as in Pandoc; a key that is a word of the
 * sentence leaves its author's name there.
 *
 *     Rents rose [@smith2001].   →   Rents rose.¹
 *     As @smith2001 [p. 5] says  →   As Smith¹ says
 */
function makeNote(group: CitekeyGroup, text: StyledText, byKey: ReadonlyMap<string, Entry>): Replacement {
  const {passage, start, end, isInSentence, items} = group;
  const {value, spanOf} = passage.text;
  const entry = byKey.get(items[0]?.key ?? '');
  const name = isInSentence && entry !== undefined ? writeNames(entry) || (entry.title ?? '') : '';
  const space = name === '' ? (SPACE_BEFORE.exec(value.slice(0, start))?.[0].length ?? 0) : 0;
  const stop = STOP_BEHIND.exec(value.slice(end))?.[0] ?? '';
  const words = `${name}${stop}`;
  return {
    span: spanOf(start - space, end + stop.length),
    pieces: [
      ...(words === '' ? [] : [{kind: 'words' as const, text: [plainRun(words)]}]),
      {kind: 'note', text: items[0]?.prefix ? withCapital(text) : text},
    ],
  };
}

/** What the author says before a work begins the note: "See Smith". What a style writes first is its own. */
function withCapital(text: StyledText): StyledText {
  const [first, ...rest] = text;
  if (first === undefined) return text;
  return [{...first, text: first.text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())}, ...rest];
}
