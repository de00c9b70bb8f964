import { balanceBefore, seatsBefore } from '../../ledger/ledger.ts';
import type { FactSource, Question, Window } from '../../metric.ts';
import { addNumbers } from '../add-facts.ts';
import { weeklyUsers } from './active-weeks.ts';
import { FirstSight } from './first-sight.ts';
import { PlanFeatures } from './plan-features.ts';
import { noProductFacts, type ProductFacts } from './product-facts.ts';
import { firstRowFrom, usageKnownFrom } from './usage-range.ts';

/** What one account did in a window, as far as several facts need it. */
interface Activity {
  readonly users: number;
  /** How many features of its plan were used. */
  readonly featuresUsed: number;
}

/** Counts one account after another over one question; the memory for its users is kept from one to the next. */
class UsageScan {
  readonly #question: Question;
  /** Place of the feature asked for; -1 where none was, or one that nobody knows. */
  readonly #feature: number;
  readonly #plans: PlanFeatures;
  readonly #users = new FirstSight();
  readonly #featureUsers = new FirstSight();
  readonly #features = new FirstSight();

  constructor(question: Question) {
    const { ledger, feature } = question;
    this.#question = question;
    this.#feature =
      feature === undefined || feature === '' ? -1 : ledger.features.findIndex(({ key }) => key === feature);
    this.#plans = new PlanFeatures(ledger);
  }

  /** Adds what an account did in a window. */
  add(facts: ProductFacts, account: number, window: Window): void {
    facts.accounts++;
    if (this.#feature > 0) facts.asked++;
    if (usageKnownFrom(this.#question.ledger) < window.end) facts.tracked++;
    const activity = this.#addActivity(facts, account, window);
    this.#addWeeks(facts, account, window);
    this.#addSeats(facts, account, window, activity);
    this.#addBreadth(facts, account, window, activity);
  }

  #addActivity(facts: ProductFacts, account: number, window: Window): Activity {
    const { usage } = this.#question.ledger;
    const inPlan = this.#plans.of(account, window.end - 1);
    const until = usage.offsets[account + 1] ?? 0;
    let users = 0;
    let featuresUsed = 0;
    let dayBefore = Number.NaN;
    let userBefore = -1;
    this.#users.begin();
    this.#featureUsers.begin();
    this.#features.begin();
    for (let row = firstRowFrom(usage, account, window.start); row < until; row++) {
      const day = usage.days[row] ?? 0;
      if (day >= window.end) break;
      const user = usage.users[row] ?? 0;
      const feature = usage.features[row] ?? 0;
      // Rows of a user's day stand together, one for each feature.
      if (day !== dayBefore || user !== userBefore) facts.userDays++;
      dayBefore = day;
      userBefore = user;
      if (this.#users.of(user)) users++;
      if (feature === this.#feature && this.#featureUsers.of(user)) facts.featureUsers++;
      if (this.#features.of(feature) && inPlan.has(feature)) featuresUsed++;
    }
    facts.activeUsers += users;
    facts.possibleDays += users * (window.end - window.start);
    return { users, featuresUsed };
  }

  #addWeeks(facts: ProductFacts, account: number, { start, end }: Window): void {
    const { ledger, policy } = this.#question;
    const { userAdoptionWeeks, userAdoptionAtLeast } = policy;
    const { recent, regular } = weeklyUsers(ledger.usage, account, end, userAdoptionWeeks, userAdoptionAtLeast);
    facts.recentUsers += recent;
    facts.regularUsers += regular;
    if (end <= start) return;
    // One week at least, which may begin before a window that is shorter.
    const weeks = Math.max(1, Math.floor((end - start) / 7));
    const within = weeklyUsers(ledger.usage, account, end, weeks, 1);
    facts.userWeeks += within.userWeeks;
    facts.possibleWeeks += within.recent * weeks;
  }

  #addSeats(facts: ProductFacts, account: number, { end }: Window, { users }: Activity): void {
    const licensed = seatsBefore(this.#question.ledger, account, end);
    if (licensed !== undefined) {
      facts.seats += licensed;
      facts.seatedUsers += users;
      facts.seatedAccounts++;
    } else if (users > 0) facts.unseatedAccounts++;
  }

  #addBreadth(facts: ProductFacts, account: number, { end }: Window, { users, featuresUsed }: Activity): void {
    if (users === 0 && balanceBefore(this.#question.ledger, account, end) <= 0) return;
    const inPlan = this.#plans.of(account, end - 1).size;
    facts.featuresInPlan += inPlan;
    facts.featuresUsed += featuresUsed;
    if (inPlan > 0) facts.plannedAccounts++;
    else facts.planlessAccounts++;
  }
}

/** Facts about the use of the product. */
export const product: FactSource<ProductFacts> = {
  family: 'PRODUCT',
  reads: { parts: ['movements', 'usage', 'seats', 'features', 'traitHistory'], traits: ['plan'] },
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
  merge: (parts) => {
    const facts = noProductFacts();
    for (const part of parts) addNumbers(facts, part);
    return facts;
  },
};
