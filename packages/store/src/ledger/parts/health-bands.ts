import type { HealthBand } from '@plimsoll/metrics';
import { loadHealthModel } from '../../derived/health.ts';
import { wholePart } from './ledger-part.ts';

/**
 * Every band that a score can fall in. Where they change, the model was saved anew, which touches every account's scores
 * too, so that no row keeps a code of the list before.
 */
export const healthBands = wholePart<readonly HealthBand[]>(async (tx) => (await loadHealthModel(tx))?.bands ?? []);
