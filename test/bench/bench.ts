import { startPostgres } from '../server/start-postgres.ts';
import { benchBytes } from './bytes.ts';
import { benchHttp } from './http.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchProtections } from './protections.ts';
import { benchRetention } from './retention.ts';
import { benchSubscribers } from './subscribers.ts';
import { benchWide } from './wide.ts';

// Of what is built, bundled before it runs: a process in which Node strips types once moved a WebAssembly memory, and V8 then
// looks at every array before every access, which makes scans two to three times as slow as they are for users.

// PostgreSQL as it is installed, durable, with the memory a small server gives it.
const postgres = await startPostgres(['-c', 'shared_buffers=1GB', '-c', 'work_mem=64MB']);
try {
  await benchRetention(postgres);
  await benchHttp(postgres);
  await benchProtections(postgres);
  await benchImport(postgres);
  await benchSubscribers(postgres);
  // A million accounts take minutes to fill in, so they are asked for.
  await benchLedger(postgres, process.argv.includes('--million'));
  if (process.argv.includes('--million')) await benchWide(postgres, 1_000_000);
  await benchBytes();
} finally {
  await postgres.stop();
}
