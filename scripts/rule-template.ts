import type {RuleGroup} from '../src/lint/rule.ts';

/** What a new rule is called. */
export interface RuleName {
  readonly group: RuleGroup;
  readonly code: string;
}

// "citation/op-cit-ambiguous"
const RULE_NAME = /^(citation|bibliography|numbering|format|consistency|opcit)\/([a-z]+(?:-[a-z]+)*)$/u;

// A line of the list that imports a rule.
const IMPORT_LINE = /^import \{\w+\} from '(\.\/[^']+)';$/u;

/** `citation/some-fault` as a name; `undefined` for anything else. */
export function readRuleName(typed: string | undefined): RuleName | undefined {
  const match = RULE_NAME.exec(typed ?? '');
  if (match === null) return undefined;
  return {group: match[1] as RuleGroup, code: match[2] ?? ''};
}

/** The first shape of a rule: it compiles, and finds nothing. */
export function composeRule({group, code}: RuleName): string {
  return `import {defineRule, type Rule} from '../../rule.ts';

export const ${identifierOf(code)}: Rule = defineRule({
  code: '${code}',
  group: '${group}',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds …',
    why: '…',
    instead: '…',
  },
  *check() {
    // for (…) yield {span, message: 'Unexpected …, expected …', help: '…'};
  },
});
`;
}

/** The first shape of a fixture: a faulty case and a clean one. */
export function composeFixture({code}: RuleName): string {
  return `# ${code}

## What it reports

\`\`\`markdown manuscript
1. The claim.[^1]

[^1]: …
\`\`\`

## What it leaves alone

\`\`\`markdown manuscript
1. The claim.[^1]

[^1]: …
\`\`\`
`;
}

/** The list of rules with one more: its import in the order of the paths, itself at the end of its group. */
export function addToRuleList(list: string, {group, code}: RuleName): string {
  const lines = list.split('\n');
  const path = `./${group}/${code}.ts`;
  const name = identifierOf(code);

  const imports = lines.flatMap((line, at) => {
    const found = IMPORT_LINE.exec(line)?.[1];
    return found === undefined
      ? []
      : [{at, path: found, name: line.slice('import {'.length, line.indexOf('}'))}];
  });
  const next = imports.find(one => one.path > path);
  const importAt = next?.at ?? (imports.at(-1)?.at ?? 0) + 1;

  const peers = new Set(imports.filter(one => one.path.startsWith(`./${group}/`)).map(one => one.name));
  const lastPeer = lines.findLastIndex(line => peers.has(line.trim().replace(/,$/u, '')));
  const memberAt = lastPeer === -1 ? lines.lastIndexOf('];') : lastPeer + 1;

  return lines
    .toSpliced(memberAt, 0, `  ${name},`)
    .toSpliced(importAt, 0, `import {${name}} from '${path}';`)
    .join('\n');
}

/** `op-cit-ambiguous` → `opCitAmbiguous` */
function identifierOf(code: string): string {
  return code.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
