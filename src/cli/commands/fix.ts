import {keepMeaning} from '../../citation/keep-meaning.ts';
import {type KeptReference, type KeyOffer, type KeyOffers, offerKeys} from '../../citation/offer-keys.ts';
import {joinEdits} from '../../fix/join-edits.ts';
import {unifiedDiff} from '../../fix/unified-diff.ts';
import {replaceFiles} from '../../host/replace.ts';
import {RequestError} from '../../host/request-error.ts';
import {quote} from '../../lint/quote.ts';
import type {Rule, Subject} from '../../lint/rule.ts';
import {rules} from '../../lint/rules/index.ts';
import {type Inputs, lint, read} from '../../pipeline.ts';
import type {Diagnostic} from '../../text/diagnostic.ts';
import type {TextEdit} from '../../text/edit.ts';
import {indexPositions} from '../../text/position.ts';
import type {ReadingOptions} from '../choices.ts';
import {changedOn, type Desk, editOn, openDesk, readOn} from '../desk.ts';
import type {ExitCode} from '../exit-code.ts';
import {gatherReport} from '../gather.ts';
import type {Outside} from '../outside.ts';
import {editsOf, fitsBeside, type Proposal, printProposal, proposeFixes, proposeKey} from '../proposals.ts';
import {allDiagnostics, countInWords} from '../reporters/report.ts';
import {type Request, readRequests} from '../requests.ts';
import {type Ask, type Mood, review} from '../review.ts';
import {neutralise} from '../terminal/cells.ts';
import {type ColorChoice, openScreen} from '../terminal/screen.ts';

export interface FixOptions extends ReadingOptions {
  readonly review?: boolean;
  readonly dryRun?: boolean;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

/**
 * Makes the fixes that change no meaning, as edits of the texts; with `--review` also those that a person took, and citekeys
 * for typed references. Everything is decided in memory: the files are written at the end, or not at all.
 *
 * @param asked the rules whose fixes are made
 * @returns 0 when it is done, whatever findings are left: those are for `lint` to tell
 */
export async function fixCommand(
  names: readonly string[],
  options: FixOptions,
  outside: Outside,
  asked: readonly Rule[] = rules,
): Promise<ExitCode> {
  const isReview = options.review === true;
  const isDry = options.dryRun === true;
  if (isReview && !isDry && outside.ask === undefined)
    throw new RequestError(
      '--review asks on a terminal, and there is none; `opcit fix --review --dry-run` prints all that it would offer',
    );
  const requests = await readRequests(names, options, outside, {ruleCodes: rules.map(({code}) => code)});
  const safe = fixSafely({requests, asked, desk: openDesk(requests)});
  const {desk, kept, advice} = isReview
    ? await offerMore({...safe, ask: isDry ? undefined : outside.ask}, options, outside)
    : {...safe, kept: [], advice: []};

  const changed = changedOn(desk);
  if (isDry) outside.stdout.write(printDiff(changed.map(unifiedDiffOf).join(''), options, outside));
  else replaceFiles(changed);
  if (options.quiet !== true) {
    const done = changed.map(({shown}) => `${isDry ? 'would fix' : 'fixed'} ${shown}`);
    const left = findingsOn({requests, asked, desk});
    const lines = [
      ...(done.length === 0 ? [isReview && !isDry ? 'nothing was changed' : 'nothing to fix'] : done),
      ...describeKept(kept),
      ...advice,
      ...describeLeft(left, {isReview, isDry}),
    ];
    for (const line of lines) outside.stderr.write(`opcit: ${neutralise(line)}\n`);
  }
  return 0;
}

/** The texts of a request, and the rules that look at them. */
interface Job {
  readonly requests: readonly Request[];
  readonly asked: readonly Rule[];
  readonly desk: Desk;
}

function findingsOn({requests, asked, desk}: Job): readonly Diagnostic[] {
  return allDiagnostics(gatherReport(readOn(desk, requests).map(inputs => lint(inputs, asked))));
}

/** A fix may bring another finding to light; rules whose fixes chase each other are stopped here. */
const MOST_ROUNDS = 10;

/** Makes the safe fixes until there are none. Of two that are at odds the first is made, the other in the next round. */
function fixSafely(job: Job): Job {
  let {desk} = job;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = new Map<string, readonly TextEdit[]>();
    for (const {path, fix} of findingsOn({...job, desk})) {
      if (fix?.applicability !== 'safe') continue;
      const before = edits.get(path) ?? [];
      edits.set(path, joinEdits(before, fix.edits) ?? before);
    }
    if (edits.size === 0) break;
    for (const [path, list] of edits) desk = editOn(desk, path, list);
  }
  return {...job, desk};
}

/** What was offered and taken, and what could not be offered. */
interface Offered {
  readonly desk: Desk;
  readonly kept: readonly PlacedReference[];
  readonly advice: readonly string[];
}

