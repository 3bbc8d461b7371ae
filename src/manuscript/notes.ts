import type {FootnoteDefinition, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import {alignText} from './plain-text.ts';
import type {Note, NoteReference} from './types.ts';

// A note reference that Markdown left as text because nothing defines it, "[^9]", or a space is in its label, "[^a b]".
const LEFT_AS_TEXT = /(?<!\^)\[\^([^[\]\r\n]{1,1000})\]/gu;

// A label that Markdown takes for that of a link, since a note's has no space: "^a b".
const LINK_LABEL = /^\^.*\S/u;

// The marker of a definition: "[^5]:".
const DEFINITION_MARKER = /^\[\^[^\]]*\]:/u;

interface Found {
  /** False for one that Markdown left as text: it calls nothing, whatever may be defined elsewhere. */
  readonly isCall: boolean;
  readonly label: string;
  readonly identifier: string;
  readonly span: Span;
  readonly insideNote: string | undefined;
}

/**
 * Note references and definitions.
 *
 * A note's number is the rank of its first reference: first those in the text from top to bottom, then those that
 * stand inside notes. Neither its label nor the order of the definitions counts.
 */
export function readNotes(
  root: Root,
  source: string,
): {readonly notes: readonly Note[]; readonly noteReferences: readonly NoteReference[]} {
  const definitions: FootnoteDefinition[] = [];
  visit(root, 'footnoteDefinition', node => {
    definitions.push(node);
  });
  const defined = new Set(definitions.map(({identifier}) => identifier));
  const found = findReferences(root, source);
  const numbers = rankReferences(found, defined);
  return {
    notes: readDefinitions(definitions, source, numbers),
    noteReferences: countReferences(found, numbers),
  };
}

/** References in the order in which numbers are given: the text from top to bottom, then what stands inside notes. */
function findReferences(root: Root, source: string): readonly Found[] {
  const found: Found[] = [];
  const collect = (node: Nodes, insideNote: string | undefined): void => {
    if (node.type === 'footnoteReference') {
      const span = spanOfNode(node);
      const label = source.slice(span.start + 2, span.end - 1);
      found.push({isCall: true, label, identifier: node.identifier, span, insideNote});
      return;
    }
    if (node.type === 'text') {
      for (const {label, span} of referencesLeftAsText(node.value, source, spanOfNode(node))) {
        found.push({isCall: false, label, identifier: foldLabel(label), span, insideNote});
      }
      return;
    }
    if (node.type === 'linkReference' || node.type === 'definition') {
      if (LINK_LABEL.test(node.label ?? '')) {
        const {start} = spanOfNode(node);
        const end = source.indexOf(']', start) + 1;
        const label = source.slice(start + 2, end - 1);
        found.push({isCall: false, label, identifier: foldLabel(label), span: {start, end}, insideNote});
        return;
      }
    }
    if (!('children' in node)) return;
    const inside = node.type === 'footnoteDefinition' ? node.identifier : insideNote;
    for (const child of node.children) collect(child, inside);
  };
  collect(root, undefined);
  return found.sort(
    (one, other) =>
      Number(one.insideNote !== undefined) - Number(other.insideNote !== undefined) ||
      one.span.start - other.span.start,
  );
}

/** Undefined references in a text node, except where an escape makes them plain text on purpose. */
function referencesLeftAsText(
  value: string,
  source: string,
  span: Span,
): readonly {readonly label: string; readonly span: Span}[] {
  if (!value.includes('[^')) return [];
  const places = alignText(value, source, span);
  const references: {label: string; span: Span}[] = [];
  for (const match of value.matchAll(LEFT_AS_TEXT)) {
    const start = places[match.index]?.start ?? span.start;
    const end = places[match.index + match[0].length - 1]?.end ?? span.end;
    if (source.slice(start, end) === match[0]) references.push({label: match[1] ?? '', span: {start, end}});
  }
  return references;
}

function rankReferences(found: readonly Found[], defined: ReadonlySet<string>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const {identifier, isCall} of found) {
    if (isCall && defined.has(identifier) && !numbers.has(identifier))
      numbers.set(identifier, numbers.size + 1);
  }
  return numbers;
}

function countReferences(
  found: readonly Found[],
  numbers: ReadonlyMap<string, number>,
): readonly NoteReference[] {
  const seen = new Set<string>();
  return found.map(({isCall, ...reference}) => {
    const called = `${isCall ? 'call' : 'text'} ${reference.identifier}`;
    const isFirst = !seen.has(called);
    seen.add(called);
    return {...reference, number: isCall ? numbers.get(reference.identifier) : undefined, isFirst};
  });
}

function readDefinitions(
  definitions: readonly FootnoteDefinition[],
  source: string,
  numbers: ReadonlyMap<string, number>,
): readonly Note[] {
  const first = new Map<string, Note>();
  return definitions.map(node => {
    const span = spanOfNode(node);
    const marker = DEFINITION_MARKER.exec(source.slice(span.start, span.end))?.[0] ?? '';
    const duplicateOf = first.get(node.identifier);
    const note: Note = {
      label: marker.slice(2, -2),
      identifier: node.identifier,
      number: duplicateOf === undefined ? numbers.get(node.identifier) : undefined,
      span,
      marker: {start: span.start, end: span.start + marker.length},
      duplicateOf,
      isEmpty: source.slice(span.start + marker.length, span.end).trim() === '',
      blocks: node.children,
    };
    if (duplicateOf === undefined) first.set(node.identifier, note);
    return note;
  });
}

/** A label as Markdown compares it: white space collapsed, case folded (CommonMark, "matches"). */
function foldLabel(label: string): string {
  return label.replace(/\s+/gu, ' ').trim().toLowerCase().toUpperCase().toLowerCase();
}
