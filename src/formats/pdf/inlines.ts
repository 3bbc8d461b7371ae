import type {Inline, InlineOf} from '../../publication/types.ts';
import type {Run} from './layer/runs.ts';
import {findingId, findingMarkId, type Setting} from './setting.ts';
import {COLOURS, SEVERITY_COLOURS} from './styles.ts';
import {addressText, runningText} from './text.ts';

/** What a run takes over from what it stands in. */
export type Look = Omit<Run, 'text' | 'note'>;

type InlineWriters = {
  readonly [Type in Inline['type']]: (inline: InlineOf<Type>, look: Look, setting: Setting) => readonly Run[];
};

/** The face's own small raised figures, drawn for their size. */
const RAISED = ['sups'] as const;

/** Keeps the marks of two notes apart and on one line: a narrow space that does not break. */
const BETWEEN_MARKS = '\u202f';

const writers: InlineWriters = {
  text: ({value}, look) => [{...look, text: runningText(value)}],
  emphasis: ({children}, look, setting) => write(children, {...look, italics: true}, setting),
  strong: ({children}, look, setting) => write(children, {...look, bold: true}, setting),
  deleted: ({children}, look, setting) => write(children, {...look, decoration: 'lineThrough'}, setting),
  'code-inline': ({value}, look) => [{...look, text: runningText(value), font: 'Mono'}],
  link: ({url, children}, look, setting) =>
    write(children, {...look, color: COLOURS.link, link: addressText(url)}, setting),
  'cross-reference': ({value, target}, look, setting) => [
    {...look, text: runningText(value), ...linkTo(target, setting, COLOURS.link)},
  ],
  'note-reference': ({number, note, id, isFirst}, look, setting) => [
    {
      ...look,
      text: String(number),
      fontFeatures: RAISED,
      anchor: id,
      ...linkTo(note, setting, COLOURS.link),
      ...(isFirst ? {note: number} : {}),
    },
  ],
  finding: ({number, code, severity, hasLabel, children}, look, setting) => {
    const {ground, ink} = SEVERITY_COLOURS[severity];
    const words = write(children, {...look, background: ground}, setting);
    if (!hasLabel) return words;
    const label: Run = {
      ...look,
      text: `[${number}\u00a0${code}]`,
      bold: true,
      noWrap: true,
      background: ground,
      anchor: findingMarkId(number),
      ...linkTo(findingId(number), setting, ink),
    };
    return words.length === 0
      ? [label, {...look, text: ' '}]
      : [...words, {...look, text: ' ', background: ground}, label];
  },
  'line-break': (_, look) => [{...look, text: '\n'}],
};

/** The runs of some inlines; always at least one, so that a place without words can still be found and linked to. */
export function writeInlines(inlines: readonly Inline[], setting: Setting, look: Look = {}): Run[] {
  const runs = write(inlines, look, setting);
  return runs.length === 0 ? [{...look, text: ''}] : [...runs];
}

/** Gives a place its name: the first run carries it. A run may have one already, and then an empty one goes before it. */
export function withAnchor(runs: readonly Run[], anchor: string | undefined): Run[] {
  const [first, ...others] = runs;
  if (anchor === undefined || first === undefined) return [...runs];
  if (first.anchor !== undefined) return [{...first, text: '', anchor}, first, ...others];
  return [{...first, anchor}, ...others];
}

/** The words of some inlines without their look, for a bookmark. */
export function plainText(inlines: readonly Inline[]): string {
  return runningText(inlines.map(plainTextOf).join('')).trim();
}

/** A link to a place that is there; to one that is not, nothing. */
export function linkTo(
  target: string,
  setting: Setting,
  color: string,
): {readonly linkToDestination?: string; readonly color?: string} {
  return setting.anchors.has(target) ? {linkToDestination: target, color} : {};
}

function write(inlines: readonly Inline[], look: Look, setting: Setting): readonly Run[] {
  return inlines.flatMap((inline, index) => {
    const runs = writeInline(inline, look, setting);
    const isSecondMark = inline.type === 'note-reference' && inlines[index - 1]?.type === 'note-reference';
    return isSecondMark ? [{...look, text: BETWEEN_MARKS}, ...runs] : runs;
  });
}

function writeInline<Type extends Inline['type']>(
  inline: InlineOf<Type>,
  look: Look,
  setting: Setting,
): readonly Run[] {
  const writer: InlineWriters[Type] = writers[inline.type as Type];
  return writer(inline, look, setting);
}

function plainTextOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code-inline':
    case 'cross-reference':
      return inline.value;
    case 'line-break':
      return ' ';
    case 'note-reference':
      return '';
    default:
      return inline.children.map(plainTextOf).join('');
  }
}
