import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import { LedgerBuilder } from './ledger-builder.ts';
import { selectWhere } from './selection.ts';
import { traitColumn, traitPast } from './trait-history.ts';

const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
for (const [name, traits] of [
  ['a', { plan: 'Team', region: 'Europe' }],
  ['b', { plan: 'Team' }],
  ['c', { region: 'Asia' }],
] as const)
  builder.addAccount({ id: name, externalId: name, name, traits });
// a: Starter until March, Team from then on. c: Trial, then nothing from April on.
builder.addTraitChange(0, 'plan', day('2025-01-01'), 'Starter');
builder.addTraitChange(0, 'plan', day('2025-03-01'), 'Team');
builder.addTraitChange(2, 'plan', day('2025-02-01'), 'Trial');
builder.addTraitChange(2, 'plan', day('2025-04-01'), '');
const ledger = builder.build();

function plans(on?: string): readonly (string | undefined)[] {
  const { codes, values } = traitColumn(ledger, 'plan', on === undefined ? undefined : day(on));
  return [...codes].map((code) => values[code]);
}

describe('a trait', () => {
  it('is what it is now where no day is asked for', () => {
    expect(plans()).toEqual(['Team', 'Team', '']);
  });

  it('is what it was on a day, from the first day of each value on', () => {
    expect(plans('2025-02-28')).toEqual(['Starter', 'Team', 'Trial']);
    expect(plans('2025-03-01')).toEqual(['Team', 'Team', 'Trial']);
    expect(plans('2025-03-31')).toEqual(['Team', 'Team', 'Trial']);
    expect(plans('2025-04-01')).toEqual(['Team', 'Team', '']);
  });

  it('was the first value that is known all the time before', () => {
    expect(plans('1999-01-01')).toEqual(['Starter', 'Team', 'Trial']);
  });

  it('that never changed, or that nobody has, is the same on every day', () => {
    expect(traitColumn(ledger, 'region', day('1999-01-01'))).toBe(ledger.accounts.traits.get('region'));
    expect([...traitColumn(ledger, 'colour', day('1999-01-01')).codes]).toEqual([0, 0, 0]);
  });

  it('is told value by value', () => {
    expect(traitPast(ledger, 2, 'plan')).toEqual([
      { value: 'Trial', from: day('2025-02-01') },
      { value: '', from: day('2025-04-01') },
    ]);
    expect(traitPast(ledger, 1, 'plan')).toEqual([]);
  });
});

describe('a filter by a trait', () => {
  const names = (value: string, on?: string) => {
    const filter = { kind: 'trait', key: 'plan', in: [value], ...(on === undefined ? {} : { on: day(on) }) } as const;
    return [...selectWhere(ledger, filter).indices].map((account) => ledger.accounts.names[account]);
  };

  it('holds for who has the value, now or on a day', () => {
    expect(names('Team')).toEqual(['a', 'b']);
    expect(names('Team', '2025-02-01')).toEqual(['b']);
    expect(names('Trial')).toEqual([]);
    expect(names('Trial', '2025-03-31')).toEqual(['c']);
    expect(names('', '2025-04-01')).toEqual(['c']);
  });
});
