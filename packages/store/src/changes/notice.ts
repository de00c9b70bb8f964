import type { ChangeEvent } from '../store.ts';

/** A change as it travels between processes, with the store that made it. */
export interface Notice {
  readonly origin: string;
  readonly change: ChangeEvent;
}

/** Writes a notice as a notification's payload, far below PostgreSQL's 8,000 bytes. */
export function formatNotice({ origin, change }: Notice): string {
  const { workspace, revision, kind, responseId, revoked } = change;
  const access = kind === 'access' ? [kind, revoked ?? null] : [];
  return JSON.stringify([origin, workspace, revision, responseId ?? null, ...access]);
}

/** Reads a payload; `undefined` for one that is not ours. */
export function parseNotice(payload: string): Notice | undefined {
  try {
    const [origin, workspace, revision, responseId, kind, revoked] = JSON.parse(payload);
    if (typeof origin !== 'string' || typeof workspace !== 'string' || typeof revision !== 'string') return undefined;
    const change = { workspace, revision };
    if (kind === 'access') {
      return { origin, change: { ...change, kind, ...(typeof revoked === 'string' ? { revoked } : {}) } };
    }
    return {
      origin,
      change: typeof responseId === 'string' ? { ...change, kind: 'response' as const, responseId } : change,
    };
  } catch {
    return undefined;
  }
}
