import { sql } from 'kysely';
import type { Session } from '../transactions/session.ts';

/** An attempt to use some of a quota, in the terms of the generic cell rate algorithm (GCRA). */
export interface QuotaUse {
  /** The workspace that the key belongs to; `null` for keys that belong to none, such as addresses. */
  readonly workspace: string | null;
  /** At most 255 characters. */
  readonly key: string;
  /** Milliseconds by which the theoretical arrival time moves: the cost. 0 asks what is left; a negative one gives back. */
  readonly milliseconds: number;
  /** Milliseconds over which the whole quota becomes free again. */
  readonly window: number;
}

/** What became of it. */
export interface QuotaState {
  /** The theoretical arrival time in milliseconds since 1970: when everything that was used is free again. */
  readonly arrival: number;
  readonly allowed: boolean;
}

/** Stands for no workspace: no key of a workspace is spelt so. */
const nowhere = '-';

/**
 * Use some of a quota, atomically over all processes that share the database: one statement locks the key's row, decides, and
 * writes. Rows whose quota is whole again are deleted when others of the workspace are used.
 */
export async function useQuota(
  session: Session,
  { workspace, key, milliseconds, window }: QuotaUse,
): Promise<QuotaState> {
  session.backend.assertWritable();
  const now = session.now();
  return session.inside(workspace ?? nowhere, async (trx) => {
    const owner = workspace ?? nowhere;
    await sql`
      delete from quota where workspace_id = ${owner} and key in (
        select key from quota where workspace_id = ${owner} and key <> ${key} and arrival <= ${now} limit 10
        for update skip locked)`.execute(trx);
    const fits = sql`greatest(quota.arrival, ${now}) + ${milliseconds} <= ${now + window}`;
    const { rows } = await sql<QuotaState>`
      insert into quota (workspace_id, key, arrival, allowed)
      values (${owner}, ${key}, ${now + (milliseconds <= window ? milliseconds : 0)}, ${milliseconds <= window})
      on conflict (workspace_id, key) do update set
        arrival = greatest(quota.arrival, ${now}) + case when ${fits} then ${milliseconds}::double precision else 0 end,
        allowed = ${fits}
      returning arrival, allowed`.execute(trx);
    const [state] = rows;
    if (state === undefined) throw new Error('A quota that was just written is not there.');
    return state;
  });
}
