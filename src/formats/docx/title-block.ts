import {Paragraph, TextRun} from 'docx';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {runningText} from './text.ts';

/** The lines above the text: the profile's heading line, the title, the committee, the inquiry, and the month. */
export function writeTitleBlock({publication}: Plan): readonly Paragraph[] {
  const {title, evidenceLine, committee, inquiry, dateLine} = publication;
  const lines = [committee, inquiry === undefined ? undefined : `Inquiry: ${inquiry}`, dateLine];
  return [
    ...(evidenceLine === '' ? [] : [line(STYLE.evidenceLine, evidenceLine)]),
    line(STYLE.title, title),
    ...lines.flatMap(text => (text === undefined || text === '' ? [] : [line(STYLE.subtitle, text)])),
  ];
}

function line(style: string, text: string): Paragraph {
  return new Paragraph({style, children: [new TextRun(runningText(text))]});
}
