/**
 * Dependencies point down: text → manuscript → citations → publication → bytes.
 * The table reads like the one in src/README.md: a folder, and the folders that it may import besides itself.
 */
const layers = {
  text: [],
  manuscript: ['text'],
  bibliography: ['text'],
  profiles: ['text'],
  citation: ['text', 'manuscript', 'bibliography'],
  lint: ['text', 'manuscript', 'bibliography', 'citation', 'profiles'],
  // Of what lies below, the types alone reach a publication; see src/README.md.
  publication: ['text', 'manuscript', 'bibliography', 'citation', 'profiles'],
  formats: ['publication', 'profiles'],
  fix: ['text'],
  host: ['text'],
};

/** Outside packages, and the folders that they live in and nowhere else. */
const homes = [
  {
    folders: ['manuscript'],
    packages: [
      'remark-parse',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-table',
      'micromark-extension-gfm-strikethrough',
      'micromark-extension-directive',
    ],
  },
  {
    // One reads a manuscript, the other writes a file that reads as one.
    folders: ['manuscript', 'formats/markdown'],
    packages: [
      'unified',
      'remark-frontmatter',
      'mdast-util-gfm-footnote',
      'mdast-util-gfm-table',
      'mdast-util-gfm-strikethrough',
      'mdast-util-directive',
      'yaml',
    ],
  },
  {folders: ['formats/markdown'], packages: ['remark-stringify']},
  {folders: ['bibliography'], packages: ['@citation-js']},
  {folders: ['citation/styles'], packages: ['citeproc']},
  {folders: ['formats/docx'], packages: ['docx', 'fflate']},
  {folders: ['formats/pdf'], packages: ['pdfmake', '@expo-google-fonts']},
  {folders: ['fix'], packages: ['diff']},
  {folders: ['cli'], packages: ['commander']},
];

const named = words => words.map(word => word.replace(/[/]/g, '\\/')).join('|');

const pointsDown = ([layer, below]) => ({
  name: `${layer}-points-down`,
  severity: 'error',
  comment: `${layer}/ imports ${below.join(', ') || 'no other folder'}`,
  from: {path: `^src/${layer}/`},
  to: {path: '^src/', pathNot: `^src/(${named([layer, ...below])})/`},
});

const livesIn = ({folders, packages}) => ({
  name: `packages-of-${folders.join('-and-').replaceAll('/', '-')}`,
  severity: 'error',
  comment: `${packages.join(', ')} live in ${folders.join(' and ')} only`,
  from: {path: '^src/', pathNot: `^src/(${named(folders)})/`},
  to: {path: `node_modules/(${named(packages)})(/|$)`},
});

module.exports = {
  forbidden: [
    ...Object.entries(layers).map(pointsDown),
    ...homes.map(livesIn),
    {
      name: 'no-circular',
      severity: 'error',
      from: {path: '^src/'},
      to: {circular: true},
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {path: '^src/', pathNot: 'types\\.ts$', orphan: true},
      to: {},
    },
    {
      name: 'a-rule-imports-no-rule',
      severity: 'error',
      from: {path: '^src/lint/rules/([^/]+)/([^/]+)\\.ts$'},
      to: {path: '^src/lint/rules/[^/]+/[^/]+\\.ts$'},
    },
    {
      name: 'a-format-imports-no-format',
      severity: 'error',
      from: {path: '^src/formats/([^/]+)/'},
      to: {path: '^src/formats/[^/]+/', pathNot: '^src/formats/$1/'},
    },
    {
      name: 'the-pipeline-knows-no-outside',
      severity: 'error',
      from: {path: '^src/pipeline\\.ts$'},
      to: {path: '^src/(cli|host)/'},
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/cli/'},
      to: {path: '^src/cli/'},
    },
    {
      name: 'the-disk-lives-in-host',
      severity: 'error',
      from: {path: '^src/', pathNot: '^src/(host|cli)/'},
      to: {path: '^(node:)?(fs|fs/promises|child_process|http|https|net)$'},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    exclude: {path: '^dist/'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
