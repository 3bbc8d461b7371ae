import type {StyleFile} from './types.ts';

/** What opcit has to know of a style before a processor reads it. */
export interface Style {
  readonly name: string;
  readonly xml: string;
  /** `note`: a cite is a note. `in-text`: a cite stands in the text, as author and date or as a number. */
  readonly kind: 'note' | 'in-text';
  readonly locales: ReadonlyMap<string, string>;
}

/** A style, or what is wrong with it, as the end of a sentence: "expected …". */
export type ReadStyle = {readonly style: Style} | {readonly expected: string};

/**
 * Reads the head of a style, so that one which cannot work is known before a processor is loaded. A file of CSL is
 * `<style xmlns="http://purl.org/net/xbiblio/csl">` with a `<citation>` in it (CSL 1.0.2, "Root element"); a dependent
 * style only names another, which has to be used instead.
 */
export function readStyle({name, xml, missing, locales}: StyleFile): ReadStyle {
  if (xml === undefined) return {expected: missing ?? 'a style that is there'};
  const bare = xml.replace(COMMENT, '').replace(/^\uFEFF/u, '');
  const root = ROOT.exec(bare)?.[1];
  if (root === undefined || !NAMESPACE.test(root)) return {expected: 'a file that holds a style of CSL'};
  const fault = findUnbalanced(bare);
  if (fault !== undefined) return {expected: fault};
  const parent = PARENT.exec(bare)?.[0].match(HREF)?.[1];
  if (parent !== undefined) return {expected: `the style that it stands for, ${lastOf(parent)}`};
  if (!CITATION.test(bare)) return {expected: 'a style with a `<citation>` and a `<layout>` in it'};
  const macro = findMissingMacro(bare);
  if (macro !== undefined) return {expected: `a \`<macro name="${macro}">\` in it`};
  return {style: {name, xml, kind: NOTE_CLASS.test(root) ? 'note' : 'in-text', locales}};
}

// "<!-- made with an editor -->"
const COMMENT = /<!--[\s\S]*?-->/gu;
// "<style xmlns=\"…\" class=\"note\">" behind the declaration, with its attributes
const ROOT = /^\s*(?:<\?xml[^<>]*\?>)?\s*<style\b([^<>]*)>/u;
const NAMESPACE = /\bxmlns\s*=\s*["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/u;
const NOTE_CLASS = /\bclass\s*=\s*["']note["']/u;
// "<link href=\"http://www.zotero.org/styles/apa\" rel=\"independent-parent\"/>"
const PARENT = /<link\b[^<>]*rel\s*=\s*["']independent-parent["'][^<>]*>/u;
const HREF = /href\s*=\s*["']([^"']*)["']/u;
const CITATION = /<citation\b[^<>]*>[\s\S]*?<layout\b[\s\S]*?<\/citation>/u;
// "<if position=\"first\">", "</if>", "<text/>"
const TAG = /<(\/?)([A-Za-z][\w:.-]*)(?:[^<>"'/]|"[^"]*"|'[^']*')*(\/?)>/gu;
// What is no element: "<?xml …?>", "<![CDATA[…]]>", "<!DOCTYPE style>"
const OTHER_MARKUP = /<[?!][^<>]*>/gu;

/** The first tag that does not fit, as what was expected at it. */
function findUnbalanced(xml: string): string | undefined {
  const open: string[] = [];
  for (const [, closing, name = '', empty] of xml.replace(OTHER_MARKUP, '').matchAll(TAG)) {
    if (empty === '/') continue;
    if (closing !== '/') {
      open.push(name);
      continue;
    }
    const last = open.pop();
    if (last !== name)
      return last === undefined ? `no \`</${name}>\`` : `\`</${last}>\` before \`</${name}>\``;
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `\`</${last}>\` at the end of the style`;
}

// "<macro name=\"author\">", and "macro=\"author\"" where it is used
const MACRO = /<macro\b[^<>]*?\bname\s*=\s*["']([^"']*)["']/gu;
const USED_MACRO = /\smacro\s*=\s*["']([^"']*)["']/gu;

/** A macro that is used and not there: a processor would print nothing in its place. */
function findMissingMacro(xml: string): string | undefined {
  const known = new Set([...xml.matchAll(MACRO)].map(([, name]) => name));
  return [...xml.matchAll(USED_MACRO)].map(([, name]) => name).find(name => !known.has(name));
}

function lastOf(url: string): string {
  return `\`csl:${url.slice(url.lastIndexOf('/') + 1)}\``;
}
