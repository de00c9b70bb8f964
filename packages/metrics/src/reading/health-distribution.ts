import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { HealthBand } from '../health/health-model.ts';
import { bandOn } from '../ledger/account-measures.ts';
import { balanceBefore, type Ledger } from '../ledger/ledger.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
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

/** Spreads the accounts of a question over the bands. Bands of several models with one key are one group. */
export function healthDistribution({ ledger, selection }: Question, period: Period, today: Day): HealthDistribution {
  const { start, end } = windowOf(period, today);
  const [on, comparedOn] = [end - 1, start - 1];
  const bands = bandsByKey(ledger);
  const keys = [...bands.keys()];
  const tallies = [...keys, null].map(noTally);
  const flows = tallies.map(() => tallies.map(() => ({ customers: 0, annual: 0 })));
  const groupOf = (account: number, day: Day): number => {
    const band = bandOn(ledger, account, day);
    return band === undefined ? keys.length : keys.indexOf(band.key);
  };
  for (const account of selection.indices) {
    const [from, to] = [groupOf(account, comparedOn), groupOf(account, on)];
    const [then, now] = [tallies[from], tallies[to]];
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
  const listed: readonly (HealthBand | null)[] = [...bands.values(), null];
  const total = tallies.reduce((sum, { annual }) => sum + annual, 0);
  const customers = tallies.reduce((sum, tally) => sum + tally.customers, 0);
  const money = (minor: bigint): Money => ({ minor, currency: ledger.currency });
  // Rounding a running total instead of each part keeps the parts adding up to the rounded whole.
  let running = 0;
  return {
    period,
    on,
    comparedOn,
    accounts: selection.indices.length,
    customers,
    money: money(perMonth(total)),
    groups: tallies.map(({ annual, ...counts }, index): HealthGroup => {
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
          : [{ from: listed[from] ?? null, to: listed[to] ?? null, customers: moved, money: money(perMonth(annual)) }],
      ),
    ),
  };
}

function bandsByKey({ healthBands }: Ledger): ReadonlyMap<string, HealthBand> {
  const bands = new Map<string, HealthBand>();
  for (const band of healthBands) if (!bands.has(band.key)) bands.set(band.key, band);
  return bands;
}

function perMonth(annual: number): bigint {
  return divideHalfEven(BigInt(annual), 12n);
}
