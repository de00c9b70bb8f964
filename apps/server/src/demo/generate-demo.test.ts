import {
  balanceBefore,
  defaultPolicy,
  type Ledger,
  type MetricKey,
  metricOf,
  read,
  selectAll,
} from '@plimsoll/metrics';
import { describe, expect, it } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import { demoLedger } from './testing/demo-ledger.ts';
import { months, Timeline } from './timeline.ts';

describe('generateDemo', () => {
  it('gives the same records, byte for byte, for the same options', () => {
    const first = JSON.stringify(generateDemo({ seed: 'a', endMonth: '2026-11' }));
    expect(JSON.stringify(generateDemo({ seed: 'a', endMonth: '2026-11' }))).toBe(first);
    expect(JSON.stringify(generateDemo({ seed: 'b', endMonth: '2026-11' }))).not.toBe(first);
  });

  it('invents 400 customers with names and ids of their own, and records that point at them', () => {
    const demo = generateDemo({ endMonth: '2026-11' });
    const ids = new Set(demo.accounts.map(({ externalId }) => externalId));
    expect(ids.size).toBe(400);
    expect(new Set(demo.accounts.map(({ name }) => name)).size).toBe(400);
    expect(demo.accounts.find(({ externalId }) => externalId === 'acme')?.name).toBe('Acme Rockets');
    for (const { accountExternalId } of [...demo.people, ...demo.subscriptions, ...demo.numbers, ...demo.responses])
      expect(ids).toContain(accountExternalId);
    expect(demo.people.length).toBeGreaterThan(1_000);
    expect(new Set(demo.responses.map(({ comment }) => comment)).size).toBeGreaterThan(60);
    const rate = demo.responses.length / demo.exposures.length;
    expect(rate).toBeGreaterThan(0.28);
    expect(rate).toBeLessThan(0.38);
  });

  it('knows trials, discounts, pauses, late payers and those who said that they will leave', () => {
    const { subscriptions } = generateDemo({ endMonth: '2026-11' });
    const statuses = new Set(subscriptions.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['pastDue', 'paused', 'trialing', undefined]);
    expect(subscriptions.filter(({ cancelledOn }) => cancelledOn !== undefined).length).toBeGreaterThan(5);
    expect(subscriptions.filter(({ discountPercent }) => discountPercent !== undefined).length).toBeGreaterThan(5);
  });

  it('stays small enough to load within seconds', () => {
    const demo = generateDemo({ endMonth: '2026-10' });
    const rows = Object.values(demo).reduce((sum, list) => sum + list.length, 0);
    expect(rows).toBeLessThan(90_000);
    expect(demo.usageDays.length).toBeLessThan(30_000);
  });

  it('lets no change of a subscription end before it begins or run into the next', () => {
    const { subscriptions } = generateDemo({ endMonth: '2026-08' });
    for (const spans of Map.groupBy(subscriptions, ({ subscriptionId }) => subscriptionId).values()) {
      spans.forEach((span, index) => {
        if (span.endsOn !== null) expect(span.endsOn > span.startsOn).toBe(true);
        const next = spans[index + 1];
        if (next !== undefined) expect(span.endsOn).toBe(next.startsOn);
      });
    }
  });

  it('refuses an end that is no month', () => {
    expect(() => generateDemo({ endMonth: '2026-13' })).toThrow('is not a month');
  });
});

