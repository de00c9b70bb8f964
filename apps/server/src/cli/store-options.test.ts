import { describe, expect, it } from 'vitest';
import { powerCutRisk, storeOptions } from './store-options.ts';

describe('storeOptions', () => {
  it('takes a memory budget in MB, what is typed before what the environment says', () => {
    expect(storeOptions({}, {})).toEqual({ dataDir: '.plimsoll' });
    expect(storeOptions({}, { MEMORY_BUDGET: '512' })).toEqual({ dataDir: '.plimsoll', memoryBudget: 512 });
    expect(storeOptions({ 'memory-budget': '0', 'database-url': 'postgres://db' }, { MEMORY_BUDGET: '512' })).toEqual({
      databaseUrl: 'postgres://db',
      memoryBudget: 0,
    });
  });

  it('lets the built-in database wait for the disk, and refuses that of a server, which has settings of its own', () => {
    expect(storeOptions({ durable: true }, {})).toEqual({ dataDir: '.plimsoll', durable: true });
    expect(() => storeOptions({ durable: true }, { DATABASE_URL: 'postgres://db' })).toThrow(/for the built-in/);
    expect(powerCutRisk({ dataDir: 'x' })?.cost).toContain('half minute');
    expect(powerCutRisk({ dataDir: 'x', durable: true })).toBeUndefined();
    expect(powerCutRisk({ databaseUrl: 'postgres://db' })).toBeUndefined();
  });

  it('refuses what is no whole number of MB', () => {
    expect(() => storeOptions({ 'memory-budget': '2 GB' }, {})).toThrow(/whole number, such as --memory-budget 4096/);
  });
});
