import { UnknownWorkspace } from '../errors.ts';
import type { Actor, ExportEntry } from '../records/audit.ts';
import type { Session } from '../transactions/session.ts';
import { recordEvent } from './record-event.ts';

/** Records an export in a transaction of its own, which waits for no writer. @throws UnknownWorkspace */
export async function recordExport(
  session: Session,
  workspace: string,
  actor: Actor,
  details: ExportEntry,
): Promise<void> {
  session.backend.assertWritable();
  await session.inside(workspace, async (trx) => {
    const found = await trx
      .selectFrom('workspace')
      .select('workspace_id')
      .where('workspace_id', '=', workspace)
      .executeTakeFirst();
    if (found === undefined) throw new UnknownWorkspace(workspace);
    await recordEvent({ trx, workspace, now: session.now() }, actor, { kind: 'EXPORTED', details });
  });
}
