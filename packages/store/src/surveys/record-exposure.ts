import { ingestExposures } from '../ingest/surveys/exposures.ts';
import type { ExposureRecord, ExposureResult } from '../records/survey.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { readSurveys } from './read-surveys.ts';

/** Records that somebody sees an open survey just now, once per respondent and day. */
export async function recordExposure(
  tx: WriteTransaction,
  exposure: ExposureRecord,
  source: string,
): Promise<ExposureResult> {
  const [survey] = await readSurveys(tx, exposure.survey);
  if (survey === undefined) {
    return { kind: 'surveyNotFound', message: `There is no survey "${exposure.survey}". Check its key.` };
  }
  if (!survey.open) {
    return {
      kind: 'surveyClosed',
      message: `The survey "${exposure.survey}" is closed, so nothing was recorded. Open the survey to show it again.`,
    };
  }
  const [result] = await ingestExposures([exposure], source)(tx);
  return { kind: 'recorded', isNew: result?.status === 'created' || result?.status === 'updated' };
}
