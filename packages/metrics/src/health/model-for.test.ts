import { describe, expect, it } from 'vitest';
import { checkHealthModel, checkHealthModels } from './check-health-model.ts';
import type { HealthFactorModel, HealthModel, MetricSource } from './health-model.ts';
import { inModelOrder, modelFor } from './model-for.ts';

const use: HealthFactorModel = {
  key: 'use',
  label: 'Use',
  weight: 1,
  source: { kind: 'number', key: 'use' },
  scale: { zero: 0, hundred: 1 },
  format: 'PERCENT',
  staleAfterDays: null,
};

const model = (key: string, appliesTo: HealthModel['appliesTo'] = [], order = 0): HealthModel => ({
  key,
  name: key,
  appliesTo,
  order,
  factors: [use],
  bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
});

const enterprise = { trait: 'plan', in: ['Enterprise', 'Business'] };
const models = inModelOrder([
  model('rest', [], -5),
  model('small', [{ trait: 'plan', in: [''] }], 3),
  model('big-eu', [enterprise, { trait: 'region', in: ['EU'] }], 1),
  model('big', [enterprise], 2),
]);

describe('the model of an account', () => {
  it.each([
    [{ plan: 'Enterprise', region: 'EU' }, 'big-eu'],
    [{ plan: 'Enterprise', region: 'US' }, 'big'],
    [{ plan: 'Business' }, 'big'],
    [{}, 'small'],
    [{ plan: 'Starter' }, 'rest'],
  ])('with %o is %s', (traits: Readonly<Record<string, string>>, key) => {
    expect(modelFor(models, traits)?.key).toBe(key);
  });

  it('is none where no model applies and there is none for everybody else', () => {
    expect(modelFor([model('big', [enterprise])], { plan: 'Starter' })).toBeUndefined();
  });

  it('is the first by key among models of one order, however they were given', () => {
    const [a, b] = [model('a', [enterprise]), model('b', [enterprise])];
    for (const given of [
      [a, b],
      [b, a],
    ])
      expect(modelFor(inModelOrder(given), { plan: 'Business' })?.key).toBe('a');
  });

  it('does not take a trait from what every object inherits', () => {
    expect(modelFor([model('odd', [{ trait: 'constructor', in: [''] }])], {})?.key).toBe('odd');
  });
});

describe('models that do not fit together', () => {
  it.each([
    ['two for everybody else', [model('a'), model('b')], /"a" and "b" are both for everybody else/],
    ['two of one key', [model('a'), model('a', [enterprise])], /key "a"/],
  ])('%s are refused', (_, given, message) => {
    expect(() => checkHealthModels(given)).toThrow(message);
  });
});

describe('a model that cannot be worked out', () => {
  const metric: MetricSource = { kind: 'metric', key: 'NRR', lookBack: { count: 90, unit: 'DAY' }, measured: 'DAY' };
  const reading = (source: object, more: object = {}) => ({
    factors: [{ ...use, source: { ...metric, ...source }, ...more }],
  });
  const factors = (count: number) => Array.from({ length: count }, (_, index) => ({ ...use, key: `f${index}` }));
  const bands = (count: number): HealthModel['bands'] =>
    Array.from({ length: count }, (_, index) => ({
      key: `b${index}`,
      label: 'Band',
      from: index,
      to: index + 1 === count ? 100 : index + 1,
      tone: 'WATCH',
    }));
  it.each([
    ['an unknown metric', reading({ key: 'NSR' }), /"NSR", which is no metric/],
    ['its own score', reading({ key: 'HEALTH' }), /HEALTH, which is the score itself/],
    [
      'what its own score goes into',
      reading({ key: 'REVENUE_AT_RISK' }),
      /REVENUE_AT_RISK, which hangs on .* own health/,
    ],
    ['what other accounts go into', reading({ key: 'ARR_PER_CSM' }), /ARR_PER_CSM, which shares a CSM’s time/],
    ['a look-back of nothing', reading({ lookBack: { count: 0, unit: 'DAY' } }), /looks 0 days back/],
    ['a look-back of half a month', reading({ lookBack: { count: 0.5, unit: 'MONTH' } }), /0.5 months/],
    ['a look-back of an age', reading({ lookBack: { count: 121, unit: 'MONTH' } }), /ten years at most/],
    ['a metric that goes stale', reading({}, { staleAfterDays: 30 }), /as fresh as its look-back/],
    ['a condition without values', { appliesTo: [{ trait: 'plan', in: [] }] }, /no value of the trait "plan"/],
    ['a condition without a trait', { appliesTo: [{ trait: '', in: ['x'] }] }, /trait without a name/],
    ['no key', { key: ' ' }, /has no key/],
    ['a number without a key', { factors: [{ ...use, source: { kind: 'number', key: '' } }] }, /number without a key/],
    ['staleness of half a day', { factors: [{ ...use, staleAfterDays: 0.5 }] }, /stale after 0.5/],
    [
      'two bands of one key',
      {
        bands: [
          { key: 'a', label: 'A', from: 0, to: 50, tone: 'BAD' },
          { key: 'a', label: 'B', from: 50, to: 100, tone: 'GOOD' },
        ],
      },
      /band "a" twice/,
    ],
  ])('%s is refused', (_, wrong, message) => {
    // Checked because callers of the graph, and of JavaScript, can give what the types rule out.
    expect(() => checkHealthModel({ ...model('m'), ...wrong } as HealthModel)).toThrow(message);
  });

  it.each([
    [
      'months of a look-back',
      reading({ lookBack: { count: 120, unit: 'MONTH' } }),
      reading({ lookBack: { count: 121, unit: 'MONTH' } }),
      /ten years at most/,
    ],
    [
      'days of a look-back',
      reading({ lookBack: { count: 3_660, unit: 'DAY' } }),
      reading({ lookBack: { count: 3_661, unit: 'DAY' } }),
      /ten years at most/,
    ],
    ['factors', { factors: factors(50) }, { factors: factors(51) }, /has 51 factors and may have 50\. Join some/],
    ['bands', { bands: bands(20) }, { bands: bands(21) }, /21 bands.*20/],
    ['weight', { factors: [{ ...use, weight: 1e6 }] }, { factors: [{ ...use, weight: 1e6 + 1 }] }, /weight.*1000001/],
  ])('is taken with its most %s, and refused with one more', (_, most, past, message) => {
    expect(checkHealthModel({ ...model('m'), ...most }).key).toBe('m');
    expect(() => checkHealthModel({ ...model('m'), ...past })).toThrow(message);
  });

  it('is none where all is well', () => {
    const good = { ...model('m', [enterprise]), ...reading({}) };
    expect(checkHealthModel(good)).toBe(good);
  });
});
