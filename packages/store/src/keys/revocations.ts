import { InvalidSetting } from '../errors.ts';
import type { Revocation, TokenIdentity } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { Session } from '../transactions/session.ts';

/** Revokes one token by its id, or every token that a subject was given up to now. @throws InvalidSetting */
export async function revokeTokens(session: Session, workspace: string, revocation: Revocation): Promise<void> {
  const entry =
    'jti' in revocation
      ? ({ kind: 'jti', value: revocation.jti } as const)
      : ({ kind: 'subject', value: revocation.subject } as const);
  if (entry.value === '' || !isStorable(entry.value)) {
    throw new InvalidSetting(
      `InvalidSetting: the ${entry.kind} to revoke is empty or unreadable. No token bears it, so nothing would be revoked. Give the token's own.`,
    );
  }
  await session.write(workspace, async ({ trx, now, effects }) => {
    effects.accessChanged = true;
    effects.revoked = entry.value;
    const revoked_at = Math.floor(now / 1_000);
    await trx
      .insertInto('revocation')
      .values({ workspace_id: workspace, ...entry, revoked_at })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'value']).doUpdateSet({ revoked_at }))
      .execute();
  });
}

/** Whether a token was revoked. One issued in the very second of a subject's revocation is: better one too many. */
export async function isRevoked(session: Session, workspace: string, token: TokenIdentity): Promise<boolean> {
  const [jti, subject] = [storable(token.jti), storable(token.subject)];
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('revocation')
      .select('value')
      .where('workspace_id', '=', workspace)
      .where(({ and, eb, or }) =>
        or([
          and([eb('kind', '=', 'jti'), eb('value', '=', jti)]),
          and([
            eb('kind', '=', 'subject'),
            eb('value', '=', subject),
            eb('revoked_at', '>=', Math.floor(token.issuedAt)),
          ]),
        ]),
      )
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** What cannot be stored was never revoked. */
function storable(value: string | undefined): string {
  return value !== undefined && isStorable(value) ? value : '';
}
