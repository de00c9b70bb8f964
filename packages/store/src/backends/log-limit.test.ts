import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openPglite } from './pglite.ts';

test('the log of a database in process does not grow without end', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'plimsoll-log-'));
  const backend = await openPglite(dataDir, { durable: false, diskReserve: 64 });
  onTestFinished(async () => {
    await backend.close();
    rmSync(dataDir, { recursive: true });
  });
  for (let write = 0; write < 60; write++) {
    await sql`select pg_logical_emit_message(true, '', repeat('x', 1000000)) from generate_series(1, 10)`.execute(
      backend.db,
    );
    await backend.afterWrite();
  }
  const files = readdirSync(join(dataDir, 'pglite', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));
  // 600 MB were written. Twice 128 MB are kept at the most: since the last checkpoint, and for use again.
  expect(files.length * 16).toBeLessThan(300);
});
