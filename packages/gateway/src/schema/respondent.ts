import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';

/**
 * Who answers, as the token says: its subject, for its account where it names exactly one.
 *
 * @throws GatewayError FORBIDDEN for an API key, which stands for no person
 */
export function respondentOf(session: Session): { readonly respondent: string; readonly accountId: string | null } {
  const { subject, accounts } = session.viewer;
  if (subject === null) {
    throw new GatewayError(
      'FORBIDDEN',
      'An API key stands for no person, so it cannot answer. Answer with an embed token, or import responses.',
    );
  }
  const [only] = session.reach.indices;
  const named = accounts.kind === 'ACCOUNTS' && session.reach.indices.length === 1 && only !== undefined;
  return { respondent: subject, accountId: named ? (session.ledger.accounts.ids[only] ?? null) : null };
}
