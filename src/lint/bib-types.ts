import {suggest} from '../text/suggest.ts';

/**
 * The types of entries that BibTeX and BibLaTeX know, in lower case, those that only some of their styles print, and those that
 * common packages and managers of references add.
 *
 * From the manuals of BibTeX (*BibTeXing*, 1988) and BibLaTeX (3.19, §2.1), biblatex-chicago, biblatex-oscola, biblatex-apa and
 * biblatex-software.
 */
const knownTypes: ReadonlySet<string> = new Set(
  `
  article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis
  proceedings techreport unpublished
  bookinbook collection dataset inreference mvbook mvcollection mvproceedings mvreference online patent
  periodical reference report set software suppbook suppcollection suppperiodical thesis xdata
  electronic www
  artwork audio bibnote commentary image jurisdiction legislation legal letter movie music performance
  review standard video customa customb customc customd custome customf
  newspaper magazine constitution nameonly presentation softwaremodule softwareversion codefragment
  legmaterial legadminmaterial
  archival archive bachelorsthesis bill blog case chapter document entry film hearing internet interview
  lecture map newsarticle podcast poster preprint regulation speech statute talk treaty webpage website
  comment control
  `
    .trim()
    .split(/\s+/u),
);

/** Whether a type of entry is one that a style may print. */
export function isKnownType(type: string): boolean {
  return knownTypes.has(type);
}

/** The known type that an unknown one is a slip of, `boook` of `book`. */
export function typeMeantBy(type: string): string | undefined {
  return suggest(type, knownTypes, 1)[0];
}
