import type { DemoRecords } from './demo-records.ts';

/** The records without what has not happened yet. Subscriptions stay: one may well be signed to begin later. */
export function upTo(records: DemoRecords, now: Date): DemoRecords {
  const instant = now.toISOString();
  const day = instant.slice(0, 10);
  return {
    ...records,
    exchangeRates: records.exchangeRates.filter((rate) => rate.day <= day),
    numbers: records.numbers.filter((number) => number.day <= day),
    exposures: records.exposures.filter(({ shownAt }) => shownAt <= instant),
    responses: records.responses.filter(({ respondedAt }) => respondedAt <= instant),
  };
}
