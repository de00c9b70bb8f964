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
    momentExposures: records.momentExposures.filter(({ shownAt }) => shownAt <= instant),
    momentResponses: records.momentResponses.filter(({ respondedAt }) => respondedAt <= instant),
    traitHistory: records.traitHistory.filter(({ from }) => from <= day),
    costs: records.costs.filter(({ startsOn }) => startsOn <= day),
    contracts: records.contracts.filter(({ signedOn }) => signedOn === undefined || signedOn <= day),
    seats: records.seats.filter((seats) => seats.day <= day),
    usageDays: records.usageDays.filter((usage) => usage.day <= day),
    milestones: records.milestones.filter(({ reachedOn }) => reachedOn === null || reachedOn <= day),
    outcomeProgress: records.outcomeProgress.filter(({ on }) => on <= day),
    advocacyActs: records.advocacyActs.filter(({ on }) => on <= day),
    stages: records.stages.filter(({ from }) => from <= day),
    tickets: records.tickets.filter(({ createdAt }) => createdAt <= instant),
    ticketEvents: records.ticketEvents.filter(({ at }) => at <= instant),
  };
}
