import type { MilestoneDefinitionRecord } from '@plimsoll/store';
import { type ImportKind, RowRejection, requiredText, textOf } from './import-kind.ts';

const roles = { start: 'start', first_value: 'firstValue', other: 'other' } as const;

/** `milestone-definitions.csv`: a milestone a row, with what it is for. */
export const milestoneDefinitions: ImportKind<MilestoneDefinitionRecord> = {
  name: 'milestone-definitions',
  columns: [
    { name: 'milestone', required: true, field: 'key' },
    { name: 'name', required: false, field: 'name' },
    { name: 'role', required: false, field: 'role' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const name = textOf(row, 'name');
    const given = textOf(row, 'role')?.toLowerCase();
    const role = Object.entries(roles).find(([word]) => word === given)?.[1];
    if (given !== undefined && role === undefined)
      throw new RowRejection(
        'role',
        `"${given}" is nothing a milestone can be for. Time to first value runs from "start" to "first_value". Give one of ${Object.keys(roles).join(', ')}.`,
      );
    return {
      key: requiredText(row, 'milestone'),
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
    };
  },
  write: (workspace, records) => workspace.upsertMilestoneDefinitions(records),
};
