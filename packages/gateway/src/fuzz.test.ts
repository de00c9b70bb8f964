import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from './errors/error-code.ts';
import { schema } from './schema/schema.ts';
import { type Harbor, openHarbor, post } from './testing/harbor.ts';
import { hostileBody, seeded } from './testing/hostile-documents.ts';

/** How many requests are sent, and the seed that they follow from: `FUZZ=50000 FUZZ_SEED=7`. */
const count = Number(process.env.FUZZ ?? 2_000);
const seed = Number(process.env.FUZZ_SEED ?? 1);

// The collector can be asked to run in a process that was not started for it.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

let harbor: Harbor;
const logged: { readonly err?: Error }[] = [];
beforeAll(async () => {
  const unlimited = { limit: 1e12, window: 60 };
  harbor = await openHarbor({
    logger: { error: (details) => logged.push(details) },
    rates: { credential: unlimited, workspace: unlimited },
  });
});
afterAll(() => harbor.close());

describe(`of ${count} hostile requests from seed ${seed}`, { timeout: 3_600_000 }, () => {
  it('none fails unexpectedly, answers without a code, tells another tenant’s name, or fills the memory', async () => {
    const { secret } = await harbor.harbor.createApiKey({
      name: 'fuzz',
      scopes: ['metrics:read', 'accounts:read', 'surveys:read', 'data:write'],
    });
    await harbor.rival.upsertAccounts([{ externalId: 'zzsecret', name: 'zzsecret' }]);
    const tokens = [await harbor.token(), await harbor.token({ accounts: ['acme'] }), secret, null];
    const chance = seeded(seed);
    const broken: string[] = [];
    let settled = 0;
    for (let sent = 0; sent < count; sent++) {
      const body = hostileBody(schema, chance);
      const token = tokens[Math.floor(chance() * tokens.length)] ?? null;
      const { status, data, errors } = await post(harbor.gateway, body, token);
      const codes = (errors ?? []).map(({ extensions }) => String(extensions.code));
      if (status >= 500 && status !== 503) broken.push(`${status} for ${body.slice(0, 500)}`);
      if (codes.some((code) => code === 'INTERNAL' || !Object.hasOwn(errorCodes, code)))
        broken.push(`${codes.join()} for ${body.slice(0, 500)}: ${logged.at(-1)?.err?.stack?.slice(0, 400)}`);
      if (JSON.stringify(data ?? null).includes('zzsecret'))
        broken.push(`Another tenant’s name for ${body.slice(0, 500)}`);
      if (broken.length >= 5) break;
      if (sent === Math.floor(count / 2)) settled = await restingMemory();
    }
    expect(broken).toEqual([]);
    // Half of the requests later the heap is as large as it was.
    expect(await restingMemory()).toBeLessThan(settled * 1.2);
  });
});

/** Bytes of the heap after a collection. */
async function restingMemory(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    collect();
    // What ends with a turn of the event loop is garbage only then.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return process.memoryUsage().heapUsed;
}
