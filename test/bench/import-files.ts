import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDay } from '@plimsoll/metrics';
import { monthStart } from './company.ts';
import { seeded } from './random.ts';

type Row = Readonly<Record<string, string>>;

/** The files that imports are measured with. */
export interface ImportFiles {
  readonly accounts: string;
  readonly subscriptions: { readonly csv: string; readonly ndjson: string };
  readonly events: string;
}

/** Writes the files into a folder. */
export async function writeImportFiles(folder: string, rows: number): Promise<ImportFiles> {
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const subscriptions = subscriptionRows(rows);
  const accounts = Array.from({ length: accountCount }, (_, index) => ({ account_id: `a${index}` }));
  return {
    accounts: await write('accounts.csv', csv(accounts)),
    subscriptions: {
      csv: await write('subscriptions.csv', csv(subscriptions)),
      ndjson: await write('subscriptions.ndjson', subscriptions.map((row) => `${JSON.stringify(row)}\n`).join('')),
    },
    events: await write('events.csv', csv(eventRows(rows))),
  };
}

function subscriptionRows(count: number): readonly Row[] {
  const random = seeded(11);
  return Array.from({ length: count }, (_, index) => {
    const month = Math.floor(random() * 30);
    return {
      subscription_id: `s${index}`,
      account_id: `a${Math.floor(index / 1.3)}`,
      starts_on: formatDay(monthStart(month)),
      ends_on: random() < 0.3 ? formatDay(monthStart(month + 1 + Math.floor(random() * 12))) : '',
      amount: (10 + Math.floor(random() * 9_000) / 100).toFixed(2),
      currency: 'USD',
    };
  });
}

const accountCount = 2_000;
const usersEach = 10;
const days = 10;
const dayLength = 86_400_000;

/** Users who come for a while and do some things, mostly with one feature, in the order of time as a log has them. */
function eventRows(count: number): readonly Row[] {
  const random = seeded(5);
  const upTo = (most: number): number => Math.floor(random() * most);
  const events: (readonly [at: number, row: Omit<Row, 'at'>])[] = [];
  while (events.length < count) {
    const user = { account_id: `a${upTo(accountCount)}`, user: `u${upTo(usersEach)}` };
    const usual = upTo(12);
    let at = Date.UTC(2026, 4, 1 + upTo(days)) + Math.floor((8 + random() * 9) * 3_600_000);
    for (let left = Math.min(1 + upTo(15), count - events.length); left > 0; left--) {
      const feature = `f${random() < 0.7 ? usual : upTo(12)}`;
      events.push([at, { event_id: `e${events.length}`, ...user, feature, seconds: String(upTo(60)) }]);
      at = Math.min(at + upTo(180_000), Date.UTC(2026, 4, 1 + days) - dayLength / 24);
    }
  }
  return events
    .sort(([a], [b]) => a - b)
    .map(([at, { event_id = '', account_id = '', user = '', ...row }]) => ({
      event_id,
      account_id,
      user,
      at: new Date(at).toISOString(),
      ...row,
    }));
}

function csv(rows: readonly Row[]): string {
  const lines = rows.map((row) => Object.values(row).join(','));
  return `${Object.keys(rows[0] ?? {}).join(',')}\n${lines.join('\n')}\n`;
}
