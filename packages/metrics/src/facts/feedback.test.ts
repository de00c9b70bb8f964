import { describe, expect, it } from 'vitest';
import { npsMargin } from '../catalogue/nps-margin.ts';
import { selectAccount, selectAll } from '../ledger/selection.ts';
import { defaultPolicy } from '../policy.ts';
import { day, workedLedger } from '../testing/worked-ledger.ts';
import { feedback, npsBucket } from './feedback.ts';

describe('npsBucket', () => {
  it('puts every whole answer in exactly one bucket', () => {
    const buckets = Array.from({ length: 11 }, (_, answer) => npsBucket(answer));
    expect(buckets).toEqual([...Array(7).fill('DETRACTOR'), 'PASSIVE', 'PASSIVE', 'PROMOTER', 'PROMOTER']);
  });

  it.each([-1, 11, 7.5, Number.NaN, Number.POSITIVE_INFINITY])('has none for %d', (answer) => {
    expect(npsBucket(answer)).toBeUndefined();
  });
});

describe('npsMargin', () => {
  it.each([
    // The variance of 58 promoters, 26 passives, 16 detractors of 100 is 0.74 − 0.42².
    [{ promoters: 58, passives: 26, detractors: 16 }, 1.96 * 100 * Math.sqrt((0.74 - 0.1764) / 100)],
    [{ promoters: 10, passives: 0, detractors: 0 }, 0],
    [{ promoters: 0, passives: 0, detractors: 0 }, 0],
    [{ promoters: 50, passives: 0, detractors: 50 }, 19.6],
  ])('of %o is %d', (counts, margin) => {
    expect(npsMargin(counts)).toBeCloseTo(margin, 10);
  });
});

describe('feedback', () => {
  const ledger = workedLedger(
    ['acme 2024-01-01 - 100', 'bolt 2024-01-01 - 100'],
    ['p1 acme 2025-01-10 9', 'p2 bolt 2025-01-11 3', 'p3 - 2025-01-12 8', 'p1 acme 2025-02-01 10'],
  );
  const january = { start: day('2025-01-01'), end: day('2025-02-01') };
  const everybody = { ledger, selection: selectAll(ledger), policy: defaultPolicy };

  it('counts answers of no account for the whole alone', () => {
    expect(feedback.collect(everybody, [january])[0]).toMatchObject({
      promoters: 1,
      passives: 1,
      detractors: 1,
      shown: 3,
    });
    const acme = { ...everybody, selection: selectAccount(ledger, 0) };
    expect(feedback.collect(acme, [january])[0]).toMatchObject({ promoters: 1, passives: 0, detractors: 0, shown: 1 });
  });

  it('knows nothing of a survey that nobody answered', () => {
    expect(feedback.collect({ ...everybody, survey: 'other' }, [january])[0]).toMatchObject({ promoters: 0, shown: 0 });
  });

  it('supersedes an answer only within the window', () => {
    const both = { start: day('2025-01-01'), end: day('2025-03-01') };
    expect(feedback.collect(everybody, [both])[0]).toMatchObject({ promoters: 1, superseded: 1 });
    expect(feedback.collect(everybody, [january])[0]).toMatchObject({ promoters: 1, superseded: 0 });
  });
});
