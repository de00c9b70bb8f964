import { startPostgres } from '../server/start-postgres.ts';
import { benchBytes } from './bytes.ts';
import { benchHttp } from './http.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchRetention } from './retention.ts';
import { benchWide } from './wide.ts';

// PostgreSQL as it is installed, durable, with the memory a small server gives it.
const postgres = await startPostgres(['-c', 'shared_buffers=1GB', '-c', 'work_mem=64MB']);
try {
  await benchRetention(postgres);
  await benchHttp(postgres);
  await benchImport(postgres);
  // A million accounts take minutes to fill in, so they are asked for.
  await benchLedger(postgres, process.argv.includes('--million'));
  if (process.argv.includes('--million')) await benchWide(postgres, 1_000_000);
  await benchBytes();
} finally {
  await postgres.stop();
}
