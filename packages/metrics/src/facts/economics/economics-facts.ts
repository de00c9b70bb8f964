import { type CostCategory, costCategories } from '../../costs/cost-category.ts';
import { addNumbers } from '../add-facts.ts';
import { noRevenueFacts, type RevenueFacts } from '../revenue/revenue-facts.ts';

/** The costs of one category in one window. */
export interface CostFacts {
  /** What falls on the window's days, in minor units. */
  amount: number;
  /** How many costs that is. */
  entries: number;
  /** Costs of the whole workspace, left out because the question is about some accounts. */
  shared: number;
  /** Costs left out for want of an exchange rate on their first day. */
  unconverted: number;
}

/** Who was there and who left, month by month: the facts of each month, as in {@link RevenueFacts}, summed. */
export type ChurnFacts = Pick<RevenueFacts, 'customersStart' | 'customersKept' | 'customersNew' | 'newcomersLost'>;

/** A CSM beside the accounts of a selection that they serve. */
export interface ServingCsm {
  /** All of their time, in millionths of a full-time person. */
  readonly time: number;
  readonly accounts: number;
}

/** Recurring revenue beside what it cost, in one window. Every number is additive over accounts. */
export interface EconomicsFacts {
  revenue: RevenueFacts;
  /** The balance over the window's time: annualised minor units times parts of months. Over those of a year: its revenue. */
  balanceTime: number;
  /** Of the months before the window's end that the policy averages churn over. */
  months: ChurnFacts;
  readonly costs: Readonly<Record<CostCategory, CostFacts>>;
  /**
   * Time of ramped CSMs at the window's end, in millionths of a full-time person; an account's even part of it need not be
   * a whole number. It adds up over the accounts of a question, but not over groups: a CSM counts whole in each group that
   * has any of their accounts.
   */
  csmTime: number;
  /** The ramped CSMs of a selection at the window's end, by their index; empty for one account, which has a part of one. */
  readonly csms: Map<number, ServingCsm>;
  /** Recurring revenue at the window's end of accounts whose health is in a bad band. */
  revenueAtRisk: number;
  /** How many of those accounts pay. */
  customersAtRisk: number;
  /** Paying accounts at the window's end without a ramped CSM; 0 where no CSM is known. */
  unserved: number;
}

/** Facts of nothing at all. */
export function noEconomicsFacts(): EconomicsFacts {
  return {
    revenue: noRevenueFacts(),
    balanceTime: 0,
    months: { customersStart: 0, customersKept: 0, customersNew: 0, newcomersLost: 0 },
    // Object.fromEntries forgets which keys it was given.
    costs: Object.fromEntries(
      costCategories.map((category) => [category, { amount: 0, entries: 0, shared: 0, unconverted: 0 }]),
    ) as Record<CostCategory, CostFacts>,
    csmTime: 0,
    csms: new Map(),
    revenueAtRisk: 0,
    customersAtRisk: 0,
    unserved: 0,
  };
}

/** Facts of several parts of a selection together. A CSM with accounts in several of them counts once. */
export function mergeEconomics(parts: readonly EconomicsFacts[]): EconomicsFacts {
  const facts = noEconomicsFacts();
  for (const part of parts) {
    addNumbers(facts.revenue, part.revenue);
    addNumbers(facts.months, part.months);
    for (const category of costCategories) addNumbers(facts.costs[category], part.costs[category]);
    facts.balanceTime += part.balanceTime;
    facts.revenueAtRisk += part.revenueAtRisk;
    facts.customersAtRisk += part.customersAtRisk;
    facts.unserved += part.unserved;
    for (const [csm, { time, accounts }] of part.csms) {
      facts.csms.set(csm, { time, accounts: accounts + (facts.csms.get(csm)?.accounts ?? 0) });
    }
  }
  for (const { time } of facts.csms.values()) facts.csmTime += time;
  return facts;
}
