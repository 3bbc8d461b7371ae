import type {Severity} from '../text/diagnostic.ts';
import {defineProfile, type Profile} from './profile.ts';
import {ukCommons} from './uk-commons.ts';
import {ukLords} from './uk-lords.ts';

/** Every profile, in the order in which they are listed to people; the first is the one used when none is named. */
export const profiles: readonly [Profile, ...(readonly Profile[])] = [ukCommons, ukLords];

/** The profile with an id, `uk-commons`; `undefined` when there is none. */
export function findProfile(id: string): Profile | undefined {
  return profiles.find(profile => profile.id === id);
}

/** A profile with some rules raised, lowered or switched off: a project's own word over its parliament's. */
export function withRules(profile: Profile, rules: Readonly<Record<string, Severity | 'off'>>): Profile {
  return defineProfile({...profile, rules: {...profile.rules, ...rules}});
}
