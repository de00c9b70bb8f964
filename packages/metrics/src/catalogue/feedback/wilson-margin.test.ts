import { expect, it } from 'vitest';
import { wilsonMargin } from './wilson-margin.ts';

it.each([
  // Of 20 with 4: the interval is 0.0807 to 0.4160.
  [4, 20, (0.416 - 0.0807) / 2],
  [0, 0, 0],
  [5, 5, (1 - 0.5655) / 2],
  [0, 5, (1 - 0.5655) / 2],
])('of %d of %d is %d', (hits, n, margin) => {
  expect(wilsonMargin(hits, n)).toBeCloseTo(margin, 3);
});