interface PlacedReference extends KeptReference {
  /** `manuscript/evidence.md:41:8`, as the text stood when it was looked at. */
  readonly place: string;
}

/** Offers the fixes of findings, then citekeys for what is typed in the texts that these make. */
async function offerMore(
  job: Job & {readonly ask: Ask | undefined},
  {color}: FixOptions,
  outside: Outside,
): Promise<Offered> {
  const screen = openScreen(outside.stderr, color, outside.env);
  let {desk} = job;
  let mood: Mood = job.ask === undefined ? 'all' : 'asking';
  const decide = async <One extends Proposal>(proposals: readonly One[]): Promise<readonly One[]> => {
    const result = await review<One>(proposals, {
      ask: job.ask ?? (async () => undefined),
      show: (proposal, {number, of}) => {
        const text = desk.files.get(proposal.path)?.now ?? '';
        outside.stderr.write(printProposal(proposal, text, {screen, count: `${number} of ${of}`}));
      },
      isOpen: fitsBeside,
      mood,
    });
    mood = result.mood;
    return result.accepted;
  };

  const fixes = await decide(proposeFixes(findingsOn(job)));
  for (const path of new Set(fixes.map(one => one.path))) desk = editOn(desk, path, editsOf(fixes, path));

  const kept: PlacedReference[] = [];
  const advice: string[] = [];
  for (const inputs of readOn(desk, job.requests)) {
    const subject = read(inputs);
    const {path} = subject.manuscript.source;
    const keys = await offerHarmlessKeys(subject, inputs);
    if (keys.advice !== undefined) advice.push(`${path}: ${keys.advice}`);
    const taken = await decide(keys.offers.map(offer => proposeKey(offer, path, keys.printed.get(offer))));
    const harmless = keepMeaning(
      subject,
      taken.map(({offer}) => offer),
    );
    desk = editOn(
      desk,
      path,
      harmless.taken.map(({edit}) => edit),
    );
    const positions = indexPositions(subject.manuscript.source.text);
    for (const one of [...keys.kept, ...harmless.left.map(changesAnother)]) {
      const {line, column} = positions.at(one.cite.span.start);
      kept.push({...one, place: `${path}:${line}:${column}`});
    }
  }
  return {desk, kept, advice};
}

interface HarmlessKeys extends KeyOffers {
  /** What is printed for the key of a full reference. */
  readonly printed: ReadonlyMap<KeyOffer, string>;
}

/** The offers that can all be taken together, and that can be printed. */
async function offerHarmlessKeys(subject: Subject, {style}: Inputs): Promise<HarmlessKeys> {
  const {offers, kept, advice} = offerKeys(subject, style);
  const {previewKeys} = await import('../../citation/preview-keys.ts');
  const {printed, unprinted} = await previewKeys(offers, subject, style);
  const {taken, left} = keepMeaning(
    subject,
    offers.filter(offer => !unprinted.includes(offer)),
  );
  const mute = unprinted.map(({cite}) => ({cite, reason: 'the style prints nothing for its entry'}));
  const all = [...kept, ...mute, ...left.map(changesAnother)];
  return {offers: taken, kept: all.sort((one, other) => one.cite.id - other.cite.id), advice, printed};
}

function changesAnother({cite}: KeyOffer): KeptReference {
  return {cite, reason: 'another cite would no longer mean what it means'};
}

function unifiedDiffOf({shown, was, now}: {shown: string; was: string; now: string}): string {
  return unifiedDiff({path: shown, was, now});
}

/** As it is for a file or a program; on a terminal with colours, and nothing in it drives the terminal. */
function printDiff(diff: string, {color}: FixOptions, {stdout, env}: Outside): string {
  if (!stdout.isTerminal && color !== 'always') return diff;
  const screen = openScreen(stdout, color, env);
  const paint = (line: string): string =>
    line.startsWith('+')
      ? screen.paint('help', line)
      : line.startsWith('-')
        ? screen.paint('error', line)
        : line;
  return diff
    .split('\n')
    .map(line => paint(neutralise(line)))
    .join('\n');
}

function describeKept(kept: readonly PlacedReference[]): readonly string[] {
  if (kept.length === 0) return [];
  return [
    `${kept.length} not offered:`,
    ...kept.map(({place, cite, reason}) => `  ${place}: ${quote(cite.text)} stays, since ${reason}`),
  ];
}

function describeLeft(
  left: readonly Diagnostic[],
  {isReview, isDry}: {readonly isReview: boolean; readonly isDry: boolean},
): readonly string[] {
  if (left.length === 0) return [];
  const fixes = proposeFixes(left).length;
  const which = left.length === 1 ? 'a fix for it' : `fixes for ${fixes} of them`;
  const offer = isReview || fixes === 0 ? '' : `; \`opcit fix --review\` offers ${which}`;
  const shows = isDry ? 'would be left' : 'left, which `opcit lint` shows';
  return [`${countInWords(left)} ${shows}${offer}`];
}
