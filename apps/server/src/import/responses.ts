import type { ResponseRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `responses.csv`: a survey answer a row. The survey and the account must be known. */
export const responses: ImportKind<ResponseRecord> = {
  name: 'responses',
  columns: [
    { name: 'response_id', required: true, field: 'externalId' },
    { name: 'survey', required: true, field: 'survey' },
    { name: 'account_id', required: false, field: 'accountExternalId' },
    { name: 'respondent', required: true, field: 'respondent' },
    { name: 'answer', required: true, field: 'answer' },
    { name: 'comment', required: false, field: 'comment' },
    { name: 'responded_at', required: true, field: 'respondedAt' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const accountExternalId = textOf(row, 'account_id');
    const comment = textOf(row, 'comment');
    const answer = requiredText(row, 'answer');
    return {
      externalId: requiredText(row, 'response_id'),
      survey: requiredText(row, 'survey'),
      respondent: requiredText(row, 'respondent'),
      // A text in a CSV file may be a number; one that is not goes on as it is, for the store to refuse.
      answer: /^-?\d{1,9}(\.\d{1,9})?$/.test(answer) ? Number(answer) : answer,
      respondedAt: requiredText(row, 'responded_at'),
      ...(accountExternalId === undefined ? {} : { accountExternalId }),
      ...(comment === undefined ? {} : { comment }),
    };
  },
  write: (workspace, records) => workspace.upsertResponses(records),
};
