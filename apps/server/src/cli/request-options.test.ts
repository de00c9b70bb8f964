import { describe, expect, it } from 'vitest';
import { requestOptions } from './request-options.ts';

describe('requestOptions', () => {
  it('reads seconds and units, and leaves the rest to the gateway', () => {
    expect(requestOptions({})).toEqual({ limits: {}, rates: {} });
    expect(requestOptions({ deadline: '30', 'rate-limit': '5000' })).toEqual({
      limits: { deadline: 30_000 },
      rates: { credential: { limit: 5_000, window: 60 }, workspace: { limit: 20_000, window: 60 } },
    });
  });

  it.each(['0', '-1', '1.5', '10s', '', '9999999999999'])('refuses %j', (text) => {
    expect(() => requestOptions({ deadline: text })).toThrow(/cannot be --deadline/);
    expect(() => requestOptions({ 'rate-limit': text })).toThrow(/cannot be --rate-limit/);
  });
});
