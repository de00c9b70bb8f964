import type { AuditEvent as AuditEventModel } from '@plimsoll/store';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { GatewayError } from '../../errors/gateway-error.ts';
import { builder } from '../builder.ts';
import { foreignCursor, pageCost, pageOf } from '../page.ts';
import { AuditEvent, AuditKind } from './audit-event.ts';

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEvent,
      description:
        'The audit log of the workspace, newest first: keys, revoked tokens, changed settings, exports and erasures. Events are kept for 400 days, and the newest 100,000 of a workspace at most. Needs `admin`.',
      args: {
        kinds: t.arg({ type: [AuditKind], description: 'Only events of these kinds; every kind when left out.' }),
      },
      weight: (args) => ({ field: 10, multiplier: pageCost(args) }),
      access: 'admin',
      resolve: async (_root, { kinds, ...args }, { viewer, store }) => {
        if (args.last != null || args.before != null) {
          throw new GatewayError('BAD_REQUEST', 'The audit log is read forwards only. Give first and after.');
        }
        const workspace = store.workspace(viewer.workspace);
        return resolveCursorConnection<Promise<AuditEventModel[]>>(
          { ...pageOf(args), toCursor: writeCursor },
          async ({ after, limit }) => [
            ...(await workspace.auditEvents({
              first: limit,
              ...(kinds == null ? {} : { kinds }),
              ...(after === undefined ? {} : { after: readCursor(after) }),
            })),
          ],
        );
      },
    },
    { description: 'A page of the audit log, newest events first.' },
    { description: 'An event of the audit log with its cursor.' },
  ),
);

function writeCursor({ at, id }: AuditEventModel): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function readCursor(cursor: string): Pick<AuditEventModel, 'at' | 'id'> {
  const [, at = '', id = ''] = /^(\d{1,14}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === '') throw foreignCursor();
  return { at: Number(at), id };
}
