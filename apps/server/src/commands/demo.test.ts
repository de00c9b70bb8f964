import { join } from 'node:path';
import { dayInZone, formatDay } from '@plimsoll/metrics';
import { openStore } from '@plimsoll/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDemo } from '../demo/generate-demo.ts';
import { demoWorkspace } from '../demo/load-demo.ts';
import { freePort, plimsoll, scratchFolder, startPlimsoll, until } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

it('completes a demo that was killed while loading, shows it, and starts quickly from then on', async () => {
  const port = await freePort();
  const readiness = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).json();
  const args = ['demo', '--port', String(port), '--data-dir', 'demo'];
  const killed = startPlimsoll(folder.path, args);
  await until('loading', async () => (String((await readiness()).reason).startsWith('Inventing') ? true : undefined));
  killed.child.kill('SIGKILL');
  await killed.outcome;

  const running = startPlimsoll(folder.path, args);
  await until('the demo', async () => ((await readiness()).status === 'ready' ? true : undefined));
  const { code, stdout: token } = await plimsoll(folder.path, ['token', '--workspace', 'demo', '--data-dir', 'demo']);
  expect(code).toBe(0);
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const query =
    '{ portfolio { accountCount metric(key: MRR) { value } } account(externalId: "acme") { name health { score } } }';
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  expect(data.portfolio.accountCount).toBe(400);
  expect(data.portfolio.metric.value).toBeGreaterThan(1_000_000);
  expect(data.account.name).toBe('Acme Rockets');
  expect(data.account.health.score).toBeGreaterThan(75);
  running.child.kill('SIGINT');
  const outcome = await running.outcome;
  expect(outcome.code).toBe(0);
  expect(outcome.stdout).toContain(`http://localhost:${port}/graphql`);

  const endMonth = formatDay(dayInZone(Date.now(), demoWorkspace.timeZone)).slice(0, 7);
  const expected = generateDemo({ endMonth });
  const store = await openStore({ dataDir: join(folder.path, 'demo') });
  try {
    const counts = await store.workspace(demoWorkspace.key).counts();
    expect(counts.accounts).toBe(400);
    expect(counts.people).toBe(expected.people.length);
    expect(counts.subscriptions).toBe(new Set(expected.subscriptions.map(({ subscriptionId }) => subscriptionId)).size);
    const now = new Date().toISOString();
    const answers = [...expected.responses, ...expected.momentResponses];
    const happened = answers.filter(({ respondedAt }) => respondedAt <= now).length;
    expect(Math.abs(counts.responses - happened)).toBeLessThan(5);
  } finally {
    await store.close();
  }

  const began = performance.now();
  const again = startPlimsoll(folder.path, args);
  await until('the demo again', async () => ((await readiness()).status === 'ready' ? true : undefined));
  expect(performance.now() - began).toBeLessThan(15_000);
  again.child.kill('SIGTERM');
  await again.outcome;
}, 120_000);
