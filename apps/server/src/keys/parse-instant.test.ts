import { describe, expect, it } from 'vitest';
import { UsageError } from '../cli/command-error.ts';
import { parseExpiry, parseInstant } from './parse-instant.ts';

const now = Date.parse('2026-11-28T12:00:00Z');

describe('parseExpiry', () => {
  it.each([
    ['90d', '2027-02-26T12:00:00.000Z'],
    ['0d', '2026-11-28T12:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2027-01-31T09:00:00Z', '2027-01-31T09:00:00.000Z'],
    ['2027-01-31T09:00:00.5+02:00', '2027-01-31T07:00:00.500Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(parseExpiry(text, now)).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'never',
    '90',
    '-1d',
    '1.5d',
    '100000d',
    '2027-02-29',
    '2027-01-31T09:00:00',
    '2027-13-01',
    '31.01.2027',
  ])('refuses %j', (text) => {
    expect(() => parseExpiry(text, now)).toThrow(UsageError);
  });
});

describe('parseInstant', () => {
  it('reads instants with an offset and days, and refuses all else', () => {
    expect(parseInstant('2026-11-28T10:00:00Z')).toBe(Date.parse('2026-11-28T10:00:00Z'));
    expect(parseInstant('2026-11-28')).toBe(Date.parse('2026-11-28T00:00:00Z'));
    for (const text of ['now', '2026-11-28T10:00:00', '2026-11-31', '1d'])
      expect(() => parseInstant(text)).toThrow(UsageError);
  });
});
