import { describe, expect, it } from 'vitest';
import { compareEventIds, formatEventId, parseEventId, wholeRevision } from './event-id.ts';

describe('event ids', () => {
  it.each(['0', '42', '42.1', '999999999999999.9999'])('%s is read as it is written', (text) => {
    expect(formatEventId(parseEventId(text))).toBe(text);
  });

  it.each(['-1', 'x', '1.', '.1', '1.2.3', '1e3', '1000000000000000', '1.10000', ' 1'])('%j is refused', (text) => {
    expect(() => parseEventId(text)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_REQUEST' }) }),
    );
  });

  it('are ordered by revision, then by position, the whole of a revision last', () => {
    const ordered = ['1', '2.1', '2.2', '2', '3.1', '10'].map(parseEventId);
    expect([...ordered].reverse().sort(compareEventIds)).toEqual(ordered);
    expect(compareEventIds(wholeRevision('7'), wholeRevision(7))).toBe(0);
  });
});
