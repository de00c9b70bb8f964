import type { FactSource } from '../../metric.ts';
import { addNumbers } from '../add-facts.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { scanRevenue, scanRevenueOfGroups } from './revenue-scan.ts';

/** Facts about recurring revenue, from the ledger's movements. */
export const revenue: FactSource<RevenueFacts> = {
  family: 'REVENUE',
  switches: ['reactivationWindowDays'],
  reads: { parts: ['movements'] },
  collect: scanRevenue,
  collectGroups: scanRevenueOfGroups,
  collectAccount: (question, account, window) => {
    const facts = noRevenueFacts();
    addRevenueOfAccount(facts, question.ledger, account, window, question.policy);
    return facts;
  },
  merge: (parts) => {
    const facts = noRevenueFacts();
    for (const part of parts) addNumbers(facts, part);
    return facts;
  },
};
