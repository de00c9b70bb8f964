import { csmTrait } from '../../ledger/csm-columns.ts';
import type { FactSource } from '../../metric.ts';
import { revenue } from '../revenue/revenue.ts';
import { balanceTime, balanceTimeOfAccount } from './balance-time.ts';
import { churnOfMonths, churnOfMonthsOfAccount } from './churn-of-months.ts';
import { addCostsOfAccount, addSharedCosts } from './costs-in-window.ts';
import { addCsms, addLoad, addPartOfCsm } from './csm-time.ts';
import { type EconomicsFacts, mergeEconomics, noEconomicsFacts } from './economics-facts.ts';

/**
 * Facts about what customers bring and what they cost. Costs of the whole workspace belong to the whole portfolio and to
 * no account, as the answers of nobody's account do: a selection of some accounts only counts how many it leaves out.
 */
export const economics: FactSource<EconomicsFacts> = {
  family: 'ECONOMICS',
  reads: { parts: ['movements', 'costs', 'csms', 'health', 'healthBands', 'traitHistory'], traits: [csmTrait] },
  collect: (question, windows) => {
    const { ledger, selection } = question;
    const found = revenue.collect(question, windows);
    const days = balanceTime(ledger, selection.indices, windows);
    const months = churnOfMonths(question, windows);
    const facts = windows.map((window, index): EconomicsFacts => {
      const none = noEconomicsFacts();
      const into = {
        ...none,
        revenue: found[index] ?? none.revenue,
        balanceTime: days[index] ?? 0,
        months: months[index] ?? none.months,
      };
      addSharedCosts(into, ledger, window, !selection.everything);
      addCsms(into, question, window);
      return into;
    });
    const { offsets } = ledger.costs;
    for (const account of selection.indices) {
      const spent = offsets[account] !== offsets[account + 1];
      windows.forEach((window, index) => {
        const into = facts[index];
        if (into === undefined) return;
        addLoad(into, question, account, window);
        if (spent) addCostsOfAccount(into, ledger, account, window);
      });
    }
    return facts;
  },
  collectAccount: (question, account, window, whole) => {
    const facts = {
      ...noEconomicsFacts(),
      revenue: revenue.collectAccount(question, account, window),
      balanceTime: balanceTimeOfAccount(question.ledger, account, window),
      months: churnOfMonthsOfAccount(question, account, window),
    };
    addLoad(facts, question, account, window);
    if (whole !== undefined) addPartOfCsm(facts, question, account, window, whole);
    addCostsOfAccount(facts, question.ledger, account, window);
    return facts;
  },
  merge: mergeEconomics,
};
