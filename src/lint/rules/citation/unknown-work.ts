import type {Cite, Resolution} from '../../../citation/types.ts';
import {cites} from '../../cite-fault.ts';
import {citeBefore, nameCite, namePlace, relateCite, relateEntry} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const unknownWork: Rule = defineRule({
  code: 'unknown-work',
  group: 'citation',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a reference that fits no entry of the bibliography, and the *op cit* or *ibid* that leans on it.',
    why: 'What the bibliography does not hold can be neither checked nor linked.',
    instead: 'Add an entry, or correct the reference if it was meant to be one that is there.',
    convention:
      'A note gives, once and in full, what a reader needs to find the work: author, title, and the facts of publication (New Hart’s Rules, ch. 17; The Chicago Manual of Style, ch. 14). The bibliography holds those facts for every work cited.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'unknown-work')) {
      if (resolution.status !== 'unresolved') continue;
      yield isLeaning(resolution.cite) ? describeLeaning(resolution, subject) : describe(resolution, subject);
    }
  },
});

type Unresolved = Extract<Resolution, {readonly status: 'unresolved'}>;

function isLeaning({form}: Cite): boolean {
  return form !== 'full' && form !== 'short';
}

function describe({cite, suggestions}: Unresolved, subject: Subject): Finding {
  const nearest = suggestions[0];
  return {
    span: cite.span,
    message: `Unexpected work ${quote(nameWork(cite))} in ${namePlace(cite.in)}, expected one of the bibliography`,
    help:
      nearest === undefined
        ? 'Add an entry for it to the bibliography.'
        : `Add an entry for it to the bibliography, or correct the reference if ${quote(nearest)} is meant.`,
    ...(nearest === undefined
      ? {}
      : {suggestions, related: relateEntry(subject, nearest, 'the nearest entry is here')}),
  };
}

function describeLeaning({cite, antecedent}: Unresolved, subject: Subject): Finding {
  const reference = antecedent ?? citeBefore(subject, cite);
  return {
    span: cite.span,
    message: `Unexpected ${nameCite(cite)} in ${namePlace(cite.in)}, expected a work of the bibliography`,
    help: 'It leans on a reference that the bibliography lacks; add an entry for that.',
    ...(reference === undefined ? {} : {related: [relateCite(subject, reference, 'it leans on this')]}),
  };
}

/** How much of a reference a message shows: the names up to the year, as they are typed. */
const LONGEST = 60;

function nameWork({names, year, title, text}: Cite): string {
  const named = names ?? title ?? text;
  const at = year === undefined ? -1 : text.indexOf(year.text);
  if (year === undefined || at < 0) return named;
  const end = at + year.text.length;
  const upToYear = text.slice(0, CLOSING.test(text.slice(end)) ? end + 1 : end);
  return upToYear.length <= LONGEST ? upToYear : named;
}

// What closes the bracket round a year: "(2003)", "[2003]".
const CLOSING = /^[)\]]/u;
