import type {Yaml} from 'mdast';
import {stringify} from 'yaml';
import type {Publication} from '../../publication/types.ts';

/**
 * What a submission says of itself, under the keys that a manuscript has for it; what it does not say is left out. The
 * heading line and the line with the date are made of these by whoever reads the file back.
 */
export function writeFrontMatter(publication: Publication): Yaml {
  const {title, submitter, capacity, committee, inquiry, reference, issued, profile, language} = publication;
  const values = {
    title,
    submitter,
    capacity,
    committee,
    inquiry,
    reference,
    date: issued === undefined ? undefined : writeDate(issued),
    profile: profile.id,
    language,
  };
  return {type: 'yaml', value: stringify(values, {lineWidth: 0}).trimEnd()};
}

/** "2003-11", or "2003-11-05" where the day is known. */
function writeDate({year, month, day}: NonNullable<Publication['issued']>): string {
  const parts = [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0')];
  return [...parts, ...(day === undefined ? [] : [`${day}`.padStart(2, '0')])].join('-');
}
