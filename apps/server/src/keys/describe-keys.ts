import type { Actor, ApiKeyInfo, EmbedKeyInfo } from '@plimsoll/store';

const headings = ['KIND', 'ID', 'NAME', 'SCOPES', 'STATE', 'CREATED', 'BY', 'EXPIRES', 'LAST USED'] as const;

/** Keys as lines of a table, with a heading; one line that says so where there are none. Secrets are not among them. */
export function keyLines(
  keys: { readonly api: readonly ApiKeyInfo[]; readonly embed: readonly EmbedKeyInfo[] },
  now: number,
): readonly string[] {
  const rows = [
    ...keys.api.map((key) => rowOf('api', key, key.scopes.join(' '), now)),
    ...keys.embed.map((key) => rowOf('embed', key, '-', now)),
  ];
  if (rows.length === 0) return ['No keys'];
  const table = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function rowOf(kind: string, key: EmbedKeyInfo, scopes: string, now: number): readonly string[] {
  return [
    kind,
    key.keyId,
    oneLine(key.name),
    scopes,
    stateOf(key, now),
    written(key.createdAt),
    key.createdBy === null ? '-' : oneLine(actorText(key.createdBy)),
    written(key.expiresAt),
    written(key.lastUsedAt),
  ];
}

function stateOf({ revokedAt, expiresAt }: EmbedKeyInfo, now: number): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

function actorText(actor: Actor): string {
  return 'id' in actor ? `${actor.kind === 'apiKey' ? 'API key' : 'token of'} ${actor.id}` : actor.kind;
}

function written(instant: number | null): string {
  return instant === null ? '-' : new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

/** Names are texts of others: control characters in them could move the cursor of a terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
