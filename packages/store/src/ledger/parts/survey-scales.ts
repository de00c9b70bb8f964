import type { Ledger } from '@plimsoll/metrics';
import { readSurveys } from '../../surveys/read-surveys.ts';
import { wholePart } from './ledger-part.ts';

/** Which answers each survey takes. */
export const surveyScales = wholePart<Ledger['surveyScales']>(
  async (tx) => new Map((await readSurveys(tx)).map(({ key, scale }) => [key, scale])),
);
