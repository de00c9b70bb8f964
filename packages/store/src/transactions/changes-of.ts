import type { ChangeEvent } from '../store.ts';
import type { WriteEffects } from './workspace-transaction.ts';

/** Characters of what was revoked that travel with a notification, which has 8,000 bytes. */
const maxNamed = 500;

/** The changes that a committed write is told by: of records, of access, both or none. */
export function changesOf(
  workspace: string,
  revision: number,
  { changed, accessChanged, responseId, revoked }: WriteEffects,
): readonly ChangeEvent[] {
  const change = { workspace, revision: String(revision) };
  const named = revoked === undefined || revoked.length > maxNamed ? {} : { revoked };
  return [
    ...(changed ? [responseId === undefined ? change : { ...change, kind: 'response' as const, responseId }] : []),
    ...(accessChanged ? [{ ...change, kind: 'access' as const, ...named }] : []),
  ];
}
