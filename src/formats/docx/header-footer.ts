import {Footer, Header, Paragraph, type ParagraphChild, Tab, TextRun} from 'docx';
import {complexField} from './fields.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {runningText} from './text.ts';

/** How many characters of the submitter's name a footer shows. */
const LONGEST_NAME = 80;

/** The mark of a draft on every page; a submission has no header. */
export function writeHeader({publication}: Plan): Header | undefined {
  if (publication.draft === undefined) return undefined;
  const mark = new TextRun({text: runningText(publication.draft.mark), style: STYLE.draftMark});
  return new Header({children: [new Paragraph({style: STYLE.header, children: [mark]})]});
}

/** The submitter on the left; on the right "Page 3 of 14" from fields, unless the profile wants no page numbers. */
export function writeFooter({publication}: Plan): Footer {
  const name = shorten(runningText(publication.submitter ?? publication.title));
  const children: readonly ParagraphChild[] = publication.profile.page.numbered.value
    ? [
        new TextRun(name),
        new TextRun({children: [new Tab()]}),
        new TextRun('Page '),
        // Only Word's layout knows the numbers, and it always works out those of a footer.
        ...complexField('PAGE', undefined, {noProof: true}),
        new TextRun(' of '),
        ...complexField('NUMPAGES', undefined, {noProof: true}),
      ]
    : [new TextRun(name)];
  return new Footer({children: [new Paragraph({style: STYLE.footer, children})]});
}

function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const cut = name.slice(0, LONGEST_NAME);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut}…`;
}
