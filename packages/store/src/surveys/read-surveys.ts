import type { Survey } from '../records/survey.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { storedScale } from './survey-scale.ts';

/** Every survey by key, or the one of a key. */
export async function readSurveys(tx: WorkspaceTransaction, key?: string): Promise<readonly Survey[]> {
  if (key !== undefined && !isStorable(key)) return [];
  const all = tx.trx.selectFrom('survey').selectAll().where('workspace_id', '=', tx.workspace).orderBy('survey_key');
  const rows = await (key === undefined ? all : all.where('survey_key', '=', key)).execute();
  return rows.map((row) => ({
    key: row.survey_key,
    name: row.name,
    question: row.question,
    lowLabel: row.low_label,
    highLabel: row.high_label,
    followUps: row.follow_ups,
    thanks: row.thanks,
    open: row.open,
    scale: storedScale(row),
  }));
}
