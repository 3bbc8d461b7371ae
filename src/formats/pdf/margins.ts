import type {Publication} from '../../publication/types.ts';
import type {Furniture} from './layer/furniture.ts';
import {runningText} from './text.ts';

/** Characters of the running foot; a longer one is cut at a word. */
const LONGEST_FOOT = 80;

/** What stands in the margins: whose evidence this is, `Page 3 of 12`, and the mark of a draft. */
export function writeMargins(
  {title, submitter, profile, draft}: Publication,
  number: number,
  count: number,
): readonly Furniture[] {
  const foot = runningFoot(runningText(submitter ?? ''), runningText(title));
  return [
    {leaf: {text: [{text: foot}], style: 'furniture'}, edge: 'bottom'},
    ...(profile.page.numbered.value
      ? [
          {
            leaf: {
              text: [{text: `Page ${number} of ${count}`}],
              style: 'furniture',
              alignment: 'right' as const,
            },
            edge: 'bottom' as const,
          },
        ]
      : []),
    ...(draft === undefined
      ? []
      : [
          {
            leaf: {text: [{text: runningText(draft.mark)}], style: 'draft', alignment: 'center' as const},
            edge: 'top' as const,
          },
        ]),
  ];
}

/** Submitter and title where there is room for both, else the submitter. */
function runningFoot(submitter: string, title: string): string {
  if (submitter === '') return shorten(title);
  const both = `${submitter}: ${title}`;
  return both.length <= LONGEST_FOOT ? both : shorten(submitter);
}

function shorten(text: string): string {
  if (text.length <= LONGEST_FOOT) return text;
  const cut = text.slice(0, LONGEST_FOOT);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
