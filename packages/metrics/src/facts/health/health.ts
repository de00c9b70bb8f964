import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { FactSource, Question, Window } from '../../metric.ts';
import { addNumbers } from '../add-facts.ts';

/** How healthy the paying accounts are at a window's end. */
export interface HealthFacts {
  /** Paying accounts with a score, and the sums of their scores (0…100) and coverages (0…1). */
  scored: number;
  total: number;
  covered: number;
  /** Paying accounts of which nothing is known. */
  unscored: number;
}

function addAccount(facts: HealthFacts, ledger: Ledger, account: number, window: Window): void {
  if (balanceBefore(ledger, account, window.end) <= 0) return;
  const { offsets, days, scores, coverages } = ledger.health;
  let latest = -1;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    if ((days[row] ?? 0) >= window.end) break;
    latest = row;
  }
  const score = latest < 0 ? Number.NaN : (scores[latest] ?? Number.NaN);
  if (Number.isNaN(score)) facts.unscored++;
  else {
    facts.scored++;
    facts.total += score;
    facts.covered += coverages[latest] ?? 0;
  }
}

function collectWindow(question: Question, window: Window): HealthFacts {
  const facts: HealthFacts = { scored: 0, total: 0, covered: 0, unscored: 0 };
  for (const account of question.selection.indices) addAccount(facts, question.ledger, account, window);
  return facts;
}

/** Facts about account health. */
export const health: FactSource<HealthFacts> = {
  family: 'HEALTH',
  reads: { parts: ['movements', 'health', 'healthBands'] },
  collect: (question, windows) => windows.map((window) => collectWindow(question, window)),
  collectAccount: (question, account, window) => {
    const facts: HealthFacts = { scored: 0, total: 0, covered: 0, unscored: 0 };
    addAccount(facts, question.ledger, account, window);
    return facts;
  },
  merge: (parts) => {
    const facts: HealthFacts = { scored: 0, total: 0, covered: 0, unscored: 0 };
    for (const part of parts) addNumbers(facts, part);
    return facts;
  },
};
