import type { Ledger } from '@plimsoll/metrics';
import { readSurveys } from '../surveys/read-surveys.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

type SurveyScales = Ledger['surveyScales'];

/** The scale of every survey. The map before is given back where it still holds. */
export async function loadSurveyScales(tx: WorkspaceTransaction, before: SurveyScales): Promise<SurveyScales> {
  const scales = new Map((await readSurveys(tx)).map(({ key, scale }) => [key, scale]));
  return JSON.stringify([...scales]) === JSON.stringify([...before]) ? before : scales;
}
