import type {XmlElement} from './docx-xml.ts';

/** A part of a package with each element on a line of its own; one that holds words alone is one line. */
export function printXml(root: XmlElement): string {
  return `${linesOf(root).join('\n')}\n`;
}

function linesOf({name, attributes, children}: XmlElement): readonly string[] {
  const tag = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeText(value)}"`),
  ].join(' ');
  if (children.length === 0) return [`<${tag}/>`];
  const words = children.filter(child => typeof child === 'string');
  if (words.length === children.length) return [`<${tag}>${words.map(escapeText).join('')}</${name}>`];
  return [
    `<${tag}>`,
    ...children
      .flatMap(child => (typeof child === 'string' ? [escapeText(child)] : linesOf(child)))
      .map(line => `  ${line}`),
    `</${name}>`,
  ];
}

/** As XML would have it, with line ends and what cannot be seen spelt out, so that a line stays a line. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(UNSEEN, character => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`);
}

// A line end, a no-break space, a soft hyphen
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu;
