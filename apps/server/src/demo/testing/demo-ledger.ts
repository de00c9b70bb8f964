import {
  accountMovements,
  annualise,
  ExchangeRates,
  healthTimeline,
  type Ledger,
  LedgerBuilder,
  type Movement,
  parseDay,
  parseDecimal,
  timelineObservations,
} from '@plimsoll/metrics';
import type { DemoRecords } from '../demo-records.ts';
import { healthModel } from '../health-model.ts';

/** Lays demo records out as a ledger, with the pure core alone. */
export function demoLedger(demo: DemoRecords, today: number): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'America/New_York' });
  const rates = new ExchangeRates(
    'USD',
    demo.exchangeRates.map(({ currency, day, rate }) => ({ currency, day: dayOfText(day), rate })),
  );
  for (const account of demo.accounts) builder.addAccount({ id: account.externalId, ...account });
  const byAccount = <Row extends { readonly accountExternalId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.accountExternalId);
  const subscriptions = byAccount(demo.subscriptions);
  const numbers = byAccount(demo.numbers);
  const answers = byAccount(demo.responses);
  for (const { externalId } of demo.accounts) {
    const index = builder.accountIndex(externalId);
    const { movements } = accountMovements(
      (subscriptions.get(externalId) ?? []).map((span) => ({
        startsOn: dayOfText(span.startsOn),
        endsOn: span.endsOn === null ? null : dayOfText(span.endsOn),
        annualMinor: Number(
          annualise({
            minor: parseDecimal(span.amount, 2) ?? 0n,
            interval: span.interval,
            every: 1,
            quantity: span.quantity,
          }),
        ),
        currency: span.currency,
      })),
      rates,
    );
    for (const { day, kind, amount } of movements) builder.addMovement(index, day, kind, amount);
    for (const score of healthOf(externalId, movements))
      builder.addHealth(index, score.day, score.score, score.coverage);
  }
  const inOrder = [...demo.responses].sort((a, b) => (a.respondedAt < b.respondedAt ? -1 : 1));
  for (const response of inOrder) {
    const day = dayOfText(response.respondedAt.slice(0, 10));
    const index = builder.accountIndex(response.accountExternalId);
    builder.addResponse('relationship', index, response.respondent, day, response.answer);
  }
  return builder.build();

  function healthOf(externalId: string, movements: readonly Movement[]) {
    const reported = Map.groupBy(numbers.get(externalId) ?? [], ({ key }) => key);
    const observations = timelineObservations(
      healthModel,
      {
        numbers: Object.fromEntries(
          [...reported].map(([key, rows]) => [key, rows.map(({ day, value }) => ({ day: dayOfText(day), value }))]),
        ),
        answers: (answers.get(externalId) ?? [])
          .map(({ respondedAt, respondent, answer }) => ({
            day: dayOfText(respondedAt.slice(0, 10)),
            respondent,
            answer,
          }))
          .sort((a, b) => a.day - b.day),
        movements,
        readings: null,
      },
      0,
      today,
    );
    return healthTimeline(healthModel, observations, 0, today);
  }
}

/** Reads a day, or fails the test. */
export function dayOfText(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`"${text}" is not a day.`);
  return day;
}
