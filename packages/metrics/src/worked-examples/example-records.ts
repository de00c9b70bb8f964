import type { CostCategory } from '../costs/cost-category.ts';
import { csmTrait } from '../ledger/csm-columns.ts';
import type { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { day } from '../testing/worked-ledger.ts';
import { addTickets } from '../testing/worked-tickets.ts';
import type { Example } from './example.ts';

/** Accounts that an example names beside those that pay, by what else it says of them. */
export function namedAccounts({ costs, tickets, usage, onboarded, advocates }: Example): readonly string[] {
  const first = (line: string): string => line.split(' ')[0] ?? '';
  return [
    ...(costs ?? []).map(first).filter((name) => name !== '-'),
    ...(tickets === undefined ? [] : ['asks']),
    ...[...(usage?.lines ?? []), ...(usage?.seats ?? [])].map(first),
    ...(onboarded ?? []).map(first),
    ...(advocates ?? []),
  ];
}

/** What an example says of an account's traits. */
export function traitsOf({ csms = [], usage }: Example, account: string): Readonly<Record<string, string>> {
  const csm = csms.find((line) => (line.split(' ')[3] ?? '').split(',').includes(account));
  return {
    ...(csm === undefined ? {} : { [csmTrait]: csm.split(' ')[0] ?? '' }),
    ...(usage?.features === undefined ? {} : { plan: 'plan' }),
  };
}

/** Adds what an example says apart from revenue, answers and contracts. */
export function addRecords(builder: LedgerBuilder, example: Example): void {
  const { costs = [], csms = [], tickets = [], schedule, onboarded = [], advocates = [] } = example;
  for (const line of costs) {
    const [account = '', category = '', from = '', until = '', cents = ''] = line.split(' ');
    const of = account === '-' ? -1 : builder.accountIndex(account);
    // A CostLine names no other.
    builder.addCost(of, category as CostCategory, day(from), day(until), Number(cents));
  }
  for (const line of csms) {
    const [externalId = '', fte = '', rampedOn = ''] = line.split(' ');
    const fteMillionths = 1_000_000 * Number(fte);
    builder.addCsm({ externalId, fteMillionths, rampedOn: day(rampedOn), leftOn: null });
  }
  const asked = tickets.map(([createdAt, ...events]) => ({ account: 'asks', createdAt, events }));
  addTickets(builder, asked, schedule);
  addUsage(builder, example);
  builder.addMilestone({ key: 'start', name: 'Start', role: 'start' });
  builder.addMilestone({ key: 'value', name: 'First value', role: 'firstValue' });
  for (const line of onboarded) {
    const [name = '', started = '', reached = '-'] = line.split(' ');
    builder.addReached(builder.accountIndex(name), day(started), 'start');
    if (reached !== '-') builder.addReached(builder.accountIndex(name), day(reached), 'value');
  }
  for (const name of advocates) builder.addAdvocacy(builder.accountIndex(name), day('2025-03-10'), 'review');
}

function addUsage(builder: LedgerBuilder, { usage }: Example): void {
  for (const feature of usage?.features ?? []) builder.addFeature(feature, ['plan']);
  for (const line of usage?.lines ?? []) {
    const [name = '', user = '', from = '', to = '', feature] = line.split(' ');
    for (let on = day(from); on <= day(to); on++) builder.addUsage(builder.accountIndex(name), on, user, feature);
  }
  for (const line of usage?.seats ?? []) {
    const [name = '', from = '', count = ''] = line.split(' ');
    builder.addSeats(builder.accountIndex(name), day(from), Number(count));
  }
}
