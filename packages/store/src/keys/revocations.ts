import { sql } from 'kysely';
import { recordEvent } from '../audit/record-event.ts';
import { InvalidSetting } from '../errors.ts';
import type { Actor, AuditEntry } from '../records/audit.ts';
import type { Revocation, TokenIdentity } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { Session } from '../transactions/session.ts';
import type { WritingSession } from '../transactions/writing-session.ts';

/** Seconds for which a revocation by id or subject is kept: far longer than a token lives, which is an hour at most. */
const kept = 86_400;

/** Characters of an id or a subject that can be revoked; an index entry holds no more. */
const maxLength = 500;

/** A revocation as it is stored, and as the audit log tells of it. */
interface Entry {
  readonly kind: 'jti' | 'subject' | 'workspace';
  readonly value: string;
  /** Seconds since 1970. */
  readonly revokedAt: number;
  readonly details: Extract<AuditEntry, { kind: 'TOKENS_REVOKED' }>['details'];
}

/**
 * Revokes embed tokens: one by its id, every token that a subject was given up to now, or every token of the workspace that was
 * issued before an instant. Revocations only add up: an earlier instant leaves a later one in force.
 *
 * @returns the instant of the revocation, milliseconds since 1970-01-01T00:00Z
 * @throws InvalidSetting for an id or subject that is empty or has more than 500 characters, and for an instant in the future
 */
export async function revokeTokens(
  session: WritingSession,
  workspace: string,
  actor: Actor,
  revocation: Revocation,
): Promise<{ readonly revokedAt: number }> {
  const now = session.now();
  const { kind, value, revokedAt, details } = entryOf(revocation, now);
  const written = await session.write(workspace, async (tx) => {
    tx.effects.accessChanged = true;
    if (kind !== 'workspace') tx.effects.revoked = value;
    await tx.trx
      .insertInto('revocation')
      .values({ workspace_id: workspace, kind, value, revoked_at: revokedAt })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'kind', 'value'])
          .doUpdateSet({ revoked_at: sql`greatest(revocation.revoked_at, excluded.revoked_at)` }),
      )
      .execute();
    await tx.trx
      .deleteFrom('revocation')
      .where('workspace_id', '=', workspace)
      .where('kind', '<>', 'workspace')
      .where('revoked_at', '<', Math.floor(now / 1_000) - kept)
      .execute();
    await recordEvent(tx, actor, { kind: 'TOKENS_REVOKED', details });
    return { revokedAt: now };
  });
  return written.value;
}

function entryOf(revocation: Revocation, now: number): Entry {
  if ('before' in revocation) return entryBefore(revocation.before, now);
  const revokedAt = Math.floor(now / 1_000);
  const [kind, value] =
    'jti' in revocation ? (['jti', revocation.jti] as const) : (['subject', revocation.subject] as const);
  if (value === '' || value.length > maxLength || !isStorable(value)) {
    throw new InvalidSetting(
      `InvalidSetting: the ${kind} to revoke is empty, has more than ${maxLength} characters or is unreadable. Nothing was revoked. Give the token's own, or revoke every token that was issued before an instant.`,
      kind,
    );
  }
  return { kind, value, revokedAt, details: revocation };
}

function entryBefore(before: number, now: number): Entry {
  if (!(before >= 0 && before <= now)) {
    throw new InvalidSetting(
      'InvalidSetting: tokens can be revoked that were issued before an instant up to the present. Later ones would be refused until then, and that could not be undone. Give an instant that is not in the future.',
      'before',
    );
  }
  // Tokens carry whole seconds, rounded down: one issued within the second of the instant is revoked too.
  const revokedAt = Math.ceil(before / 1_000);
  return { kind: 'workspace', value: '', revokedAt, details: { before: new Date(before).toISOString() } };
}

/**
 * Whether a token was revoked: by its id, with its subject, or with all that were issued before an instant. A token issued in the
 * very second of the revocation of its subject is revoked too.
 */
export async function isRevoked(session: Session, workspace: string, token: TokenIdentity): Promise<boolean> {
  const [jti, subject] = [storable(token.jti), storable(token.subject)];
  const issuedAt = Math.floor(token.issuedAt);
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('revocation')
      .select('value')
      .where('workspace_id', '=', workspace)
      .where(({ and, eb, or }) =>
        or([
          and([eb('kind', '=', 'jti'), eb('value', '=', jti)]),
          and([eb('kind', '=', 'subject'), eb('value', '=', subject), eb('revoked_at', '>=', issuedAt)]),
          and([eb('kind', '=', 'workspace'), eb('revoked_at', '>', issuedAt)]),
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
