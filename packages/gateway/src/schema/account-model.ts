import { type AccountRef, type Day, type Selection, selectAccount, traitColumn } from '@plimsoll/metrics';
import { accountById, holding, type Session } from '../session.ts';
import type { MeasuredModel } from './measured-model.ts';

/** One account in a session. */
export class AccountModel implements MeasuredModel {
  readonly subject = 'ACCOUNT';
  readonly session: Session;
  readonly index: number;

  constructor(session: Session, index: number) {
    this.session = session;
    this.index = index;
  }

  get id(): string {
    return this.session.ledger.accounts.ids[this.index] ?? '';
  }

  get selection(): Selection {
    return selectAccount(this.session.ledger, this.index);
  }

  /** The value of a trait, now or on a day; `null` where it is not set, or internal and the viewer no staff. */
  trait(key: string, on?: Day): string | null {
    if (this.session.hiddenTraits.has(key)) return null;
    const column = traitColumn(this.session.ledger, key, on);
    const value = column.values[column.codes[this.index] ?? 0];
    return value === undefined || value === '' ? null : value;
  }
}

/** Models of accounts, in order; a workspace that is not held in memory is asked for all of them at once. */
export async function accountModels(session: Session, accounts: readonly AccountRef[]): Promise<AccountModel[]> {
  const held = await holding(session, { ids: accounts.map(({ id }) => id) });
  return accounts.map(({ id }) => new AccountModel(held, accountById(held, id)));
}

/** Entries of a list with models in place of the names of their accounts. */
export async function withAccounts<Entry extends { readonly account: AccountRef }>(
  session: Session,
  entries: readonly Entry[],
): Promise<(Omit<Entry, 'account'> & { readonly account: AccountModel })[]> {
  const models = await accountModels(
    session,
    entries.map(({ account }) => account),
  );
  return entries.flatMap((entry, place) => {
    const account = models[place];
    return account === undefined ? [] : [{ ...entry, account }];
  });
}
