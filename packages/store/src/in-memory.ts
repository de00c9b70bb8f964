import { LedgerCache } from './ledger/ledger-cache.ts';
import type { Session } from './transactions/session.ts';
import { MemoryBudget, type MemoryLimits } from './wide/memory-budget.ts';

/** What is kept of a workspace in memory, shared by its stores for all actors. */
export interface InMemory {
  readonly ledger: LedgerCache;
  readonly budget: MemoryBudget;
}

/** Creates an empty cache of a workspace's ledger, and the budget that limits it. */
export function openInMemory(session: Session, key: string, limits: MemoryLimits): InMemory {
  const ledger = new LedgerCache(session, key);
  return { ledger, budget: new MemoryBudget(session, key, limits, () => ledger.forget()) };
}
