import {readCslItems} from '../bibliography/csl-item.ts';
import type {KeyOffer} from './offer-keys.ts';
import {NothingPrinted, processCites} from './styles/processor.ts';
import {usableStyle} from './styles/report-style.ts';
import type {CitingSubject, StyleFile} from './styles/types.ts';

/** What a style makes of offered keys. */
export interface Preview {
  /** What is printed for the key of a full reference where a work is first cited. */
  readonly printed: ReadonlyMap<KeyOffer, string>;
  /** Offers of works for which the style has no words: a build would be refused. */
  readonly unprinted: readonly KeyOffer[];
}

/**
 * Lets a style write each offered key alone, so that a person sees what will be printed where a work is first cited, and none
 * is offered that cannot be printed. What a style makes of any other cite depends on those around it, and is not shown.
 * Loads citeproc.
 */
export async function previewKeys(
  offers: readonly KeyOffer[],
  {bibliography, citations}: Pick<CitingSubject, 'bibliography' | 'citations'>,
  file: StyleFile | undefined,
): Promise<Preview> {
  const style = usableStyle(file);
  if (style === undefined || offers.length === 0) return {printed: new Map(), unprinted: []};
  const items = readCslItems(
    bibliography,
    offers.map(({key}) => key),
  );
  const alone = offers.map(({key, locator}) => ({
    group: undefined,
    note: 0,
    items: [{key, prefix: '', suffix: '', locator, isWithoutAuthor: false}],
  }));
  try {
    const {aloneTexts} = await processCites(style, {clusters: [], alone, items, listed: []});
    const printed = offers.flatMap((offer, at) =>
      citations.firstCites.get(offer.key)?.id === offer.cite.id
        ? [[offer, textOf(aloneTexts[at] ?? [])] as const]
        : [],
    );
    return {printed: new Map(printed), unprinted: []};
  } catch (error) {
    const mute = error instanceof NothingPrinted ? error.keys : undefined;
    const isMute = ({key}: KeyOffer): boolean => mute?.includes(key) ?? true;
    const rest = await previewKeys(
      offers.filter(offer => !isMute(offer)),
      {bibliography, citations},
      file,
    );
    return {printed: rest.printed, unprinted: [...offers.filter(isMute), ...rest.unprinted]};
  }
}

function textOf(runs: readonly {readonly text: string}[]): string {
  return runs.map(({text}) => text).join('');
}
