import {Document} from 'docx';
import type {Format} from '../format.ts';
import {endWithParagraph, writeBlocks} from './blocks.ts';
import {compileParts} from './compile.ts';
import {writeOpenFindings} from './findings.ts';
import {writeFooter, writeHeader} from './header-footer.ts';
import {unusableLinks} from './links.ts';
import {nestedNotes, writeNotes} from './notes.ts';
import {writeNumbering} from './numbering.ts';
import {writeParts} from './parts.ts';
import {pagePlace} from './place.ts';
import {type Plan, planDocument} from './plan.ts';
import {seal} from './seal.ts';
import {writeStyles} from './styles.ts';
import {writeTitleBlock} from './title-block.ts';

/** Word's own file, as a careful person would have made it in Word: notes, numbers and references are live. */
export const docx: Format = {
  id: 'docx',
  title: 'Word document',
  extension: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async write(publication) {
    return {
      bytes: seal(compileParts(assemble(planDocument(publication)), writeParts(publication))),
      warnings: [...unusableLinks(publication), ...nestedNotes(publication)],
    };
  },
};

function assemble(plan: Plan): Document {
  const {width, height, margin, edge} = plan.page;
  const header = writeHeader(plan);
  return new Document({
    styles: writeStyles(plan),
    numbering: writeNumbering(plan),
    footnotes: writeNotes(plan),
    sections: [
      {
        properties: {
          page: {
            size: {width, height},
            margin: {
              top: margin,
              right: margin,
              bottom: margin,
              left: margin,
              header: edge,
              footer: edge,
              gutter: 0,
            },
          },
        },
        ...(header === undefined ? {} : {headers: {default: header}}),
        footers: {default: writeFooter(plan)},
        children: [...writeTitleBlock(plan), ...writeBody(plan)],
      },
    ],
  });
}

function writeBody(plan: Plan): ReturnType<typeof endWithParagraph> {
  const blocks = writeBlocks(plan.publication.blocks, pagePlace(plan), plan);
  return endWithParagraph([...blocks, ...writeOpenFindings(plan)]);
}
