import {Bookmark, InternalHyperlink, Paragraph, type ParagraphChild, TextRun} from 'docx';
import type {OpenFinding} from '../../publication/types.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {runningText} from './text.ts';

/** Light enough to read black print on; the label says in words what a copy in black and white cannot show. */
const SHADING: Readonly<Record<OpenFinding['severity'], string>> = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
  info: 'DDEBF7',
};

// "Unexpected op cit to `Smith`": the author's own words, every second part between the marks
const AUTHORS_WORDS = /`([^`]*)`/u;

/** The colour behind words that an open finding concerns, as RRGGBB. */
export function findingShading(severity: OpenFinding['severity']): string {
  return SHADING[severity];
}

/** What is printed behind the words that a finding concerns: `[2 op-cit-year-differs]`. */
export function findingLabel(number: number, code: string): string {
  return `[${number} ${code}]`;
}

/** The bookmark of a finding in the list at the end. */
export function findingAnchor(number: number): string {
  return `finding_${number}`;
}

/** The bookmark of a finding's label in the text. */
export function findingMarkAnchor(number: number): string {
  return `finding_mark_${number}`;
}

/** The list at the end of a draft: each open finding with its place, linked to its mark. Nothing for a submission. */
export function writeOpenFindings(plan: Plan): readonly Paragraph[] {
  const {draft} = plan.publication;
  if (draft === undefined || draft.findings.length === 0) return [];
  return [
    new Paragraph({style: STYLE.heading(1), children: [new TextRun('Open findings')]}),
    ...draft.findings.map(finding => writeFinding(finding, plan)),
  ];
}

function writeFinding(finding: OpenFinding, plan: Plan): Paragraph {
  const {number, code, severity, message, help, place} = finding;
  const label = new TextRun({
    text: findingLabel(number, code),
    style: STYLE.findingLabel,
    shading: {type: 'clear', color: 'auto', fill: SHADING[severity]},
  });
  const isMarked = plan.markedFindings.has(number);
  const linked = isMarked
    ? new InternalHyperlink({anchor: findingMarkAnchor(number), children: [label]})
    : label;
  return new Paragraph({
    style: STYLE.finding,
    children: [
      new Bookmark({id: findingAnchor(number), children: [linked]}),
      new TextRun({
        text: ` ${severity}, ${runningText(place)}${isMarked ? '' : ' (not marked in the text)'}`,
      }),
      new TextRun({break: 1}),
      ...writeMessage(message),
      ...(help === undefined
        ? []
        : [new TextRun({break: 1, text: 'Help: ', bold: true}), ...writeMessage(help)]),
    ],
  });
}

function writeMessage(message: string): readonly ParagraphChild[] {
  return runningText(message)
    .split(AUTHORS_WORDS)
    .flatMap((text, index) => {
      if (text === '') return [];
      return [index % 2 === 1 ? new TextRun({text, style: STYLE.code}) : new TextRun({text})];
    });
}
