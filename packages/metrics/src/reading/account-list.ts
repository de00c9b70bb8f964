import type { Day } from '../calendar/day.ts';
import { healthOn } from '../ledger/account-measures.ts';
import { type AccountRef, compareExternalIds, compareNames, refOf } from '../ledger/account-ref.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import type { LedgerPart } from '../ledger/ledger-part.ts';
import type { Question } from '../metric.ts';
import { type Listing, listing } from './listing.ts';
import type { Report } from './report.ts';

/** In which order accounts come; ties are broken by name. */
export interface AccountListOrder {
  /** `MRR` and `HEALTH` as of the day of the list; accounts without a score come last, whatever the direction. */
  readonly by: 'NAME' | 'EXTERNAL_ID' | 'MRR' | 'HEALTH';
  /** @default false the smallest first */
  readonly descending?: boolean;
}

interface Entry {
  readonly account: AccountRef;
  /** What it is ordered by, where that is a number; NaN for an account without one. */
  readonly measure: number;
}

/** The accounts of a selection in an order, as of a day. */
export function accountReport(
  { by, descending = false }: AccountListOrder,
  today: Day,
  most: number,
): Report<Listing<Entry>, Listing<AccountRef>> {
  const sign = descending ? -1 : 1;
  const measure = measureOf(by, today);
  const parts: Readonly<Record<AccountListOrder['by'], readonly LedgerPart[]>> = {
    NAME: [],
    EXTERNAL_ID: [],
    MRR: ['movements'],
    HEALTH: ['health'],
  };
  return {
    gathering: listing<Entry>({
      reads: { parts: parts[by], names: true },
      list: (question) =>
        Array.from(question.selection.indices, (account) => ({
          account: refOf(question.ledger, account),
          measure: measure(question, account),
        })),
      compare: comparison(by, sign),
      most,
    }),
    window: { start: today, end: today + 1 },
    tell: (_, { count, entries }) => ({ count, entries: entries.map(({ account }) => account) }),
  };
}

function measureOf(by: AccountListOrder['by'], today: Day): (question: Question, account: number) => number {
  switch (by) {
    case 'MRR':
      return ({ ledger }, account) => balanceBefore(ledger, account, today + 1);
    case 'HEALTH':
      return ({ ledger }, account) => healthOn(ledger, account, today);
    case 'NAME':
    case 'EXTERNAL_ID':
      return () => 0;
  }
}

function comparison(by: AccountListOrder['by'], sign: number): (a: Entry, b: Entry) => number {
  switch (by) {
    case 'NAME':
      return (a, b) => sign * compareNames(a.account, b.account);
    case 'EXTERNAL_ID':
      return (a, b) => sign * compareExternalIds(a.account, b.account);
    case 'MRR':
    case 'HEALTH':
      return (a, b) => {
        const [none, noneToo] = [Number.isNaN(a.measure), Number.isNaN(b.measure)];
        const apart = none || noneToo ? Number(none) - Number(noneToo) : sign * (a.measure - b.measure);
        return apart || compareNames(a.account, b.account);
      };
  }
}
