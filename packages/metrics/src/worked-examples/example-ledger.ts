import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { ExchangeRates } from '../money/exchange-rates.ts';
import { annualise, type Interval, intervals } from '../money/recurring-amount.ts';
import { accountMovements, type RecurringSpan } from '../movements/account-movements.ts';
import { defaultPolicy } from '../policy.ts';
import { type RecognisedRevenue, recognise } from '../recognition/recognise.ts';
import { surveyScales } from '../surveys/survey-scale.ts';
import { day } from '../testing/worked-ledger.ts';
import { bookOf } from './book.ts';
import type { Example } from './example.ts';
import { addRecords, namedAccounts, traitsOf } from './example-records.ts';

const price = /^(\d+)(?:\/(\d*)([a-z]+))?(?:\*(\d+))?$/;

function intervalOf(name: string): Interval {
  const interval = intervals.find((known) => known === name);
  if (interval === undefined) throw new Error(`${name} is not an interval`);
  return interval;
}

function annualOf(words: string): number {
  const [, minor, every, interval = 'month', quantity] = price.exec(words) ?? [];
  if (minor === undefined) throw new Error(`${words} is not a price`);
  return Number(
    annualise({
      minor: BigInt(minor),
      interval: intervalOf(interval),
      every: Number(every || 1),
      quantity: Number(quantity ?? 1),
    }),
  );
}

/** The movements of every account, under the example's policy. */
function movementsOf(example: Example, currency: string): ReadonlyMap<string, RecognisedRevenue> {
  const rates = new ExchangeRates(currency, example.rates ?? []);
  const spans = new Map<string, RecurringSpan[]>();
  for (const line of example.subscriptions ?? (example.flows === undefined ? [] : bookOf(example.flows))) {
    const [account = '', from = '', until = '', words = ''] = line.split(' ');
    const endsOn = until === '-' ? null : day(until);
    const span = { startsOn: day(from), endsOn, annualMinor: annualOf(words), currency };
    spans.set(account, [...(spans.get(account) ?? []), span]);
  }
  const recognition = { ...defaultPolicy, ...example.policy };
  return new Map([
    ...[...spans].map(
      ([name, held]) => [name, { commitments: [], ...accountMovements(held, rates, recognition.fx) }] as const,
    ),
    ...Object.entries(example.terms ?? {}).map(
      ([name, terms]) => [name, recognise(terms, recognition, rates)] as const,
    ),
  ]);
}

/** The ledger of an example. */
export function exampleLedger(example: Example): Ledger {
  const currency = example.currency ?? 'USD';
  const builder = new LedgerBuilder({ revision: '1', currency, timeZone: 'UTC' });
  const revenue = movementsOf(example, currency);
  for (const name of new Set([...revenue.keys(), ...namedAccounts(example)])) {
    const account = builder.addAccount({ id: name, externalId: name, name, traits: traitsOf(example, name) });
    const { movements = [], commitments = [] } = revenue.get(name) ?? {};
    for (const movement of movements) builder.addMovement(account, movement.day, movement.kind, movement.amount);
    for (const commitment of commitments) builder.addCommitment(account, commitment);
  }
  addRecords(builder, example);
  addContracts(builder, example.contracts ?? []);
  if (example.scale !== undefined) builder.addSurvey('relationship', surveyScales[example.scale]);
  const answers = example.answers ?? [];
  for (const line of answers) {
    const [respondent = '', , on = '', answer = ''] = line.split(' ');
    builder.addResponse('relationship', -1, respondent, day(on), Number(answer));
  }
  for (let shown = 0; shown < (example.shown ?? answers.length); shown++) {
    builder.addExposure('relationship', -1, day('2025-03-05'));
  }
  return builder.build();
}

function addContracts(builder: LedgerBuilder, lines: readonly string[]): void {
  for (const [number, line] of lines.entries()) {
    const [name = '', ends = '', due = '', outcome = '', on = '', renewed = '0'] = line.split(' ');
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    builder.addContract(account, {
      number,
      startsOn: day(ends) - 365,
      endsOn: day(ends),
      due: 100 * Number(due),
      outcome: outcome === 'lost' ? 'LOST' : 'RENEWED',
      settledOn: day(on),
      renewed: 100 * Number(renewed),
    });
  }
}
