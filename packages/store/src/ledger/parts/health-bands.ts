import type { Ledger } from '@plimsoll/metrics';
import { loadHealthModels } from '../../derived/health/load-health-models.ts';
import { wholePart } from './ledger-part.ts';

/**
 * Every band that a score can fall in, model by model. Where they change, a model was saved or deleted, which touches
 * every account’s scores too, so that no row keeps a code of the list before.
 */
export const healthBands = wholePart<Ledger['healthBands']>(async (tx) =>
  (await loadHealthModels(tx)).flatMap(({ key, bands }) => bands.map((band) => ({ ...band, model: key }))),
);
