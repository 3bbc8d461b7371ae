import type {Format} from './format.ts';

/** The ids of every format, in the order in which they are listed to people. */
export const formatIds = ['docx', 'pdf', 'md'] as const;

/** The word after `--to`. */
export type FormatId = (typeof formatIds)[number];

/** What a committee takes: those that are written when nobody says which. */
export const defaultFormatIds: readonly FormatId[] = ['docx', 'pdf'];

/** Each format behind a door that opens when asked: a lint loads neither docx nor pdfmake. */
export const formats: {readonly [Id in FormatId]: () => Promise<Format>} = {
  docx: async () => (await import('./docx/index.ts')).docx,
  pdf: async () => (await import('./pdf/index.ts')).pdf,
  md: async () => (await import('./markdown/index.ts')).markdown,
};
