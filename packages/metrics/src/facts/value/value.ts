import type { FactSource, Question, Window } from '../../metric.ts';
import { addAdvocacy } from './advocacy.ts';
import { addFirstValue, knowsFirstValue } from './first-value.ts';
import { addOutcomes } from './outcomes-due.ts';
import { mergeValueFacts, noValueFacts, type ValueFacts } from './value-facts.ts';

function add(facts: ValueFacts, { ledger }: Question, account: number, window: Window): void {
  facts.accounts++;
  if (knowsFirstValue(ledger)) facts.asked++;
  addFirstValue(facts, ledger, account, window);
  addOutcomes(facts, ledger, account, window);
  addAdvocacy(facts, ledger, account, window);
}

/** Facts about what customers got out of the product: first value, outcomes, and speaking for it. */
export const value: FactSource<ValueFacts> = {
  family: 'VALUE',
  reads: { parts: ['movements', 'milestones', 'milestoneList', 'outcomes', 'advocacy'] },
  collect: (question, windows) =>
    windows.map((window) => {
      const facts = noValueFacts();
      for (const account of question.selection.indices) add(facts, question, account, window);
      return facts;
    }),
  collectAccount: (question, account, window) => {
    const facts = noValueFacts();
    add(facts, question, account, window);
    return facts;
  },
  merge: mergeValueFacts,
};
