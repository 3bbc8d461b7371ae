import type {Severity} from '../text/diagnostic.ts';

/** What a project's `opcit.config.json` says. */
export interface Config {
  readonly profile: Placed<string> | undefined;
  /** Paths, relative to the configuration's folder. */
  readonly bibliography: Placed<readonly string[]> | undefined;
  /** Severities by code, over those of the profile. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** A value with its place, `opcit.config.json:3:14`, for messages about it. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: string;
}

/** The configuration of a project that has none. */
export const NO_CONFIG: Config = {profile: undefined, bibliography: undefined, rules: {}};
