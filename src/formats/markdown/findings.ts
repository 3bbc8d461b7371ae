import type {ListItem, PhrasingContent, RootContent} from 'mdast';
import type {OpenFinding, Publication} from '../../publication/types.ts';
import {writeLabel} from './label.ts';

// "Unexpected op cit to `Smith`": the author's own words, every second part between the marks
const AUTHORS_WORDS = /`([^`]*)`/u;

/** The list at the end of a draft: each open finding with its place. Nothing for a submission. */
export function writeOpenFindings({draft}: Publication): readonly RootContent[] {
  if (draft === undefined || draft.findings.length === 0) return [];
  return [
    {type: 'heading', depth: 1, children: [{type: 'text', value: 'Open findings'}]},
    {type: 'list', ordered: false, spread: false, children: draft.findings.map(writeFinding)},
  ];
}

function writeFinding(finding: OpenFinding): ListItem {
  const {number, code, severity, message, help, place, isInText} = finding;
  const children: readonly PhrasingContent[] = [
    writeLabel(number, code),
    {type: 'text', value: ` ${severity}, ${place}${isInText ? '' : ' (not marked in the text)'}`},
    {type: 'break'},
    ...writeMessage(message),
    ...(help === undefined ? [] : [{type: 'break'} as const, ...writeMessage(`Help: ${help}`)]),
  ];
  return {type: 'listItem', spread: false, children: [{type: 'paragraph', children: [...children]}]};
}

function writeMessage(message: string): readonly PhrasingContent[] {
  return message.split(AUTHORS_WORDS).flatMap((value, index): readonly PhrasingContent[] => {
    if (value === '') return [];
    return [{type: index % 2 === 1 ? 'inlineCode' : 'text', value}];
  });
}
