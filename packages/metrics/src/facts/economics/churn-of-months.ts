import { addMonths, type Day } from '../../calendar/day.ts';
import type { Question, Window } from '../../metric.ts';
import { revenue } from '../revenue/revenue.ts';
import { noRevenueFacts, type RevenueFacts } from '../revenue/revenue-facts.ts';
import { addRevenueOfAccount } from '../revenue/revenue-of-account.ts';
import type { ChurnFacts } from './economics-facts.ts';

/** The months up to a day, the earliest first: of as many days as the calendar gives them, whatever day that is. */
function monthsUpTo(end: Day, count: number): readonly Window[] {
  return Array.from({ length: count }, (_, month) => ({
    start: addMonths(end, month - count),
    end: addMonths(end, month + 1 - count),
  }));
}

/** Who was there and who left in the months before each window's end, as many as the policy averages churn over. */
export function churnOfMonths(question: Question, windows: readonly Window[]): readonly ChurnFacts[] {
  const months = windows.map(({ end }) => monthsUpTo(end, question.policy.ltvChurnMonths));
  const keyOf = ({ start, end }: Window): string => `${start} ${end}`;
  // The points of a series share most of their months, and in order they cost one scan.
  const distinct = [...new Map(months.flat().map((month) => [keyOf(month), month])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const facts = revenue.collect(question, distinct);
  const found = new Map(distinct.map((month, index) => [keyOf(month), facts[index] ?? noRevenueFacts()]));
  return months.map((of) => {
    const sum = noRevenueFacts();
    for (const month of of) {
      const part = found.get(keyOf(month));
      if (part === undefined) continue;
      sum.customersStart += part.customersStart;
      sum.customersKept += part.customersKept;
      sum.customersNew += part.customersNew;
      sum.newcomersLost += part.newcomersLost;
    }
    return churnOf(sum);
  });
}

/** The same for one account and one window. */
export function churnOfMonthsOfAccount(question: Question, account: number, window: Window): ChurnFacts {
  const sum = noRevenueFacts();
  for (const month of monthsUpTo(window.end, question.policy.ltvChurnMonths)) {
    addRevenueOfAccount(sum, question.ledger, account, month, question.policy);
  }
  return churnOf(sum);
}

function churnOf({ customersStart, customersKept, customersNew, newcomersLost }: RevenueFacts): ChurnFacts {
  return { customersStart, customersKept, customersNew, newcomersLost };
}
