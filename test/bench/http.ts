import { Agent, request } from 'node:http';
import { openStore } from '@plimsoll/store';
import pg from 'pg';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { startServer } from '../server/start-server.ts';
import { fillWorkspace, makeWorkspace } from './fill-workspace.ts';
import { measure, printTable } from './measure.ts';

const accounts = 100_000;
const key = 'http';
/** How often a server was asked about other accounts before it is measured, as one has that is in service. */
const askedBefore = 50;
const range = '{ range: { start: "2024-01-01", end: "2026-01-01" } }';

/** Each metric over the twelve months before each point. */
const trailing = (field: (asked: string) => string): string =>
  ['NRR', 'GRR', 'LOGO_RETENTION']
    .map((key) => {
      const asked = `key: ${key}, period: ${range}, trailing: 12, policy: { nrrMethod: TRAILING_12_COHORT }`;
      return `${key}: ${field(asked)}`;
    })
    .join('\n');

const points = 'revision points { value numerator denominator period { start end } }';

/** Points of three metrics. */
const retention = (filter: string): string => `
  { portfolio(filter: ${filter}) { ${trailing((asked) => `series(${asked}) { ${points} }`)} } }`;

const trait = (name: string, values: readonly string[]): string =>
  `{ trait: { key: "${name}", in: ${JSON.stringify(values)} } }`;

/** Questions by what they are about. No two runs ask of the same accounts, or the second would be told from memory. */
const questions: readonly (readonly [string, (run: number) => string])[] = [
  [
    'two trait filters',
    (run) => retention(`{ and: [${trait('plan', ['Team', `none-${run}`])}, ${trait('region', ['Europe'])}] }`),
  ],
  ['no account left out', (run) => retention(`{ not: ${trait('plan', [`none-${run}`])} }`)],
  [
    'grouped by plan',
    (run) => `{ portfolio(filter: { not: ${trait('plan', [`none-${run}`])} }) {
      ${trailing((asked) => `breakdownSeries(${asked}, by: "plan") { value series { ${points} } }`)}
    } }`,
  ],
  [
    'cohorts, 36 × 36',
    (run) => `{ portfolio(filter: { not: ${trait('plan', [`none-${run}`])} }) {
      cohorts(period: { range: { start: "2023-01-01", end: "2026-01-01" } }) {
        size cells { age customers money { minorUnits } }
      } } }`,
  ],
];

/** What a question costs who asks it: a server of its own, a real socket kept alive, from the request to the last byte. */
export async function benchHttp({ url }: StartedPostgres): Promise<void> {
  await makeWorkspace({ databaseUrl: url }, key);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await fillWorkspace(key, accounts, (text, values) => pool.query(text, values));
  await pool.end();
  const store = await openStore({ databaseUrl: url });
  const { secret } = await store.workspace(key).createApiKey({ name: 'bench', scopes: ['metrics:read'] });
  await store.close();
  const server = await startServer(['serve', '--rate-limit', '100000000'], { DATABASE_URL: url, LOG_LEVEL: 'warn' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const table: string[][] = [];
  try {
    let run = 0;
    for (const [title, question] of questions) {
      for (let before = 0; before < askedBefore; before++) await ask(agent, server.url, secret, question(run++));
      const first = await measure(15, () => ask(agent, server.url, secret, question(run++)));
      const again = await measure(15, () => ask(agent, server.url, secret, question(0)));
      table.push([title, first.p50.toFixed(1), first.max.toFixed(1), again.p50.toFixed(1)]);
    }
  } finally {
    agent.destroy();
    await server.stop();
  }
  printTable(
    `The same through GraphQL over HTTP, PostgreSQL behind it, after ${askedBefore} other questions: ms`,
    ['', 'p50, new accounts', 'slowest', 'p50, asked before'],
    table,
  );
}

async function ask(agent: Agent, url: string, secret: string, query: string): Promise<void> {
  const answer = await new Promise<string>((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      {
        agent,
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
  const { errors } = JSON.parse(answer) as { readonly errors?: unknown };
  if (errors !== undefined) throw new Error(`The question was refused: ${answer.slice(0, 500)}`);
}
