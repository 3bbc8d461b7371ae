import {arabic} from './arabic.ts';
import {chinese} from './chinese.ts';
import {dutch} from './dutch.ts';
import {english} from './english.ts';
import {french} from './french.ts';
import {german} from './german.ts';
import {italian} from './italian.ts';
import type {Language} from './language.ts';
import {latin} from './latin.ts';
import {portuguese} from './portuguese.ts';
import {russian} from './russian.ts';
import {spanish} from './spanish.ts';
import {swedish} from './swedish.ts';

/** Every language in which short forms are read. */
export const languages: readonly Language[] = [
  english,
  latin,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  russian,
  arabic,
  chinese,
];
