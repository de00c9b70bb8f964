import { balanceBefore, healthOn } from '@plimsoll/metrics';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';

const AccountOrderField = builder.enumType('AccountOrderField', {
  description: 'What accounts can be ordered by.',
  values: {
    NAME: { description: 'Their name.' },
    EXTERNAL_ID: { description: 'The host’s own id.' },
    MRR: { description: 'Their monthly recurring revenue today.' },
    HEALTH: { description: 'Their health today; accounts without a score come last.' },
  } as const,
});

const SortDirection = builder.enumType('SortDirection', {
  description: 'Which end comes first.',
  values: { ASC: { description: 'The smallest first.' }, DESC: { description: 'The largest first.' } } as const,
});

/** In which order accounts come. */
export const AccountOrder = builder.inputType('AccountOrder', {
  description: 'In which order accounts come. Ties are broken by name.',
  fields: (t) => ({
    field: t.field({ type: AccountOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: SortDirection, required: true, defaultValue: 'ASC', description: 'Which end first.' }),
  }),
});

/** Sorts account indexes for a caller. */
export function sortAccounts(
  session: Session,
  indices: readonly number[],
  order: typeof AccountOrder.$inferInput | null | undefined,
): number[] {
  const { names, externalIds } = session.ledger.accounts;
  const collator = new Intl.Collator('en', { numeric: true });
  const byName = (a: number, b: number): number => collator.compare(names[a] ?? '', names[b] ?? '') || a - b;
  const sign = order?.direction === 'DESC' ? -1 : 1;
  switch (order?.field) {
    case undefined:
    case 'NAME':
      return indices.toSorted((a, b) => sign * byName(a, b));
    case 'EXTERNAL_ID':
      return indices.toSorted((a, b) => sign * collator.compare(externalIds[a] ?? '', externalIds[b] ?? ''));
    case 'MRR':
      return byNumber(indices, (index) => balanceBefore(session.ledger, index, session.today + 1), sign, byName);
    case 'HEALTH':
      return byNumber(indices, (index) => healthOn(session.ledger, index, session.today), sign, byName);
  }
}

function byNumber(
  indices: readonly number[],
  measure: (index: number) => number,
  sign: number,
  byName: (a: number, b: number) => number,
): number[] {
  const values = new Map(indices.map((index) => [index, measure(index)]));
  return indices.toSorted((a, b) => {
    const x = values.get(a) ?? Number.NaN;
    const y = values.get(b) ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  });
}
