import type { ResponseQuery, SurveyResponse } from '@plimsoll/store';
import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';
import { accountById, holding, type Session } from '../session.ts';
import { type FilterInput, selectFor } from './account-filter.ts';

/** How many answers are looked at together. */
const answersAtOnce = 500;

/** Answers to a survey from the accounts that a filter holds for, the newest first. */
export async function answersIn(
  session: Session,
  filter: FilterInput | null | undefined,
  query: Omit<ResponseQuery, 'accountIds'>,
): Promise<readonly SurveyResponse[]> {
  const { store, ledger, reader } = session;
  const selection = selectFor(session, filter);
  if (selection.everything) return (await store.responses({ ...query, accountIds: null })).responses;
  if (!reader.held) return sifted(session, filter, query);
  const accountIds = [...selection.indices].flatMap((index) => ledger.accounts.ids[index] ?? []);
  return (await store.responses({ ...query, accountIds })).responses;
}

/** The same where accounts are not held: answers are read one lot after the other, and asked whose they are. */
async function sifted(
  session: Session,
  filter: FilterInput | null | undefined,
  query: Omit<ResponseQuery, 'accountIds'>,
): Promise<readonly SurveyResponse[]> {
  const found: SurveyResponse[] = [];
  let after = query.after;
  for (let looked = 0; looked < limits.listed; looked += answersAtOnce) {
    const from = after === undefined ? {} : { after };
    const lot = await session.store.responses({ ...query, ...from, accountIds: null, first: answersAtOnce });
    const ids = new Set(lot.responses.flatMap(({ accountId }) => accountId ?? []));
    const held = await holding(session, { ids: [...ids] });
    const { mask } = selectFor(held, filter);
    for (const response of lot.responses) {
      const index = response.accountId === null ? -1 : accountById(held, response.accountId);
      if (mask[index] === 1) found.push(response);
    }
    after = lot.responses.at(-1);
    if (found.length >= query.first || !lot.hasMore) return found.slice(0, query.first);
  }
  throw new GatewayError(
    'BAD_REQUEST',
    `Fewer than ${query.first} of the next ${limits.listed} answers are from accounts that the filter holds for. The workspace is too large to be held in memory, and no more are looked through. Choose a wider filter, or none.`,
  );
}
