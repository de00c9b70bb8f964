import { costCategories } from '../../costs/cost-category.ts';
import { costWithin } from '../../costs/spread-cost.ts';
import type { CostRows, Ledger } from '../../ledger/ledger.ts';
import type { Window } from '../../metric.ts';
import type { EconomicsFacts } from './economics-facts.ts';

/** Adds what of an account's costs falls into a window. */
export function addCostsOfAccount(facts: EconomicsFacts, { costs }: Ledger, account: number, window: Window): void {
  const last = costs.offsets[account + 1] ?? 0;
  for (let row = costs.offsets[account] ?? 0; row < last; row++) addCost(facts, costs, row, window, true);
}

/** Adds what of the workspace's own costs falls into a window; where they are `leftOut`, how many that are. */
export function addSharedCosts(facts: EconomicsFacts, { costs }: Ledger, window: Window, leftOut: boolean): void {
  for (let row = 0; row < costs.shared.starts.length; row++) addCost(facts, costs.shared, row, window, !leftOut);
}

function addCost(facts: EconomicsFacts, rows: CostRows, row: number, window: Window, counts: boolean): void {
  const startsOn = rows.starts[row] ?? 0;
  const endsOn = rows.ends[row] ?? 0;
  const category = costCategories[rows.categories[row] ?? -1];
  if (category === undefined || startsOn >= window.end || endsOn <= window.start) return;
  const into = facts.costs[category];
  const amount = rows.amounts[row] ?? 0;
  if (!counts) into.shared++;
  else if (Number.isNaN(amount)) into.unconverted++;
  else {
    into.entries++;
    into.amount += costWithin({ amount, startsOn, endsOn }, window.start, window.end);
  }
}
