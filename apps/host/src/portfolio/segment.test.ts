import { describe, expect, test } from 'vitest';
import { everybody, filterOf, searchOf, segmentFrom, toggled } from './segment.ts';

describe('a segment in an address', () => {
  test('comes back as it was written', () => {
    const segment = { plan: ['Team', 'Business'], region: ['Asia Pacific'], industry: ['R&D = 1'] };
    expect(segmentFrom(searchOf(segment))).toEqual(segment);
  });

  test('is nothing for everybody', () => {
    expect(searchOf(everybody)).toBe('');
    expect(segmentFrom('')).toEqual(everybody);
  });

  test('leaves out what is empty, double or unknown', () => {
    expect(segmentFrom('?plan=&plan=Team&plan=Team&utm=x')).toEqual({ ...everybody, plan: ['Team'] });
  });
});

test('a value is put in and taken out again', () => {
  const once = toggled(everybody, 'region', 'Europe');
  expect(once).toEqual({ ...everybody, region: ['Europe'] });
  expect(toggled(once, 'region', 'Europe')).toEqual(everybody);
});

test('the graph is asked for all of the traits that narrow, and for none of the others', () => {
  expect(filterOf(everybody)).toBeUndefined();
  expect(filterOf({ ...everybody, plan: ['Team', 'Business'], industry: ['Energy'] })).toEqual({
    and: [{ trait: { key: 'plan', in: ['Team', 'Business'] } }, { trait: { key: 'industry', in: ['Energy'] } }],
  });
});
