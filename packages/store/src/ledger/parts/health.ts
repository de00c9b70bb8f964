import { bandCodes } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { loadHealthModel } from '../../derived/health.ts';
import { dayNumber } from '../../schema/days.ts';
import { historyPart, partLoadedBy } from './history-part.ts';

/** Health scores; NaN where nothing was known any more. */
const scored = historyPart({
  from: sql`health_score`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    scores: ['float', sql`coalesce(score, 'NaN')`],
    coverages: ['float', sql`coverage`],
  },
});

/** Health scores, and which of the bands each falls in. */
export const health = partLoadedBy(async (tx, accountIds, everyone) => {
  const { columns, ...rest } = await scored.load(tx, accountIds, everyone);
  const bands = (await loadHealthModel(tx))?.bands ?? [];
  return { ...rest, columns: { ...columns, bands: bandCodes(bands, columns.scores) } };
});