describe.each(['2026-11', '2027-02', '2027-06'])('the company told up to %s', (endMonth) => {
  const timeline = new Timeline(endMonth);
  const demo = generateDemo({ endMonth });
  const ledger = demoLedger(demo, timeline.day(months - 1, 31));
  const over = (key: MetricKey, first: number, last: number): number =>
    readingOf(ledger, key, timeline.day(first, 1), timeline.day(last + 1, 1));

  it('triples its MRR from about 0.45 to about 1.35 million dollars', () => {
    expect(over('MRR', 0, 0)).toBeGreaterThan(400_000);
    expect(over('MRR', 0, 0)).toBeLessThan(500_000);
    expect(over('MRR', months - 1, months - 1)).toBeGreaterThan(1_200_000);
    expect(over('MRR', months - 1, months - 1)).toBeLessThan(1_450_000);
  });

  it('keeps its revenue as a good company of its kind does', () => {
    for (let month = 14; month < months; month++) {
      expect(over('NRR', month - 11, month)).toBeGreaterThan(0.98);
      expect(over('NRR', month - 11, month)).toBeLessThan(1.1);
      expect(over('GRR', month - 11, month)).toBeGreaterThan(0.84);
      expect(over('GRR', month - 11, month)).toBeLessThan(0.93);
    }
  });

  it('is recommended more and more', () => {
    const early = over('NPS', 0, 11);
    const late = over('NPS', months - 12, months - 1);
    expect(early).toBeGreaterThan(20);
    expect(late).toBeGreaterThan(early + 4);
    expect(late).toBeLessThan(48);
  });

  it('wins little in August and much in March', () => {
    const won = (wanted: number): number => {
      let sum = 0;
      for (let month = 0; month < months; month++)
        if (timeline.calendarMonth(month) === wanted) sum += over('NEW_MRR', month, month);
      return (
        sum / Array.from({ length: months }, (_, m) => m).filter((m) => timeline.calendarMonth(m) === wanted).length
      );
    };
    expect(won(8)).toBeLessThan(won(3) * 0.6);
  });

  it('rolls forward in every month', () => {
    for (let month = 1; month < months; month++) {
      const moved = (['NEW_MRR', 'EXPANSION_MRR', 'REACTIVATION_MRR'] as const).reduce(
        (sum, key) => sum + over(key, month, month),
        0,
      );
      const lost = (['CONTRACTION_MRR', 'CHURNED_MRR'] as const).reduce((sum, key) => sum + over(key, month, month), 0);
      expect(over('MRR', month - 1, month - 1) + moved - lost).toBeCloseTo(over('MRR', month, month), 1);
    }
  });

  it('sees the health of those who leave fall before they do', () => {
    let leavers = 0;
    let warned = 0;
    for (let account = 0; account < ledger.accounts.count; account++) {
      const left = lastChurn(ledger, account);
      // Who has said that they will leave has not left: nobody knows yet how they will be by then.
      const isOver = left !== undefined && left >= timeline.day(8, 1) && left <= timeline.day(months - 1, 31);
      if (!isOver) continue;
      const before = scoreOn(ledger, account, left - 200);
      const at = scoreOn(ledger, account, left - 1);
      if (at === undefined) continue;
      leavers++;
      if (at < 60 && (before === undefined || at < before)) warned++;
    }
    expect(leavers).toBeGreaterThan(25);
    expect(warned / leavers).toBeGreaterThan(0.85);
  });

  it('has customers to tell about: a healthy one, one at risk, one that came back', () => {
    const today = timeline.day(months - 1, 28);
    const story = (externalId: string) => {
      const account = ledger.accounts.externalIds.indexOf(externalId);
      return { score: scoreOn(ledger, account, today) ?? Number.NaN, mrr: balanceBefore(ledger, account, today) };
    };
    expect(story('acme').score).toBeGreaterThan(77);
    expect(story('acme').score).toBeLessThan(89);
    expect(story('bluefin').score).toBeLessThan(45);
    expect(story('bluefin').mrr).toBeGreaterThan(0);
    expect(story('halcyon').mrr).toBeGreaterThan(0);
    expect(lastChurn(ledger, ledger.accounts.externalIds.indexOf('halcyon'))).toBe(timeline.day(months - 14, 7));
  });
});

function readingOf(ledger: Ledger, key: MetricKey, start: number, end: number): number {
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  const { value } = read(metricOf(key), question, { start, end, unit: null, count: null, open: false }, end);
  return value ?? Number.NaN;
}

function lastChurn(ledger: Ledger, account: number): number | undefined {
  const { offsets, kinds, days } = ledger.movements;
  for (let row = (offsets[account + 1] ?? 0) - 1; row >= (offsets[account] ?? 0); row--)
    if (kinds[row] === 3) return days[row];
  return undefined;
}

function scoreOn(ledger: Ledger, account: number, day: number): number | undefined {
  const { offsets, days, scores } = ledger.health;
  let score: number | undefined;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0) && (days[row] ?? 0) <= day; row++)
    score = scores[row];
  return score === undefined || Number.isNaN(score) ? undefined : score;
}
