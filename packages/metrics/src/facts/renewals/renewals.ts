import { contractOutcomes } from '../../contracts/contract-outcome.ts';
import { bandOn } from '../../ledger/account-measures.ts';
import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { FactSource, Window } from '../../metric.ts';
import { addNumbers } from '../add-facts.ts';
import { noRenewalFacts, type RenewalFacts } from './renewal-facts.ts';

const renewedCode = contractOutcomes.indexOf('RENEWED');

/** Whether an account's health is in a band that is meant as danger, at the end of the day before `day`. */
export function isAtRisk(ledger: Ledger, account: number, day: number): boolean {
  return bandOn(ledger, account, day - 1)?.tone === 'BAD';
}

function addAccount(facts: RenewalFacts, ledger: Ledger, account: number, window: Window): void {
  const risky = addRevenue(facts, ledger, account, window);
  const before = { due: facts.dueContracts, renewed: facts.renewedContracts, undecided: facts.undecided };
  const { offsets } = ledger.contracts;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++)
    addContract(facts, ledger, row, window);
  if (facts.dueContracts > before.due) facts.dueAccounts++;
  if (facts.renewedContracts > before.renewed) facts.renewedAccounts++;
  if (risky) facts.undecidedAtRisk += facts.undecided - before.undecided;
}

/** @returns whether the account is at risk */
function addRevenue(facts: RenewalFacts, ledger: Ledger, account: number, { end }: Window): boolean {
  const revenue = balanceBefore(ledger, account, end);
  const risky = isAtRisk(ledger, account, end);
  if (revenue <= 0) return risky;
  facts.revenue += revenue;
  if (bandOn(ledger, account, end - 1) === undefined) facts.unscored++;
  else facts.scored++;
  if (risky) {
    facts.revenueAtRisk += revenue;
    facts.accountsAtRisk++;
  }
  return risky;
}

function addContract(facts: RenewalFacts, { contracts }: Ledger, row: number, { start, end, ahead }: Window): void {
  const day = contracts.ends[row] ?? 0;
  const hasCome = day >= start && day < end;
  const isToCome = ahead !== undefined && day >= ahead.start && day < ahead.end;
  if (!hasCome && !isToCome) return;
  const due = contracts.due[row] ?? 0;
  const outcome = contracts.outcomes[row] ?? 0;
  const decided = outcome !== 0 && (contracts.settled[row] ?? 0) < end;
  const renewed = decided && outcome === renewedCode ? (contracts.renewed[row] ?? 0) : 0;
  if (Number.isNaN(due) || Number.isNaN(renewed)) {
    facts.unconverted++;
    return;
  }
  if (!decided) facts.undecided += due;
  if (!hasCome) return;
  if (!decided && ahead !== undefined) {
    facts.open += due;
    facts.openContracts++;
    return;
  }
  facts.due += due;
  facts.dueContracts++;
  if (!decided || outcome !== renewedCode) return;
  facts.renewedContracts++;
  facts.renewed += Math.min(renewed, due);
  facts.expanded += Math.max(0, renewed - due);
}

/** Facts about contracts that come up for renewal, and about the revenue of accounts in danger. */
export const renewals: FactSource<RenewalFacts> = {
  family: 'RENEWALS',
  reads: { parts: ['movements', 'contracts', 'health', 'healthBands'] },
  collect: ({ ledger, selection }, windows) =>
    windows.map((window) => {
      const facts = noRenewalFacts();
      for (const account of selection.indices) addAccount(facts, ledger, account, window);
      return facts;
    }),
  collectAccount: ({ ledger }, account, window) => {
    const facts = noRenewalFacts();
    addAccount(facts, ledger, account, window);
    return facts;
  },
  merge: (parts) => {
    const facts = noRenewalFacts();
    for (const part of parts) addNumbers(facts, part);
    return facts;
  },
};
