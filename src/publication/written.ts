import type {CitedPlace, Replacement, StyledText, WrittenPiece} from '../citation/styles/types.ts';
import type {Span} from '../text/span.ts';
import {composeAddresses, record} from './addresses.ts';
import type {Composition} from './composition.ts';
import type {PlacedText} from './places.ts';
import type {Inline} from './types.ts';

/** What is printed instead of typed words, the first time that one of them is met; nothing for the others. */
export function composeReplacement(replacement: Replacement, composition: Composition): readonly Inline[] {
  if (composition.replaced.has(replacement)) return [];
  composition.replaced.add(replacement);
  return replacement.pieces.flatMap(piece => composePiece(piece, replacement, composition));
}

/** Words of a style's, each of which stands for all the words that were typed. */
export function composeStyled(text: StyledText, span: Span, composition: Composition): readonly Inline[] {
  return text.flatMap(({text: words, italic, bold}): readonly Inline[] => {
    const plain = composeAddresses(standIn(words, span), composition);
    const strong: readonly Inline[] = bold ? [{type: 'strong', children: plain}] : plain;
    return italic ? [{type: 'emphasis', children: strong}] : strong;
  });
}

function composePiece(piece: WrittenPiece, from: Replacement, composition: Composition): readonly Inline[] {
  const {span} = from;
  switch (piece.kind) {
    case 'words':
      return composeStyled(piece.text, span, composition);
    case 'note': {
      const reference = composition.notes.made.get(from);
      if (reference === undefined) return composeStyled(piece.text, span, composition);
      composition.places.inlines.set(reference, {span, units: undefined});
      return [reference];
    }
    case 'link':
      return [leadTo(piece.to, 'cite', piece.value, span, composition)];
    case 'number':
      return [leadTo(piece.to, piece.to.kind, undefined, span, composition)];
  }
}

/** A live reference; mere words inside another link, or where the place is not published. */
function leadTo(
  to: CitedPlace,
  kind: 'cite' | CitedPlace['kind'],
  words: string | undefined,
  span: Span,
  composition: Composition,
): Inline {
  const place = composition.placeIds(to);
  const value = words ?? String(place?.number ?? to.number);
  const text = standIn(value, span);
  if (place === undefined || composition.isInLink) return record({type: 'text', value}, text, composition);
  return record({type: 'cross-reference', kind, target: place.id, value}, text, composition);
}

/** A text in place of typed words: every character of it stands for all of them. */
function standIn(value: string, span: Span): PlacedText {
  return {value, place: {span, units: Array.from({length: value.length}, () => span)}};
}
