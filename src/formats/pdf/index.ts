import type {Publication} from '../../publication/types.ts';
import type {Artifact, Format} from '../format.ts';
import {definePrint} from './definition.ts';
import {families, isFontPath} from './fonts.ts';
import {ReportDocument} from './layer/document.ts';
import {bytesOf, print} from './layer/print.ts';
import {embedPictures, namePictures, pictureAddresses} from './pictures.ts';
import {PAGE_SIZES} from './styles.ts';
import {runningText} from './text.ts';
import {warningsFor} from './warnings.ts';

/** PDF 1.7 with notes at the foot of the page that calls them. Every date in it is the publication's own. */
export const pdf: Format = {
  id: 'pdf',
  title: 'Portable Document Format',
  extension: '.pdf',
  mediaType: 'application/pdf',
  write,
};

async function write(publication: Publication): Promise<Artifact> {
  const pictures = namePictures(publication);
  const document = openDocument(publication, pictureAddresses(pictures));
  const embedded = await embedPictures(document, pictures);
  const faults = print(document, definePrint(publication, embedded));
  const unread = [...pictures.values()].filter(({bytes}) => !embedded.has(bytes)).map(({alt}) => alt);
  return {bytes: await bytesOf(document), warnings: warningsFor(faults, unread)};
}

function openDocument(publication: Publication, images: Readonly<Record<string, string>>): ReportDocument {
  const {title, submitter, inquiry, language, profile} = publication;
  const {width, height} = PAGE_SIZES[profile.page.size];
  return new ReportDocument({
    families,
    images,
    mayRead: isFontPath,
    issued: midnight(publication.issued),
    options: {
      size: [width, height],
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      compress: true,
      autoFirstPage: false,
      font: null,
      fontLayoutCache: true,
      info: {
        Title: runningText(title),
        ...(submitter === undefined ? {} : {Author: runningText(submitter)}),
        ...(inquiry === undefined ? {} : {Subject: runningText(inquiry)}),
        Creator: 'opcit',
        Producer: 'pdfmake',
      },
    },
  });
}

/** The date of issue at midnight UTC; the first of the month where no day is known. */
function midnight(issued: Publication['issued']): Date | undefined {
  if (issued === undefined) return undefined;
  const {year, month, day} = issued;
  return new Date(Date.UTC(year, month - 1, day ?? 1));
}
