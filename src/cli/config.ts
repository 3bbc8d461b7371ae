import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser';
import {RequestError} from '../host/request-error.ts';
import type {Severity} from '../text/diagnostic.ts';
import {indexPositions} from '../text/position.ts';
import type {SourceText} from '../text/source.ts';
import {suggest} from '../text/suggest.ts';
import {type Config, NO_CONFIG} from './settings.ts';

/**
 * Reads a configuration: JSON with comments and trailing commas.
 *
 * @param ruleCodes the codes that `rules` may name; without them the names are not checked
 * @throws RequestError for the first fault, with its line and column and, for a misspelt name, what may be meant
 */
export function readConfig(source: SourceText, ruleCodes: readonly string[] | undefined): Config {
  const placeOf = (offset: number) => {
    const {line, column} = indexPositions(source.text).at(offset);
    return `${source.path}:${line}:${column}`;
  };
  const refuse: Refuse = (offset, message) => {
    throw new RequestError(`${placeOf(offset)}: ${message}`);
  };
  const errors: ParseError[] = [];
  const root = parseTree(source.text.replace(BYTE_ORDER_MARK, ' '), errors, {allowTrailingComma: true});
  const [error] = errors;
  if (error !== undefined)
    return refuse(error.offset, `${nameError(error)}; the file must be JSON, with comments if you like`);
  if (root?.type !== 'object') return refuse(0, 'expected an object, {"profile": "uk-commons"}');

  let config = NO_CONFIG;
  for (const {key, value, offset} of membersOf(root)) {
    switch (key) {
      case '$schema':
        break;
      case 'profile':
        config = {
          ...config,
          profile: {value: readText(value, 'profile', refuse), place: placeOf(value.offset)},
        };
        break;
      case 'bibliography':
        config = {...config, bibliography: {value: readTexts(value, refuse), place: placeOf(value.offset)}};
        break;
      case 'rules':
        config = {...config, rules: readRules(value, ruleCodes, refuse)};
        break;
      default:
        return refuse(offset, unknown('key', key, KEYS));
    }
  }
  return config;
}

const KEYS = ['$schema', 'profile', 'bibliography', 'rules'] as const;
const LEVELS = ['error', 'warning', 'info', 'off'] as const;
const BYTE_ORDER_MARK = /^\u{feff}/u;

type Refuse = (offset: number, message: string) => never;

interface Member {
  readonly key: string;
  readonly offset: number;
  readonly value: Node;
}

function membersOf(node: Node): readonly Member[] {
  return (node.children ?? []).flatMap(({children}) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined
      ? []
      : [{key: String(key.value), offset: key.offset, value}];
  });
}

function readText(node: Node, key: string, refuse: Refuse): string {
  return typeof node.value === 'string'
    ? node.value
    : refuse(node.offset, `expected text as the value of "${key}"`);
}

/** One path or a list of paths. */
function readTexts(node: Node, refuse: Refuse): readonly string[] {
  const nodes = node.type === 'array' ? (node.children ?? []) : [node];
  return nodes.map(each => readText(each, 'bibliography', refuse));
}

function readRules(node: Node, codes: readonly string[] | undefined, refuse: Refuse): Config['rules'] {
  if (node.type !== 'object') return refuse(node.offset, 'expected an object, {"add-refs": "warning"}');
  const rules: Record<string, Severity | 'off'> = {};
  for (const {key, value, offset} of membersOf(node)) {
    if (codes !== undefined && !codes.includes(key)) return refuse(offset, unknown('code', key, codes));
    const level = LEVELS.find(each => each === value.value);
    if (level === undefined)
      return refuse(value.offset, `expected one of ${LEVELS.map(each => `"${each}"`).join(', ')}`);
    rules[key] = level;
  }
  return rules;
}

function unknown(what: string, typed: string, known: readonly string[]): string {
  const [nearest] = suggest(typed, known, 1);
  const way = nearest === undefined ? `these exist: ${known.join(', ')}` : `did you mean '${nearest}'?`;
  return `unknown ${what} '${typed}'; ${way}`;
}

/** `CommaExpected` as "comma expected". */
function nameError({error}: ParseError): string {
  return printParseErrorCode(error).replaceAll(CAPITAL, ' $&').trim().toLowerCase();
}

const CAPITAL = /[A-Z]/gu;
