import { describe, expect, it } from 'vitest';
import type { AccountFilter } from './account-filter.ts';
import { groupBy } from './grouping.ts';
import { LedgerBuilder } from './ledger-builder.ts';
import { selectAll, selectWhere } from './selection.ts';
import { traitColumn } from './trait-history.ts';

const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
['Team', 'Scale', '', 'Team', 'Scale', 'Starter', 'Team'].forEach((plan, place) => {
  const id = `a${place}`;
  builder.addAccount({
    id,
    externalId: id,
    name: id,
    traits: plan === '' ? {} : { plan },
    tags: place > 3 ? ['new'] : [],
  });
});
const ledger = builder.build();
const plans = traitColumn(ledger, 'plan');

describe('groupBy', () => {
  it.each<readonly [string, AccountFilter | undefined]>([
    ['all accounts', undefined],
    ['some of them', { kind: 'tags', none: ['new'] }],
  ])('gives of %s those that a filter by each value gives', (_, filter) => {
    const within = filter === undefined ? selectAll(ledger) : selectWhere(ledger, filter);
    const { groups, groupOf } = groupBy(within, plans);
    expect(groups.map(({ selection: { indices, mask, everything } }) => ({ indices, mask, everything }))).toEqual(
      groups.map(({ value }) => selectWhere(ledger, { kind: 'trait', key: 'plan', in: [value] }, within)),
    );
    expect(groups.flatMap(({ selection }) => [...selection.indices]).sort()).toEqual([...within.indices]);
    groups.forEach(({ selection }, place) => {
      for (const account of selection.indices) expect(groupOf[account]).toBe(place);
    });
  });

  it('leaves values out that none of them has', () => {
    const within = selectWhere(ledger, { kind: 'trait', key: 'plan', in: ['Starter', ''] });
    expect(groupBy(within, plans).groups.map(({ value }) => value)).toEqual(['', 'Starter']);
  });

  it('gives the same groups again, for the next metric of them', () => {
    const within = selectAll(ledger);
    expect(groupBy(within, plans)).toBe(groupBy(within, plans));
    expect(groupBy(within, traitColumn(ledger, 'region')).groups).toHaveLength(1);
  });
});
