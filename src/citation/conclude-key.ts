import {suggest} from '../text/suggest.ts';
import {wordsOf} from '../text/words.ts';
import type {Resolution} from './types.ts';
import type {Item, Walk} from './walk.ts';

/** Pandoc: a citekey names its entry; one without an entry is a slip, and the nearest keys are offered. */
export function concludeKey(item: Extract<Item, {readonly kind: 'key'}>, walk: Walk): Resolution {
  const {cite, reading} = item;
  const {byKey} = walk.index.bibliography;
  if (byKey.has(reading.key.key)) {
    return {
      status: 'resolved',
      cite,
      key: reading.key.key,
      antecedent: walk.fullBefore(reading.key.key, cite),
      differences: [],
    };
  }
  return {
    status: 'unresolved',
    cite,
    antecedent: undefined,
    reason: 'unknown-key',
    suggestions: suggest(reading.key.key, byKey.keys()),
  };
}

/** A promise names no work; names in it ("TODO cite Kaplan et al") are a hint for the author. */
export function concludePlaceholder(
  item: Extract<Item, {readonly kind: 'placeholder'}>,
  walk: Walk,
): Resolution {
  const {cite} = item;
  const words = wordsOf(cite.text).filter(({text}) => /^\p{Lu}\p{Ll}/u.test(text));
  const hinted = words.length === 0 ? [] : walk.index.lookup(words);
  return {
    status: 'placeholder',
    cite,
    antecedent: undefined,
    suggestions: hinted
      .filter(({names}) =>
        names.some(({forms}) =>
          forms.some(form => form.every(one => words.some(word => word.folded === one))),
        ),
      )
      .slice(0, 3)
      .map(({entry}) => entry.key),
  };
}
