import type {IssuedDate} from '../../manuscript/types.ts';
import type {Publication} from '../../publication/types.ts';
import type {Node, Stack} from './layer/nodes.ts';
import type {Setting} from './setting.ts';
import {COLOURS} from './styles.ts';
import {runningText} from './text.ts';

// "({reference})": a placeholder with the brackets that would be left empty, and the space before them
const REFERENCE = /\s*[([]?\{reference\}[)\]]?/u;
// "submitted by {submitter}": a placeholder with the words that lead to it
const SUBMITTER = /(?:\s+submitted)?(?:\s+(?:by|from))?\s*\{submitter\}/u;
// "– written evidence –": what is left hanging at either end
const LOOSE_ENDS = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Who is addressed, what this is and from whom, its title and its date, above a rule. */
export function writeTitle(publication: Publication, setting: Setting): Stack {
  const {metrics, page} = setting;
  const {size} = metrics;
  const {committee, inquiry, issued} = publication;
  const title = runningText(publication.title);
  const lines: Node[] = [
    ...smallLine([committee, inquiry], size * 0.9),
    {text: [{text: headingLine(publication)}], style: 'titleLine', spaceAfter: size * 0.3},
    {
      text: [{text: title}],
      style: 'title',
      spaceBefore: size * 0.3,
      spaceAfter: size * 0.5,
      bookmark: {title, depth: 0},
    },
    ...smallLine([dateLine(issued)], size * 0.9),
    {
      canvas: [
        {type: 'line', x1: 0, y1: 1, x2: page.width, y2: 1, lineWidth: 0.8, lineColor: COLOURS.accent},
      ],
    },
  ];
  return {stack: lines, spaceAfter: size * 1.8};
}

/**
 * The line that says what this is, with what is known filled in and what is unknown left out tidily.
 *
 *     "Written evidence submitted by {submitter} ({reference})" without a reference
 *     "Written evidence submitted by The Name of the Body"
 */
export function headingLine({
  profile,
  submitter,
  reference,
}: Pick<Publication, 'profile' | 'submitter' | 'reference'>): string {
  const filled = fill(
    fill(profile.heading.value, REFERENCE, '{reference}', reference),
    SUBMITTER,
    '{submitter}',
    submitter,
  );
  return runningText(filled).replaceAll(LOOSE_ENDS, '');
}

/** "November 2003", or "5 November 2003" where the day is known. */
export function dateLine({year, month, day}: IssuedDate): string {
  return [day, MONTHS[month - 1], year].filter(part => part !== undefined).join(' ');
}

function fill(pattern: string, whole: RegExp, placeholder: string, value: string | undefined): string {
  if (value === undefined || value === '') return pattern.replace(whole, '');
  return pattern.replace(placeholder, () => value);
}

function smallLine(parts: readonly (string | undefined)[], spaceAfter: number): readonly Node[] {
  const words = parts.flatMap(part => (part === undefined || part === '' ? [] : [runningText(part)]));
  if (words.length === 0) return [];
  return [{text: [{text: words.join('  ·  ')}], style: 'titleSmall', spaceAfter}];
}
