import type { AccountListOrder } from '@plimsoll/metrics';
import { requireAccess } from '../access/access-rule.ts';
import type { Viewer } from '../auth/viewer.ts';
import { builder } from './builder.ts';

const AccountOrderField = builder.enumType('AccountOrderField', {
  description: 'What accounts can be ordered by.',
  values: {
    NAME: { description: 'Their name.' },
    EXTERNAL_ID: { description: 'The host’s own id.' },
    MRR: { description: 'Their monthly recurring revenue today. Needs `metrics:read`.' },
    HEALTH: { description: 'Their health today; accounts without a score come last. Needs `metrics:read`.' },
  } as const,
});

const SortDirection = builder.enumType('SortDirection', {
  description: 'Which end comes first.',
  values: { ASC: { description: 'The smallest first.' }, DESC: { description: 'The largest first.' } } as const,
});

/** In which order accounts come. */
export const AccountOrder = builder.inputType('AccountOrder', {
  description: 'In which order accounts come. Ties are broken by name.',
  fields: (t) => ({
    field: t.field({ type: AccountOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: SortDirection, required: true, defaultValue: 'ASC', description: 'Which end first.' }),
  }),
});

/**
 * Read the order that a caller asked for: by name, where they named none.
 *
 * @throws GatewayError FORBIDDEN for an order by revenue or health without `metrics:read`, which would tell both
 */
export function listOrder(viewer: Viewer, order: typeof AccountOrder.$inferInput | null | undefined): AccountListOrder {
  if (order?.field === 'MRR' || order?.field === 'HEALTH') requireAccess(viewer, 'metrics:read');
  return { by: order?.field ?? 'NAME', descending: order?.direction === 'DESC' };
}
