import type {Severity} from '../text/diagnostic.ts';

/** What a project's `opcit.config.json` says. */
export interface Config {
  readonly profile: string | undefined;
  /** Paths, relative to the configuration's folder. */
  readonly bibliography: readonly string[] | undefined;
  /** Severities by code, over those of the profile. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** The configuration of a project that has none. */
export const NO_CONFIG: Config = {profile: undefined, bibliography: undefined, rules: {}};
