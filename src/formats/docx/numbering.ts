import {AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat} from 'docx';
import {LIST_NAME, type NumberRun, type OrderedListPlan, type Plan} from './plan.ts';
import {LIST_STEP, STYLE} from './styles.ts';

/** Word has nine levels of a list; deeper ones look like the ninth. */
const DEEPEST_LEVEL = 8;

/** The list that all bulleted lists share: bullets need no count of their own. */
const BULLETS = `${LIST_NAME}bullets`;
const BULLET_SIGNS = ['•', '–', '•'] as const;

/** Where an item of a list gets its sign or number from: `w:numPr`. */
export interface ItemNumbering {
  readonly reference: string;
  readonly instance: number;
  readonly level: number;
  readonly isOrdered: boolean;
}

/** The lists of `numbering.xml`: paragraph numbers, bullets, and one list for each number that ordered lists start at. */
export function writeNumbering(plan: Plan): INumberingOptions {
  const ordered = new Map([...plan.orderedLists.values()].map(list => [list.reference, list]));
  return {
    config: [
      ...plan.numberRuns.map(run => ({reference: run.reference, levels: [paragraphLevel(plan, run)]})),
      {reference: BULLETS, levels: levels(bulletLevel)},
      ...[...ordered.values()].map(({reference, start}) => ({
        reference,
        levels: levels(level => orderedLevel(level, start)),
      })),
    ],
  };
}

/**
 * The numbering of an item.
 *
 * @param ordered the plan of its list; `undefined` for a bulleted one
 * @param depth how many lists its list stands in
 */
export function itemNumbering(ordered: OrderedListPlan | undefined, depth: number): ItemNumbering {
  const level = Math.min(depth, DEEPEST_LEVEL);
  if (ordered === undefined) return {reference: BULLETS, instance: 0, level, isOrdered: false};
  return {reference: ordered.reference, instance: ordered.instance, level, isOrdered: true};
}

/** The profile's pattern as Word's level text: `{n}.` becomes `%1.` */
function paragraphLevel(plan: Plan, run: NumberRun): ILevelsOptions {
  const {pattern} = plan.publication.profile.paragraphs;
  return {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: pattern.includes('{n}') ? pattern.replace('{n}', '%1') : '%1',
    alignment: AlignmentType.LEFT,
    start: run.start,
    style: {
      // One style leads to one list; a run that was made to jump is set on its paragraphs alone.
      ...(run === plan.numberRuns[0] ? {style: STYLE.numbered} : {}),
      paragraph: {indent: {left: plan.numberWidth, hanging: plan.numberWidth}},
    },
  };
}

function levels(write: (level: number) => ILevelsOptions): readonly ILevelsOptions[] {
  return Array.from({length: DEEPEST_LEVEL + 1}, (_, level) => write(level));
}

function bulletLevel(level: number): ILevelsOptions {
  return {
    level,
    format: LevelFormat.BULLET,
    text: BULLET_SIGNS[level % BULLET_SIGNS.length] ?? '•',
    alignment: AlignmentType.LEFT,
    style: {paragraph: {indent: levelIndent(level)}},
  };
}

function orderedLevel(level: number, start: number): ILevelsOptions {
  return {
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start,
    style: {paragraph: {indent: levelIndent(level)}},
  };
}

/** How far in Word puts an item of that level by itself, in twips. */
export function levelIndent(level: number): {readonly left: number; readonly hanging: number} {
  return {left: (level + 1) * LIST_STEP, hanging: LIST_STEP};
}
