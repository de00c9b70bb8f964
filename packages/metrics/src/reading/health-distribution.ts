import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { addNumbers } from '../facts/add-facts.ts';
import type { HealthBand } from '../health/health-model.ts';
import { bandOn } from '../ledger/account-measures.ts';
import { balanceBefore, type Ledger } from '../ledger/ledger.ts';
import type { Gathering, Question, Window } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { type Report, work } from './report.ts';
import { windowOf } from './window.ts';

/**
 * The accounts in one band, or without a score. Customers are those that pay. `before + won + movedIn − movedOut − lost`
 * are the customers there are now.
 */
export interface HealthGroup {
  /** `null`: accounts without a score. */
  readonly band: HealthBand | null;
  /** Paying or not. */
  readonly accounts: number;
  readonly customers: number;
  /** Its part of all customers; `null` without any. */
  readonly customerShare: number | null;
  /** MRR. */
  readonly money: Money;
  /** Its part of all MRR; `null` without any. */
  readonly moneyShare: number | null;
  /** Customers in it on the earlier day. */
  readonly before: number;
  /** Customers in it now who were none then. */
  readonly won: number;
  /** Customers in it then who are none now. */
  readonly lost: number;
  /** Customers then and now who came from another group, and who went to another. */
  readonly movedIn: number;
  readonly movedOut: number;
}

/** Customers who were in one group and are in another. */
export interface HealthFlow {
  readonly from: HealthBand | null;
  readonly to: HealthBand | null;
  readonly customers: number;
  /** What they pay now, MRR. */
  readonly money: Money;
}

/** How accounts are spread over the bands of health on a period's last day, against the day before its first. */
export interface HealthDistribution {
  readonly period: Period;
  readonly on: Day;
  readonly comparedOn: Day;
  readonly accounts: number;
  readonly customers: number;
  readonly money: Money;
  /** Every band, lowest first, and at last the accounts without a score. They add up to the whole to the minor unit. */
  readonly groups: readonly HealthGroup[];
  /** Where anybody moved, in the order of the groups. */
  readonly flows: readonly HealthFlow[];
}

/** Of one group; `annual` is minor units. */
interface Tally {
  accounts: number;
  customers: number;
  annual: number;
  before: number;
  won: number;
  lost: number;
  movedIn: number;
  movedOut: number;
}

const noTally = (): Tally => ({
  accounts: 0,
  customers: 0,
  annual: 0,
  before: 0,
  won: 0,
  lost: 0,
  movedIn: 0,
  movedOut: 0,
});

/** A place for each group, and in flows for each pair of them: from which to which. */
interface Spread {
  readonly groups: readonly Tally[];
  readonly flows: readonly { readonly customers: number; readonly annual: number }[][];
}

/** Spreads the accounts of a question over the bands. Bands of several models with one key are one group. */
export function healthDistribution(question: Question, period: Period, today: Day): HealthDistribution {
  return work(healthDistributionReport(period, today), question);
}

/** The same of any workspace. */
export function healthDistributionReport(period: Period, today: Day): Report<Spread, HealthDistribution> {
  const window = windowOf(period, today);
  return {
    gathering: spread,
    window,
    tell: ({ ledger }, { groups, flows }) => {
      const listed: readonly (HealthBand | null)[] = [...bandsByKey(ledger).values(), null];
      const money = (minor: bigint): Money => ({ minor, currency: ledger.currency });
      const total = groups.reduce((sum, { annual }) => sum + annual, 0);
      const customers = groups.reduce((sum, group) => sum + group.customers, 0);
      // Rounding a running total instead of each part keeps the parts adding up to the rounded whole.
      let running = 0;
      return {
        period,
        on: window.end - 1,
        comparedOn: window.start - 1,
        accounts: groups.reduce((sum, { accounts }) => sum + accounts, 0),
        customers,
        money: money(perMonth(total)),
        groups: groups.map(({ annual, ...counts }, index): HealthGroup => {
          const before = perMonth(running);
          running += annual;
          return {
            ...counts,
            band: listed[index] ?? null,
            customerShare: customers === 0 ? null : counts.customers / customers,
            money: money(perMonth(running) - before),
            moneyShare: total === 0 ? null : annual / total,
          };
        }),
        flows: flows.flatMap((row, from) =>
          row.flatMap(({ customers: moved, annual }, to) =>
            moved === 0
              ? []
              : [
                  {
                    from: listed[from] ?? null,
                    to: listed[to] ?? null,
                    customers: moved,
                    money: money(perMonth(annual)),
                  },
                ],
          ),
        ),
      };
    },
  };
}

const spread: Gathering<Spread> = {
  reads: { parts: ['movements', 'health', 'healthBands'] },
  collect: (question, windows) => windows.map((window) => spreadOver(question, window)),
  merge: ([first = { groups: [], flows: [] }, ...others]) => {
    const groups = first.groups.map((group) => ({ ...group }));
    const flows = first.flows.map((row) => row.map((flow) => ({ ...flow })));
    for (const other of others) {
      for (const [group, into] of groups.entries()) addNumbers(into, other.groups[group] ?? noTally());
      for (const [from, row] of flows.entries()) {
        for (const [to, into] of row.entries())
          addNumbers(into, other.flows[from]?.[to] ?? { customers: 0, annual: 0 });
      }
    }
    return { groups, flows };
  },
};

function spreadOver({ ledger, selection }: Question, { start, end }: Window): Spread {
  const keys = [...bandsByKey(ledger).keys()];
  const groups = [...keys, null].map(noTally);
  const flows = groups.map(() => groups.map(() => ({ customers: 0, annual: 0 })));
  const groupOf = (account: number, day: Day): number => {
    const band = bandOn(ledger, account, day);
    return band === undefined ? keys.length : keys.indexOf(band.key);
  };
  for (const account of selection.indices) {
    const [from, to] = [groupOf(account, start - 1), groupOf(account, end - 1)];
    const [then, now] = [groups[from], groups[to]];
    const annual = balanceBefore(ledger, account, end);
    const [paid, pays] = [balanceBefore(ledger, account, start) > 0, annual > 0];
    if (then === undefined || now === undefined) continue;
    now.accounts++;
    now.annual += annual;
    if (pays) now.customers++;
    if (paid) then.before++;
    if (pays && !paid) now.won++;
    if (paid && !pays) then.lost++;
    const flow = flows[from]?.[to];
    if (!pays || !paid || from === to || flow === undefined) continue;
    now.movedIn++;
    then.movedOut++;
    flow.customers++;
    flow.annual += annual;
  }
  return { groups, flows };
}

function bandsByKey({ healthBands }: Ledger): ReadonlyMap<string, HealthBand> {
  const bands = new Map<string, HealthBand>();
  for (const band of healthBands) if (!bands.has(band.key)) bands.set(band.key, band);
  return bands;
}

function perMonth(annual: number): bigint {
  return divideHalfEven(BigInt(annual), 12n);
}
