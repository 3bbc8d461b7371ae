import {RequestError} from '../../host/request-error.ts';
import {explainRule, type RuleExample, type RuleExplanation} from '../../lint/explain.ts';
import type {Rule} from '../../lint/rule.ts';
import {rules} from '../../lint/rules/index.ts';
import {profiles} from '../../profiles/index.ts';
import {suggest} from '../../text/suggest.ts';
import type {ExitCode} from '../exit-code.ts';
import {explainUrl, printJson} from '../json.ts';
import type {Outside} from '../outside.ts';
import {type ColorChoice, openScreen, type Screen} from '../terminal/screen.ts';
import {printTable} from '../terminal/table.ts';
import {wrap} from '../terminal/wrap.ts';

export interface ManualOptions {
  readonly format: 'pretty' | 'json';
  readonly color: ColorChoice;
}

/** Prints the page of one code. */
export function explainCommand(code: string, options: ManualOptions, outside: Outside): ExitCode {
  const rule = rules.find(each => each.code === code);
  if (rule === undefined) throw new RequestError(describeUnknown(code));
  const explanation = explainRule(rule);
  const screen = openScreen(outside.stdout, options.color, outside.env);
  outside.stdout.write(
    options.format === 'json'
      ? printJson({version: 1, rule: {...explanation, url: explainUrl(code)}})
      : printPage(explanation, screen),
  );
  return 0;
}

/** Prints the list of rules. */
export function rulesCommand(options: ManualOptions, outside: Outside): ExitCode {
  const screen = openScreen(outside.stdout, options.color, outside.env);
  const columns = [
    {title: 'code'},
    {title: 'severity'},
    {title: 'group'},
    {title: 'fix'},
    {title: 'what it finds', shrinks: true},
  ];
  const rows = rules.map(({code, severity, group, fixes, docs}) => [code, severity, group, fixes, docs.what]);
  outside.stdout.write(
    options.format === 'json'
      ? printJson({version: 1, rules: rules.map(describeRule)})
      : printTable(columns, rows, screen),
  );
  return 0;
}

/** Prints the list of profiles; as JSON with all that they say. */
export function profilesCommand(options: ManualOptions, outside: Outside): ExitCode {
  const screen = openScreen(outside.stdout, options.color, outside.env);
  const columns = [{title: 'id'}, {title: 'title'}, {title: 'words'}, {title: 'guidance', shrinks: true}];
  const rows = profiles.map(({id, title, limits, guidance}) => [
    id,
    title,
    limits.words === undefined ? '–' : String(limits.words.value),
    guidance.url,
  ]);
  outside.stdout.write(
    options.format === 'json' ? printJson({version: 1, profiles}) : printTable(columns, rows, screen),
  );
  return 0;
}

function describeUnknown(code: string): string {
  const near = suggest(
    code,
    rules.map(each => each.code),
  );
  const way =
    near.length === 0 ? '`opcit rules` lists those that exist' : `did you mean ${near.join(' or ')}?`;
  return `unknown code '${code}'; ${way}`;
}

function describeRule({code, group, severity, fixes, docs}: Rule): object {
  return {code, group, severity, fixes, docs, url: explainUrl(code)};
}

function printPage(explanation: RuleExplanation, screen: Screen): string {
  const {code, group, severity, fixes, docs, bad, good} = explanation;
  const width = Math.min(screen.width, READABLE);
  const part = (title: string, text: string | undefined) =>
    text === undefined ? [] : ['', screen.paint('help', title), ...wrap(text, width, '  ')];
  const fixing = fixes === 'none' ? 'no fix' : `fix: ${fixes}`;
  return [
    `${screen.paint('strong', code)}  ${screen.paint(severity, severity)}  ${group}  ${fixing}`,
    ...part('What it finds', docs.what),
    ...part('Why it matters', docs.why),
    ...part('What to do instead', docs.instead),
    ...part('The convention', docs.convention),
    ...printExample('Reported', bad, screen),
    ...printExample('Not reported', good, screen),
  ]
    .map(line => `${line.trimEnd()}\n`)
    .join('');
}

/** An example as typed, with what is said of it. */
function printExample(title: string, example: RuleExample | undefined, screen: Screen): readonly string[] {
  if (example === undefined) return [];
  const block = (text: string) =>
    text.trim() === ''
      ? []
      : [
          '',
          ...text
            .trimEnd()
            .split('\n')
            .map(line => `  ${line}`),
        ];
  return [
    '',
    `${screen.paint('help', title)}: ${example.title}`,
    ...block(example.bibliography),
    ...block(example.manuscript),
    ...block(example.report).map(line => screen.paint('quiet', line)),
  ];
}

/** Columns beyond which prose is hard to read. */
const READABLE = 90;
