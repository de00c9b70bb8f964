import fc from 'fast-check';
import { advocacyKinds } from '../ledger/advocacy-columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { accountMovements } from '../movements/account-movements.ts';
import { firstDay, accounts as generatedAccounts, generatedCosts, rates } from './histories.ts';

const within = fc.integer({ min: firstDay, max: firstDay + 250 });
const days = fc.integer({ min: 0, max: 40 });
const few = { maxLength: 4 };

/** All that can be known of one account. */
export const lives = fc.record({
  account: generatedAccounts.filter((list) => list.length > 0),
  costs: generatedCosts,
  commitments: fc.uniqueArray(
    fc.record({ day: within, setToCancel: fc.constantFrom(0, 12_000), signed: fc.constantFrom(0, 24_000) }),
    { selector: ({ day }) => day, maxLength: 3 },
  ),
  answers: fc.array(
    fc.record({ on: within, by: fc.constantFrom('ann', 'bob'), answer: fc.integer({ min: 0, max: 10 }) }),
  ),
  usage: fc.array(
    fc.record({ on: within, by: fc.constantFrom('ann', 'bob', 'cy'), feature: fc.constantFrom('', 'reports') }),
  ),
  seats: fc.array(fc.record({ on: within, seats: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
  tickets: fc.array(
    fc.record({ on: within, reply: fc.option(days), solved: fc.option(days), reopened: fc.option(days) }),
    few,
  ),
  milestones: fc.array(fc.record({ on: within, milestone: fc.constantFrom('kick-off', 'live', 'party') }), few),
  outcomes: fc.array(fc.record({ due: within, reached: fc.option(within) }), few),
  acts: fc.array(fc.record({ on: within, kind: fc.constantFrom(...advocacyKinds) }), few),
  contracts: fc.array(
    fc.record({
      startsOn: within,
      days: fc.integer({ min: 1, max: 400 }),
      due: fc.option(fc.constantFrom(12_000, 24_000), { freq: 8 }),
      outcome: fc.option(fc.constantFrom('RENEWED', 'LOST')),
      settledAfter: fc.integer({ min: -30, max: 30 }),
      renewed: fc.constantFrom(6_000, 24_000),
    }),
    few,
  ),
});

/** One of {@link lives}. */
export type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** A ledger of one account that lived so. */
export function ledgerOfLife(life: Life): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  const index = builder.addAccount({ id: '1', externalId: 'a', name: 'A', traits: { plan: 'Team' } });
  addRevenue(builder, index, life);
  addUse(builder, index, life);
  addSupport(builder, index, life);
  addValue(builder, index, life);
  return builder.build();
}

function addRevenue(builder: LedgerBuilder, index: number, { account, costs, commitments, contracts }: Life): void {
  for (const { day, kind, amount } of accountMovements(account[0]?.spans ?? [], rates).movements)
    builder.addMovement(index, day, kind, amount);
  for (const commitment of commitments.toSorted((a, b) => a.day - b.day)) builder.addCommitment(index, commitment);
  for (const { category, startsOn, days: length, amount } of costs.toSorted((a, b) => a.startsOn - b.startsOn))
    builder.addCost(index, category, startsOn, startsOn + length, amount);
  const ending = contracts.map((contract) => ({ ...contract, endsOn: contract.startsOn + contract.days }));
  for (const [number, { outcome, ...contract }] of ending.sort((a, b) => a.endsOn - b.endsOn).entries()) {
    const { startsOn, endsOn, due, settledAfter, renewed } = contract;
    const settled = outcome === null ? {} : { outcome, settledOn: endsOn + settledAfter };
    builder.addContract(index, { number, startsOn, endsOn, due, ...settled, renewed });
  }
}

function addUse(builder: LedgerBuilder, index: number, { answers, usage, seats }: Life): void {
  builder.addFeature('reports', ['Team']);
  for (const { on, by, answer } of answers.toSorted((a, b) => a.on - b.on)) {
    builder.addResponse('relationship', index, by, on, answer);
    builder.addExposure('relationship', index, on);
  }
  for (const { on, by, feature } of usage) builder.addUsage(index, on, by, feature);
  for (const { on, seats: licensed } of seats.toSorted((a, b) => a.on - b.on)) builder.addSeats(index, on, licensed);
}

function addSupport(builder: LedgerBuilder, index: number, { tickets }: Life): void {
  const wait = (length: number) => ({ calendar: length * 86_400, business: null });
  for (const { on, reply } of tickets.toSorted((a, b) => a.on - b.on)) {
    const replied = reply === null ? null : wait(reply);
    builder.addTicket(index, { createdOn: on, agentReply: replied, anyReply: replied, merged: false });
  }
  const resolutions = tickets.flatMap(({ on, solved, reopened }) =>
    solved === null
      ? []
      : [
          {
            day: on + solved,
            reopenedOn: reopened === null ? null : on + solved + reopened,
            wait: wait(solved),
            first: true,
          },
        ],
  );
  for (const resolution of resolutions.sort((a, b) => a.day - b.day)) builder.addResolution(index, resolution);
}

function addValue(builder: LedgerBuilder, index: number, { milestones, outcomes, acts }: Life): void {
  builder.addMilestone({ key: 'kick-off', name: 'Kick-off', role: 'start' });
  builder.addMilestone({ key: 'live', name: 'Live', role: 'firstValue' });
  for (const { on, milestone } of milestones.toSorted((a, b) => a.on - b.on)) builder.addReached(index, on, milestone);
  for (const { due, reached } of outcomes) builder.addOutcome(index, { due, ...(reached === null ? {} : { reached }) });
  for (const { on, kind } of acts.toSorted((a, b) => a.on - b.on)) builder.addAdvocacy(index, on, kind);
}
