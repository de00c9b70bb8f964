import type { OutcomeProgressRecord, OutcomeRecord } from '@plimsoll/store';
import { type ImportKind, requiredNumber, requiredText, textOf } from './import-kind.ts';

/** `outcomes.csv`: what an account is to achieve by a day a row. */
export const outcomes: ImportKind<OutcomeRecord> = {
  name: 'outcomes',
  columns: [
    { name: 'outcome_id', required: true, field: 'outcomeId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'name', required: true, field: 'name' },
    { name: 'baseline', required: true, field: 'baseline' },
    { name: 'target', required: true, field: 'target' },
    { name: 'due_on', required: true, field: 'dueOn' },
    { name: 'reached_on', required: false, field: 'reachedOn' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    outcomeId: requiredText(row, 'outcome_id'),
    accountExternalId: requiredText(row, 'account_id'),
    name: requiredText(row, 'name'),
    baseline: requiredNumber(row, 'baseline'),
    target: requiredNumber(row, 'target'),
    dueOn: requiredText(row, 'due_on'),
    reachedOn: textOf(row, 'reached_on') ?? null,
  }),
  write: (workspace, records) => workspace.upsertOutcomes(records),
};

/** `outcome-progress.csv`: the value of an outcome on a day a row. */
export const outcomeProgress: ImportKind<OutcomeProgressRecord> = {
  name: 'outcome-progress',
  columns: [
    { name: 'outcome_id', required: true, field: 'outcomeId' },
    { name: 'on', required: true, field: 'on', aliases: ['day'] },
    { name: 'value', required: true, field: 'value' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    outcomeId: requiredText(row, 'outcome_id'),
    on: requiredText(row, 'on'),
    value: requiredNumber(row, 'value'),
  }),
  write: (workspace, records) => workspace.upsertOutcomeProgress(records),
};
