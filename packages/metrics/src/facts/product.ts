import { type Ledger, seatsBefore } from '../ledger/ledger.ts';
import type { FactSource, Question, Window } from '../metric.ts';
import { weeklyUsers } from './active-weeks.ts';
import { FirstSight } from './first-sight.ts';
import { noProductFacts, type ProductFacts } from './product-facts.ts';
import { firstRowFrom, usageKnownFrom } from './usage-range.ts';

/** Counts one account after another over one question; the memory for its users is kept from one to the next. */
class UsageScan {
  readonly #question: Question;
  readonly #users = new FirstSight();

  constructor(question: Question) {
    this.#question = question;
  }

  /** Adds what an account did in a window. */
  add(facts: ProductFacts, account: number, window: Window): void {
    const { ledger, policy } = this.#question;
    if (usageKnownFrom(ledger) < window.end) facts.tracked++;
    const active = this.#addActivity(facts, account, window);
    addSeats(facts, ledger, account, window, active);
    const { recent, regular } = weeklyUsers(
      ledger.usage,
      account,
      window.end,
      policy.userAdoptionWeeks,
      policy.userAdoptionAtLeast,
    );
    facts.recentUsers += recent;
    facts.regularUsers += regular;
  }

  /** Returns how many users were active. */
  #addActivity(facts: ProductFacts, account: number, window: Window): number {
    const { usage } = this.#question.ledger;
    const until = usage.offsets[account + 1] ?? 0;
    let active = 0;
    let dayBefore = Number.NaN;
    let userBefore = -1;
    this.#users.begin();
    for (let row = firstRowFrom(usage, account, window.start); row < until; row++) {
      const day = usage.days[row] ?? 0;
      if (day >= window.end) break;
      const user = usage.users[row] ?? 0;
      // Rows of a user's day stand together, one for each feature.
      if (day !== dayBefore || user !== userBefore) facts.userDays++;
      dayBefore = day;
      userBefore = user;
      if (this.#users.of(user)) active++;
    }
    facts.activeUsers += active;
    facts.possibleDays += active * (window.end - window.start);
    return active;
  }
}

function addSeats(facts: ProductFacts, ledger: Ledger, account: number, window: Window, active: number): void {
  const licensed = seatsBefore(ledger, account, window.end);
  if (licensed !== undefined) {
    facts.seats += licensed;
    facts.seatedUsers += active;
    facts.seatedAccounts++;
  } else if (active > 0) facts.unseatedAccounts++;
}

/** Facts about the use of the product. */
export const product: FactSource<ProductFacts> = {
  family: 'PRODUCT',
  collect: (question, windows) => {
    const scan = new UsageScan(question);
    return windows.map((window) => {
      const facts = noProductFacts();
      for (const account of question.selection.indices) scan.add(facts, account, window);
      return facts;
    });
  },
  collectAccount: (question, account, window) => {
    const facts = noProductFacts();
    new UsageScan(question).add(facts, account, window);
    return facts;
  },
};
