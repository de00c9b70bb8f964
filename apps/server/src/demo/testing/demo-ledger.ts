import {
  annualise,
  defaultRecognition,
  ExchangeRates,
  healthTimeline,
  inModelOrder,
  type Ledger,
  LedgerBuilder,
  type Movement,
  modelFor,
  parseDay,
  parseDecimal,
  type RecurringTerms,
  recognise,
  timelineObservations,
} from '@plimsoll/metrics';
import type { DemoAccount, DemoRecords, DemoSubscription } from '../demo-records.ts';
import { healthModels } from '../workspace/health-models.ts';

/** Lays demo records out as a ledger, with the pure core alone. */
export function demoLedger(demo: DemoRecords, today: number): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'America/New_York' });
  const rates = new ExchangeRates(
    'USD',
    demo.exchangeRates.map(({ currency, day, rate }) => ({ currency, day: dayOfText(day), rate })),
  );
  for (const account of demo.accounts)
    builder.addAccount({
      id: account.externalId,
      externalId: account.externalId,
      name: account.name,
      traits: account.traits,
    });
  const byAccount = <Row extends { readonly accountExternalId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.accountExternalId);
  const subscriptions = byAccount(demo.subscriptions);
  const numbers = byAccount(demo.numbers);
  const answers = byAccount(demo.responses);
  for (const account of demo.accounts) {
    const { externalId } = account;
    const index = builder.accountIndex(externalId);
    const { movements } = recognise((subscriptions.get(externalId) ?? []).map(termsOf), defaultRecognition, rates);
    for (const { day, kind, amount } of movements) builder.addMovement(index, day, kind, amount);
    for (const score of healthOf(account, movements)) builder.addHealth(index, score.day, score.score, score.coverage);
  }
  const inOrder = [...demo.responses].sort((a, b) => (a.respondedAt < b.respondedAt ? -1 : 1));
  for (const response of inOrder) {
    const day = dayOfText(response.respondedAt.slice(0, 10));
    const index = builder.accountIndex(response.accountExternalId);
    builder.addResponse('relationship', index, response.respondent, day, response.answer);
  }
  return builder.build();

  function healthOf({ externalId, traits }: DemoAccount, movements: readonly Movement[]) {
    const model = modelFor(inModelOrder(healthModels), traits);
    if (model === undefined) return [];
    const reported = Map.groupBy(numbers.get(externalId) ?? [], ({ key }) => key);
    const observations = timelineObservations(
      model,
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
    return healthTimeline(model, observations, 0, today);
  }
}

function termsOf(span: DemoSubscription): RecurringTerms {
  const annualMinor = Number(
    annualise({
      minor: parseDecimal(span.amount, 2) ?? 0n,
      interval: span.interval,
      every: 1,
      quantity: span.quantity,
    }),
  );
  return {
    kind: 'recurring',
    subscription: span.subscriptionId,
    startsOn: dayOfText(span.startsOn),
    endsOn: span.endsOn === null ? null : dayOfText(span.endsOn),
    currency: span.currency,
    annualMinor,
    status: span.status ?? 'active',
    cancelledOn: span.cancelledOn === undefined ? null : dayOfText(span.cancelledOn),
    signedOn: null,
    discount:
      span.discountPercent === undefined || span.discountEndsOn === undefined
        ? null
        : {
            annualMinor: Math.round((annualMinor * Number(span.discountPercent)) / 100),
            endsOn: dayOfText(span.discountEndsOn),
          },
  };
}

/** Reads a day, or fails the test. */
export function dayOfText(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`"${text}" is not a day.`);
  return day;
}
