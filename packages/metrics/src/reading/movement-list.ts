import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { type AccountRef, compareRefs, refOf } from '../ledger/account-ref.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { type MovementKind, movementKinds } from '../movements/movement.ts';
import { eachMovement } from './each-movement.ts';
import { type Listing, listing } from './listing.ts';
import { type Report, work } from './report.ts';
import { windowOf } from './window.ts';

/** One movement of one account. */
export interface AccountMovement {
  readonly account: AccountRef;
  readonly day: Day;
  readonly kind: MovementKind;
  /** MRR; negative for contraction and churn. */
  readonly money: Money;
}

/** Which movements are listed. */
export interface MovementChoice {
  /** @default all of them */
  readonly kinds?: readonly MovementKind[];
  /** How many. @default all of them */
  readonly most?: number;
}

/** The movements of a selection over a period, the newest first. */
export function movementsOf(
  question: Question,
  period: Period,
  today: Day,
  choice: MovementChoice = {},
): readonly AccountMovement[] {
  return work(movementReport(period, today, choice), question).entries;
}

/** The movements over a period one by one, the newest first. */
export function movementReport(
  period: Period,
  today: Day,
  { kinds = movementKinds, most = Number.POSITIVE_INFINITY }: MovementChoice = {},
): Report<Listing<AccountMovement>, Listing<AccountMovement>> {
  return {
    gathering: listing<AccountMovement>({
      reads: { parts: ['movements'], names: true },
      list: (question, { start, end }) => listed(question, start, end, kinds),
      compare: (a, b) => b.day - a.day || compareRefs(a.account, b.account),
      most,
    }),
    window: windowOf(period, today),
    tell: (_, found) => found,
  };
}

function listed(question: Question, start: Day, end: Day, kinds: readonly MovementKind[]): AccountMovement[] {
  const { ledger, selection } = question;
  const found: AccountMovement[] = [];
  for (const index of selection.indices) {
    const account = refOf(ledger, index);
    eachMovement(question, index, start, end, (day, kind, amount) => {
      if (!kinds.includes(kind)) return;
      const money = { minor: divideHalfEven(BigInt(amount), 12n), currency: ledger.currency };
      found.push({ account, day, kind, money });
    });
  }
  return found;
}
