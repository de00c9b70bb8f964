import type { ExposureRecord } from '@plimsoll/store';
import { flagOf, type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `exposures.csv`: that a survey was put in front of somebody a row. The survey and the account must be known. */
export const exposures: ImportKind<ExposureRecord> = {
  name: 'exposures',
  columns: [
    { name: 'survey', required: true, field: 'survey' },
    { name: 'respondent', required: true, field: 'respondent' },
    { name: 'shown_at', required: true, field: 'shownAt' },
    { name: 'account_id', required: false, field: 'accountExternalId' },
    { name: 'dismissed', required: false, field: 'dismissed' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const accountExternalId = textOf(row, 'account_id');
    const dismissed = flagOf(row, 'dismissed');
    return {
      survey: requiredText(row, 'survey'),
      respondent: requiredText(row, 'respondent'),
      shownAt: requiredText(row, 'shown_at'),
      ...(accountExternalId === undefined ? {} : { accountExternalId }),
      ...(dismissed === undefined ? {} : { dismissed }),
    };
  },
  write: (workspace, records) => workspace.recordExposures(records),
};
