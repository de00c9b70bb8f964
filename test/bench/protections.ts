import { createEmbedToken } from '@plimsoll/embed';
import { createGateway, type GatewayOptions, sharedRateLimiter } from '@plimsoll/gateway';
import { openStore } from '@plimsoll/store';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { measureInTurns, printTable } from './measure.ts';

const turns = 40;
const query = `{ portfolio {
  metric(key: NRR) { value change { absolute } terms { key label value } policy { summary { key value } } }
  series(key: MRR) { points { period { start } value } }
} }`;

/**
 * Prints what each protection of the gateway costs a request of one card: the same gateway with the protection and without it, or
 * with the cheapest form of it, in turns.
 */
export async function benchProtections({ url }: StartedPostgres): Promise<void> {
  const store = await openStore({ databaseUrl: url });
  const key = `protections-${process.pid}`;
  await store.createWorkspace({ key, name: key, currency: 'USD', timeZone: 'UTC' });
  const workspace = store.workspace(key);
  await workspace.upsertAccounts(Array.from({ length: 400 }, (_, index) => ({ externalId: `a${index}` })));
  const { signingKey } = await workspace.createEmbedKey({ name: 'bench' });
  const mint = (widgets: readonly string[] | undefined) =>
    createEmbedToken({
      key: signingKey,
      subject: 'bench',
      accounts: 'all',
      scopes: ['metrics:read'],
      ...(widgets === undefined ? {} : { widgets }),
    });
  const token = await mint(undefined);
  const { secret } = await workspace.createApiKey({ name: 'bench', scopes: ['metrics:read'] });
  const quota = { limit: 1e12, window: 60 };
  const base: GatewayOptions = { store, rates: { credential: quota, workspace: quota } };
  const ask = (options: GatewayOptions, credential: string | null, document = query) => {
    const gateway = createGateway(options);
    return async () => {
      const response = await gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
          },
          body: JSON.stringify({ query: document }),
        }),
      );
      return response.text();
    };
  };
  // What has no form without the protection is compared with the whole request.
  const whole = ask(base, token);
  const compared: readonly (readonly [string, () => Promise<string>])[] = [
    ['refused without a token, before anything is read', ask(base, null)],
    ['refused as too heavy, before anything is executed', ask({ ...base, limits: { weight: 1 } }, token)],
    ['an API key in place of a token', ask(base, secret)],
    ['rate limits counted in PostgreSQL', ask({ ...base, rateLimiter: sharedRateLimiter(store) }, token)],
    ['introspection and suggestions open', ask({ ...base, introspection: true }, token)],
    ['a CSV, noted in the audit log', ask(base, token, query.replace('series(key: MRR) {', 'series(key: MRR) { csv'))],
  ];
  const rows: string[][] = [];
  for (const [name, run] of compared) {
    const [other, plain] = await measureInTurns(turns, run, whole);
    rows.push([name, other.p50.toFixed(2), plain.p50.toFixed(2), (other.p50 / plain.p50).toFixed(2)]);
  }
  printTable('Protections: p50 of a request, ms', ['', 'with it', 'a plain request', 'ratio'], rows);
  await store.close();
}
