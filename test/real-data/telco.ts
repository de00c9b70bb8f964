import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

/** IBM's sample of 7,043 telecom subscribers. It is not part of the repository: see the README of `shared/data`. */
export const telcoFile: string = resolve(import.meta.dirname, '../../../shared/data/telco-customer-churn.csv');

/** Whether the sample is there. */
export const hasTelco: boolean = existsSync(telcoFile);

/** The month that the sample is a snapshot of: any will do, since it only tells months before it. */
export const snapshot = { year: 2026, month: 6 } as const;

/** The longest tenure in the sample, in months. */
export const longestTenure = 72;

const traits = ['Contract', 'InternetService', 'PaymentMethod'] as const;

interface Subscriber {
  readonly customerID: string;
  readonly tenure: string;
  readonly MonthlyCharges: string;
  readonly Churn: 'Yes' | 'No';
  readonly Contract: string;
  readonly InternetService: string;
  readonly PaymentMethod: string;
}

/** First day of the month that lies `before` months before the snapshot. */
export function monthBeforeSnapshot(before: number): string {
  return new Date(Date.UTC(snapshot.year, snapshot.month - 1 - before, 1)).toISOString().slice(0, 10);
}

/** Writes the sample as `accounts.csv` and `subscriptions.csv` into a folder. */
export async function writeTelcoFiles(
  folder: string,
): Promise<{ readonly accounts: string; readonly subscriptions: string }> {
  const files = { accounts: join(folder, 'accounts.csv'), subscriptions: join(folder, 'subscriptions.csv') };
  const subscribers = (): AsyncIterable<Subscriber> => createReadStream(telcoFile).pipe(parse({ columns: true }));
  await pipeline(
    subscribers(),
    async function* (rows: AsyncIterable<Subscriber>) {
      for await (const row of rows) yield [row.customerID, row.customerID, ...traits.map((trait) => row[trait])];
    },
    stringify({ header: true, columns: ['account_id', 'name', ...traits] }),
    createWriteStream(files.accounts),
  );
  await pipeline(
    subscribers(),
    async function* (rows: AsyncIterable<Subscriber>) {
      for await (const row of rows) {
        const ends = row.Churn === 'Yes' ? monthBeforeSnapshot(0) : '';
        yield [
          row.customerID,
          row.customerID,
          monthBeforeSnapshot(Number(row.tenure)),
          ends,
          row.MonthlyCharges,
          'USD',
        ];
      }
    },
    stringify({
      header: true,
      columns: ['subscription_id', 'account_id', 'starts_on', 'ends_on', 'amount', 'currency'],
    }),
    createWriteStream(files.subscriptions),
  );
  return files;
}
