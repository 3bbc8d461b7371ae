/**
 * The styles that come with opcit: the files of `csl/`, without their ending, by the names that a manuscript may use. A few
 * that committees' witnesses and their publishers ask for; any other style is a `.csl` file of the project.
 */
export const shippedStyles: Readonly<Record<string, string>> = {
  oscola: 'oscola',
  'chicago-notes': 'chicago-fullnote-bibliography',
  'chicago-fullnote-bibliography': 'chicago-fullnote-bibliography',
  mhra: 'modern-humanities-research-association',
  'modern-humanities-research-association': 'modern-humanities-research-association',
  'journal-of-applied-philosophy': 'journal-of-applied-philosophy',
  apa: 'apa',
};
