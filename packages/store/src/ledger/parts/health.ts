import { bandOf } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { loadStoredModels, type StoredHealthModel } from '../../derived/health/load-health-models.ts';
import { dayNumber } from '../../schema/days.ts';
import { historyPart, partLoadedBy } from './history-part.ts';

/** Health scores, NaN where nothing was known any more, and the models that they come from. */
const scored = historyPart({
  from: sql`health_score`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    scores: ['float', sql`coalesce(score, 'NaN')`],
    coverages: ['float', sql`coverage`],
    models: ['short', sql`model_no`],
  },
});

/** Health scores, and which of the bands each falls in. */
export const health = partLoadedBy(async (tx, accountIds, everyone) => {
  const { columns, ...rest } = await scored.load(tx, accountIds, everyone);
  const { models, ...kept } = columns;
  return { ...rest, columns: { ...kept, bands: bandCodesOf(await loadStoredModels(tx), models, columns.scores) } };
});

/** Codes of scores’ bands in the list of {@link healthBands}, each under the model that it comes from. */
function bandCodesOf(stored: readonly StoredHealthModel[], models: Uint16Array, scores: Float64Array): Uint8Array {
  const places = new Map<number, { readonly first: number; readonly model: StoredHealthModel['model'] }>();
  let first = 1;
  for (const { no, model } of stored) {
    places.set(no, { first, model });
    first += model.bands.length;
  }
  return Uint8Array.from(scores, (score, row) => {
    const place = places.get(models[row] ?? 0);
    const band = place && bandOf(place.model, score);
    return band === undefined || place === undefined ? 0 : place.first + place.model.bands.indexOf(band);
  });
}
