import type {Draft, OpenFinding} from '../../publication/types.ts';
import {linkTo} from './inlines.ts';
import type {Leaf, Node} from './layer/nodes.ts';
import type {Run} from './layer/runs.ts';
import {findingId, findingMarkId, type Setting} from './setting.ts';
import {COLOURS, SEVERITY_COLOURS} from './styles.ts';
import {runningText} from './text.ts';

// "Unexpected op cit to `Smith`": every second part is the author's own
const AUTHORS_WORDS = /`([^`]*)`/u;

/** The list at the end of a draft, each finding with its place and a link to its mark. A submission has none. */
export function writeOpenFindings(draft: Draft | undefined, setting: Setting): readonly Node[] {
  if (draft === undefined || draft.findings.length === 0) return [];
  const {size} = setting.metrics;
  return [
    {
      stack: [
        {
          text: [{text: 'Open findings'}],
          style: 'heading1',
          spaceAfter: size * 0.4,
          keepWithNext: true,
          bookmark: {title: 'Open findings', depth: 1},
        },
        ...draft.findings.flatMap(finding => writeFinding(finding, setting)),
      ],
      startsPage: true,
    },
  ];
}

function writeFinding(finding: OpenFinding, setting: Setting): readonly Leaf[] {
  const {number, code, severity, message, help, place, isInText} = finding;
  const {size, textIndent, paragraphGap} = setting.metrics;
  const {ground, ink} = SEVERITY_COLOURS[severity];
  const label = `[${number}\u00a0${code}]`;
  const margin: [number, 0, number, 0] = [textIndent, 0, 0, 0];
  const head: Run[] = [
    {
      text: label,
      bold: true,
      background: ground,
      color: ink,
      anchor: findingId(number),
      ...linkTo(findingMarkId(number), setting, ink),
    },
    {
      text: `  ${severity}, ${runningText(place)}${isInText ? '' : ', not marked in the text'}`,
      fontSize: size * 0.86,
      color: COLOURS.muted,
    },
  ];
  return [
    {text: head, spaceBefore: paragraphGap * 1.5, spaceAfter: size * 0.15, keepWithNext: true},
    {text: writeMessage(message), margin, keepWithNext: help !== undefined},
    ...(help === undefined
      ? []
      : [{text: [{text: 'Help: ', bold: true}, ...writeMessage(help)], margin, style: 'note'}]),
  ];
}

function writeMessage(message: string): Run[] {
  return runningText(message)
    .split(AUTHORS_WORDS)
    .map((text, index) => (index % 2 === 1 ? {text, font: 'Mono', fontSize: undefined} : {text}))
    .filter(({text}) => text !== '')
    .map(({text, font}) => (font === undefined ? {text} : {text, font}));
}
