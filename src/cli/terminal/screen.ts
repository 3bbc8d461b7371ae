import {styleText} from 'node:util';
import type {Outside, Stream} from '../outside.ts';

/** Whether to colour: the word after `--color`. */
export type ColorChoice = 'auto' | 'always' | 'never';

/** The meanings that a colour may have; which colour each has is said once, below. */
export type Tone = 'error' | 'warning' | 'info' | 'place' | 'quiet' | 'strong' | 'help';

/** The surface that a report is printed on. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  paint(tone: Tone, text: string): string;
}

const TONES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
  place: 'underline',
  quiet: 'gray',
  strong: 'bold',
  help: 'green',
};

/** Columns where no terminal says how many it has. */
const WIDTH = 100;
const NARROWEST = 40;

/**
 * The screen behind a stream. The option has the last word on colour, then FORCE_COLOR, then NO_COLOR, as Node itself
 * ranks them; without any of these a terminal has colour and a file has none.
 */
export function openScreen(stream: Stream, choice: ColorChoice | undefined, env: Outside['env']): Screen {
  const isColoured = wantsColour(stream, choice ?? 'auto', env);
  return {
    width: Math.max(NARROWEST, stream.columns ?? (Number.parseInt(env['COLUMNS'] ?? '', 10) || WIDTH)),
    paint: (tone, text) =>
      isColoured && text !== '' ? styleText(TONES[tone], text, {validateStream: false}) : text,
  };
}

/** A screen for a file: no colour, the usual width. */
export const PLAIN_SCREEN: Screen = {width: WIDTH, paint: (_, text) => text};

function wantsColour(stream: Stream, choice: ColorChoice, env: Outside['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return stream.isTerminal && env['TERM'] !== 'dumb';
}
