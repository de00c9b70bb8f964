import { describe, expect, it } from 'vitest';
import { storeOptions } from './store-options.ts';

describe('storeOptions', () => {
  it('takes a memory budget in MB, what is typed before what the environment says', () => {
    expect(storeOptions({}, {})).toEqual({ dataDir: '.plimsoll' });
    expect(storeOptions({}, { MEMORY_BUDGET: '512' })).toEqual({ dataDir: '.plimsoll', memoryBudget: 512 });
    expect(storeOptions({ 'memory-budget': '0', 'database-url': 'postgres://db' }, { MEMORY_BUDGET: '512' })).toEqual({
      databaseUrl: 'postgres://db',
      memoryBudget: 0,
    });
  });

  it('refuses what is no whole number of MB', () => {
    expect(() => storeOptions({ 'memory-budget': '2 GB' }, {})).toThrow(/whole number, such as --memory-budget 4096/);
  });
});
