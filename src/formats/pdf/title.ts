import type {Publication} from '../../publication/types.ts';
import type {Node, Stack} from './layer/nodes.ts';
import type {Setting} from './setting.ts';
import {COLOURS} from './styles.ts';
import {runningText} from './text.ts';

/** Who is addressed, what this is and from whom, its title and its date, above a rule. */
export function writeTitle(publication: Publication, setting: Setting): Stack {
  const {metrics, page} = setting;
  const {size} = metrics;
  const {evidenceLine, committee, inquiry, dateLine} = publication;
  const title = runningText(publication.title);
  const lines: Node[] = [
    ...smallLine([committee, inquiry], size * 0.9),
    ...(evidenceLine === ''
      ? []
      : [{text: [{text: runningText(evidenceLine)}], style: 'titleLine', spaceAfter: size * 0.3}]),
    {
      text: [{text: title}],
      style: 'title',
      spaceBefore: size * 0.3,
      spaceAfter: size * 0.5,
      bookmark: {title, depth: 0},
    },
    ...smallLine([dateLine], size * 0.9),
    {
      canvas: [
        {type: 'line', x1: 0, y1: 1, x2: page.width, y2: 1, lineWidth: 0.8, lineColor: COLOURS.accent},
      ],
    },
  ];
  return {stack: lines, spaceAfter: size * 1.8};
}

function smallLine(parts: readonly (string | undefined)[], spaceAfter: number): readonly Node[] {
  const words = parts.flatMap(part => (part === undefined || part === '' ? [] : [runningText(part)]));
  if (words.length === 0) return [];
  return [{text: [{text: words.join('  ·  ')}], style: 'titleSmall', spaceAfter}];
}
