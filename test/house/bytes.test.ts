import { describe, expect, it } from 'vitest';
import { byteBudgets, bytesOfView } from '../bytes/view-bytes.ts';

describe('the weight of a view, gzipped, with React external', () => {
  it.each(Object.entries(byteBudgets))('%s is at most %d bytes', async (view, budget) => {
    const bytes = await bytesOfView(view);
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThanOrEqual(budget);
  });
});
