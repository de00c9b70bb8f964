import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import type { AccountFilter } from './account-filter.ts';
import { LedgerBuilder } from './ledger-builder.ts';
import { selectWhere } from './selection.ts';

// a pays since January. b was lost in March and came back in May. c was lost in March. d never paid, and e will be lost.
const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
builder.addHealthBand({ key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' });
builder.addHealthBand({ key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' });
builder.addCsm({ externalId: 'ann', fteMillionths: 1_000_000, rampedOn: 0, leftOn: null });
builder.addCsm({ externalId: 'bob', fteMillionths: 1_000_000, rampedOn: 0, leftOn: null });
const add = (id: string, tags: readonly string[], csm: string, created?: string): number =>
  builder.addAccount({
    id,
    externalId: id,
    name: id,
    traits: csm === '' ? {} : { csm },
    tags,
    ...(created === undefined ? {} : { createdOn: day(created) }),
  });
const a = add('a', ['vip', 'beta'], 'ann', '2025-12-01');
const b = add('b', ['beta'], 'bob', '2026-01-31');
const c = add('c', [], 'zoe', '2026-02-01');
add('d', ['vip'], '');
const e = add('e', [], '');
builder.addMovement(a, day('2026-01-01'), 'NEW', 1200);
builder.addMovement(b, day('2026-01-01'), 'NEW', 1200);
builder.addMovement(b, day('2026-03-10'), 'CHURN', -1200);
builder.addMovement(b, day('2026-05-01'), 'REACTIVATION', 600);
builder.addMovement(c, day('2026-01-01'), 'NEW', 1200);
builder.addMovement(c, day('2026-03-20'), 'CHURN', -1200);
builder.addMovement(e, day('2026-01-01'), 'NEW', 1200);
builder.addMovement(e, day('2026-09-01'), 'CHURN', -1200);
builder.addHealth(a, day('2026-01-01'), 80, 1);
builder.addHealth(b, day('2026-01-01'), 80, 1);
builder.addHealth(b, day('2026-06-01'), 49, 1);
builder.addHealth(c, day('2026-01-01'), 80, 1);
builder.addHealth(c, day('2026-06-01'), null, 0);
const ledger = builder.build();

const on = day('2026-06-15');
const march = { atLeast: day('2026-03-01'), below: day('2026-04-01') };

describe('accounts by', () => {
  it.each<[string, AccountFilter, string]>([
    ['any tag', { kind: 'tags', any: ['vip', 'new'] }, 'a d'],
    ['any of no tags', { kind: 'tags', any: [] }, ''],
    ['all tags', { kind: 'tags', all: ['vip', 'beta'] }, 'a'],
    ['all of no tags', { kind: 'tags', all: [] }, 'a b c d e'],
    ['no tag', { kind: 'tags', none: ['beta'] }, 'c d e'],
    ['tags in several ways', { kind: 'tags', any: ['vip'], none: ['beta'] }, 'd'],
    ['a part of a tag, which is none', { kind: 'tags', any: ['vi', 'beta;vip'] }, ''],
    ['CSM', { kind: 'csm', in: ['ann'], none: false }, 'a'],
    ['an unknown CSM', { kind: 'csm', in: ['zoe'], none: false }, ''],
    ['no known CSM', { kind: 'csm', in: [], none: true }, 'c d e'],
    ['a CSM or none', { kind: 'csm', in: ['bob'], none: true }, 'b c d e'],
    ['band', { kind: 'band', on, in: ['good'] }, 'a'],
    ['band on an earlier day', { kind: 'band', on: day('2026-05-31'), in: ['good'] }, 'a b c'],
    ['no score', { kind: 'band', on, in: [''] }, 'c d e'],
    ['bands and none', { kind: 'band', on, in: ['poor', '', 'gone'] }, 'b c d e'],
    ['the day of being lost', { kind: 'churned', on, range: march }, 'c'],
    ['the day of being lost as of that spring', { kind: 'churned', on: day('2026-04-01'), range: march }, 'b c'],
    ['any day of being lost', { kind: 'churned', on, range: {} }, 'c'],
    ['the day of creation, half-open', { kind: 'created', range: { below: day('2026-02-01') } }, 'a b'],
    ['a known day of creation', { kind: 'created', range: {} }, 'a b c'],
  ])('%s', (_, filter, expected) => {
    const { indices } = selectWhere(ledger, filter);
    expect([...indices].map((index) => ledger.accounts.ids[index]).join(' ')).toBe(expected);
  });
});
