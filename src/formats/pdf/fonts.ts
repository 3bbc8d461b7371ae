import {createRequire} from 'node:module';
import type {FamilyPaths} from './layer/pdfmake.ts';

/** Two families of one foundry, shipped whole as TrueType by npm, so that every glyph they have can be embedded. */
export type Family = 'Serif' | 'Mono';

const find = createRequire(import.meta.url).resolve;

/** The faces by family. Bold is the semibold cut, which sits better in a page of text. */
export const families: Readonly<Record<Family, FamilyPaths>> = {
  Serif: {
    normal: serif('400Regular'),
    italics: serif('400Regular_Italic'),
    bold: serif('600SemiBold'),
    bolditalics: serif('600SemiBold_Italic'),
  },
  // Code is never set in italics.
  Mono: {
    normal: mono('400Regular'),
    italics: mono('400Regular'),
    bold: mono('600SemiBold'),
    bolditalics: mono('600SemiBold'),
  },
};

const paths = new Set(Object.values(families).flatMap(faces => Object.values<string>({...faces})));

/** The only files that pdfmake may read. There is nothing to fetch either: the layer has no resolver of addresses. */
export function isFontPath(path: string): boolean {
  return paths.has(path);
}

function serif(cut: string): string {
  return find(`@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`);
}

function mono(cut: string): string {
  return find(`@expo-google-fonts/source-code-pro/${cut}/SourceCodePro_${cut}.ttf`);
}
