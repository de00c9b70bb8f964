import { describe, expect, it } from 'vitest';
import { bandOn, healthOn } from './account-measures.ts';
import { LedgerBuilder } from './ledger-builder.ts';

const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
builder.addHealthBand({ key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' });
builder.addHealthBand({ key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' });
const account = builder.addAccount({ id: '1', externalId: 'acme', name: 'Acme', traits: {} });
builder.addHealth(account, 10, 49.999, 1);
builder.addHealth(account, 20, 50, 1);
builder.addHealth(account, 30, null, 0);
builder.addHealth(account, 40, 100, 1);
const ledger = builder.build();

describe('the health of an account on a day', () => {
  it.each([
    [9, Number.NaN, undefined],
    [10, 49.999, 'poor'],
    [19, 49.999, 'poor'],
    [20, 50, 'good'],
    [30, Number.NaN, undefined],
    [99, 100, 'good'],
  ])('day %i: score %d in the band %s', (day, score, band) => {
    expect(healthOn(ledger, account, day)).toBe(score);
    expect(bandOn(ledger, account, day)?.key).toBe(band);
  });
});
