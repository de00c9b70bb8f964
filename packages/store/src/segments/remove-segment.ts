import { recordSettings } from '../audit/record-settings.ts';
import type { Actor } from '../records/audit.ts';
import type { SegmentDeletion } from '../records/segment.ts';
import type { WritingSession } from '../transactions/writing-session.ts';
import { deleteSegment } from './delete-segment.ts';

/** Deletes a segment that no other names, and records it in the audit log. */
export async function removeSegment(
  session: WritingSession,
  workspace: string,
  actor: Actor,
  segment: string,
): Promise<SegmentDeletion> {
  const { value, revision } = await session.write(
    workspace,
    async (tx) => {
      const deletion = await deleteSegment(tx, segment);
      if (deletion.kind === 'deleted') {
        await recordSettings(tx, actor, [{ setting: `segments.${segment}`, change: 'deleted' }]);
      }
      return deletion;
    },
    { isKept: ({ kind }) => kind !== 'inUse' },
  );
  return value.kind === 'inUse' ? value : { ...value, revision };
}
