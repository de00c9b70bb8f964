import { expect, test } from 'vitest';
import { clock, closes, dayPlan, now, opens } from './day-plan.ts';

test('quarter hours read as a time of day', () => {
  expect(clock(0)).toBe('6:00');
  expect(clock(now)).toBe('10:30');
  expect(clock(39)).toBe('15:45');
});

test.each([0, 1, 2, 3])('no two trucks share a dock, and none is there while it is closed (site %i)', (seed) => {
  for (const { bookings } of dayPlan(seed)) {
    let free = 0;
    for (const { from, to } of bookings) {
      expect(from).toBeGreaterThanOrEqual(free);
      expect(to).toBeGreaterThan(from);
      free = to;
    }
    expect(free).toBeLessThanOrEqual((closes - opens) * 4);
  }
});

test('what is said of a truck fits the time of day', () => {
  for (const { from, to, status } of dayPlan(0).flatMap(({ bookings }) => bookings)) {
    if (status === 'done') expect(to).toBeLessThanOrEqual(now);
    if (status === 'unloading') expect(from <= now && now < to).toBe(true);
    if (status === 'late') expect(from).toBeLessThan(now);
    if (status === 'booked') expect(from).toBeGreaterThan(now);
  }
});

test('sites differ', () => {
  expect(dayPlan(0)).not.toEqual(dayPlan(1));
});
