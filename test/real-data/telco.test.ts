import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunchOptions } from '../browser/chromium.ts';
import { type StartedPostgres, startPostgres } from '../server/start-postgres.ts';
import { runPlimsoll, type StartedServer, startServer } from '../server/start-server.ts';
import { hasTelco, longestTenure, monthBeforeSnapshot, telcoFile, writeTelcoFiles } from './telco.ts';

if (!hasTelco)
  process.stderr.write(`\nSKIPPED: the Telco sample is not at ${telcoFile}, so nothing is imported from it.\n\n`);

const contracts = ['Month-to-month', 'One year', 'Two year'] as const;
const snapshotMonth = monthBeforeSnapshot(0).slice(0, 7);

interface Points {
  readonly points: readonly { readonly money: { readonly minorUnits: string } }[];
}

describe.skipIf(!hasTelco).each(['PGlite', 'PostgreSQL'] as const)('the Telco sample in %s', (kind) => {
  let folder: string;
  let postgres: StartedPostgres | undefined;
  let server: StartedServer;
  let token: string;
  let options: readonly string[];
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-telco-'));
    postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
    options = ['--workspace', 'telco', '--data-dir', join(folder, 'data')];
    env = { DATABASE_URL: postgres?.url ?? '', LOG_LEVEL: 'warn' };
    const { accounts, subscriptions } = await writeTelcoFiles(folder);
    const create = ['--create-workspace', '--currency', 'USD', '--time-zone', 'UTC'];
    for (const args of [
      ['import', 'accounts', accounts, ...create, ...options],
      ['import', 'subscriptions', subscriptions, ...options],
      // Twice, because every import can be.
      ['import', 'subscriptions', subscriptions, ...options],
    ]) {
      const { code, stdout, stderr } = await runPlimsoll(args, env);
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain('7,043 rows');
    }
    const minted = await runPlimsoll(['token', ...options, '--scope', 'metrics:read', '--ttl', '1h'], env);
    token = minted.stdout.trim();
    server = await startServer(['serve', '--site', resolve(import.meta.dirname, 'site/site.ts'), ...options], env);
  });
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  it('ends the snapshot month with 5,174 customers and USD 316,985.75 of MRR', async () => {
    const { portfolio } = await ask<{ portfolio: Record<string, { value: number; money: { amount: string } | null }> }>(
      `query ($month: Month!) { portfolio {
        customers: metric(key: CUSTOMERS, period: { month: $month }) { value }
        mrr: metric(key: MRR, period: { month: $month }) { value money { amount } }
      } }`,
      { month: snapshotMonth },
    );
    expect(portfolio.customers?.value).toBe(5_174);
    expect(portfolio.mrr?.money?.amount).toBe('316985.75');
  });

  it('churned 1,869 customers and USD 139,130.85 of MRR in it', async () => {
    const { portfolio } = await ask<{
      portfolio: { churned: { money: { amount: string } }; logos: { terms: { key: string; value: number }[] } };
    }>(
      `query ($month: Month!) { portfolio {
        churned: metric(key: CHURNED_MRR, period: { month: $month }) { money { amount } }
        logos: metric(key: LOGO_CHURN, period: { month: $month }) { terms { key value } }
      } }`,
      { month: snapshotMonth },
    );
    expect(portfolio.churned.money.amount).toBe('139130.85');
    const counts = Object.fromEntries(portfolio.logos.terms.map(({ key, value }) => [key, value]));
    expect((counts.CUSTOMERS_AT_START ?? 0) - (counts.CUSTOMERS_KEPT ?? 0)).toBe(1_869);
  });

  it('rolls forward in every month, and the contracts add up to the whole', async () => {
    const keys = [
      'MRR',
      'NEW_MRR',
      'EXPANSION_MRR',
      'REACTIVATION_MRR',
      'CONTRACTION_MRR',
      'CHURNED_MRR',
      'FX_MRR',
    ] as const;
    const series = keys
      .map(
        (key) =>
          `${key}: series(key: ${key}, period: { range: { start: $start, end: $end } }) { points { money { minorUnits } } }`,
      )
      .join('\n');
    const variables = { start: monthBeforeSnapshot(longestTenure), end: monthBeforeSnapshot(-1) };
    const asked = async (contract: string | null): Promise<Record<(typeof keys)[number], readonly bigint[]>> => {
      const { portfolio } = await ask<{ portfolio: Record<(typeof keys)[number], Points> }>(
        `query ($start: Date!, $end: Date!, $filter: AccountFilter) { portfolio(filter: $filter) { ${series} } }`,
        { ...variables, filter: contract === null ? null : { trait: { key: 'Contract', in: [contract] } } },
      );
      const minor = (key: (typeof keys)[number]): readonly bigint[] =>
        portfolio[key].points.map(({ money }) => BigInt(money.minorUnits));
      return {
        MRR: minor('MRR'),
        NEW_MRR: minor('NEW_MRR'),
        EXPANSION_MRR: minor('EXPANSION_MRR'),
        REACTIVATION_MRR: minor('REACTIVATION_MRR'),
        CONTRACTION_MRR: minor('CONTRACTION_MRR'),
        CHURNED_MRR: minor('CHURNED_MRR'),
        FX_MRR: minor('FX_MRR'),
      };
    };
    const whole = await asked(null);
    const parts = await Promise.all(contracts.map(asked));
    expect(whole.MRR).toHaveLength(longestTenure + 1);
    for (const { MRR, ...moved } of [whole, ...parts]) {
      MRR.forEach((end, month) => {
        const at = (key: keyof typeof moved): bigint => moved[key][month] ?? 0n;
        const start = MRR[month - 1] ?? 0n;
        expect(
          start +
            at('NEW_MRR') +
            at('EXPANSION_MRR') +
            at('REACTIVATION_MRR') +
            at('FX_MRR') -
            at('CONTRACTION_MRR') -
            at('CHURNED_MRR'),
        ).toBe(end);
      });
    }
    for (const key of keys) {
      whole[key].forEach((total, month) => {
        expect(parts.reduce((sum, part) => sum + (part[key][month] ?? 0n), 0n)).toBe(total);
      });
    }
  });

  it('shows those numbers on cards in the browser', async () => {
    const browser = await chromium.launch(chromiumLaunchOptions());
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}/?month=${snapshotMonth}`);
      const cards = page.locator('.plimsoll');
      const shows = (card: number, number: string): Promise<void> =>
        expect.poll(() => cards.nth(card).textContent(), { timeout: 20_000 }).toContain(number);
      await shows(0, '5,174');
      await shows(1, '316,985.75');
      await shows(2, '139,130.85');
      const { portfolio } = await ask<{ portfolio: { metric: { money: { amount: string } } } }>(
        `query ($month: Month!) { portfolio(filter: { trait: { key: "Contract", in: ["Two year"] } }) { metric(key: MRR, period: { month: $month }) { money { amount } } } }`,
        { month: snapshotMonth },
      );
      await shows(3, Number(portfolio.metric.money.amount).toLocaleString('en', { minimumFractionDigits: 2 }));
    } finally {
      await browser.close();
    }
  });

  it('needs less than 500 MB of memory', () => {
    const kilobytes = Number(
      execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)], { encoding: 'utf8' }),
    );
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes / 1024).toBeLessThan(500);
  });
});
