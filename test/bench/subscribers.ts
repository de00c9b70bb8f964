import { request } from 'node:http';
import { createEmbedToken } from '@plimsoll/embed';
import { openStore, type WorkspaceStore } from '@plimsoll/store';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { startServer } from '../server/start-server.ts';
import { makeWorkspace } from './fill-workspace.ts';
import { printTable } from './measure.ts';

const key = 'streams';
const subscribers = 200;
const writesPerSecond = 5;
const seconds = 20;
/** Milliseconds after the last write for which events are still waited for. */
const grace = 5_000;

interface Subscriber {
  /** When an event first covered a write, by the write's number; milliseconds of `performance.now()`. */
  readonly received: Map<number, number>;
  /** Events that covered a write which was covered before. */
  doubled: number;
  stop(): void;
}

interface Scenario {
  readonly title: string;
  readonly query: (subscriber: number) => string;
  /** The accounts in the reach of a subscriber's token. */
  readonly accounts: (subscriber: number) => 'all' | readonly string[];
  readonly write: (workspace: WorkspaceStore, number: number) => Promise<string>;
  /** The numbers of the writes that an event covers, of those made so far with their revisions. */
  readonly covers: (event: Record<string, unknown>, revisions: readonly string[]) => readonly number[];
}

const upTo = ({ revision }: Record<string, unknown>, revisions: readonly string[]): readonly number[] =>
  revisions.flatMap((written, number) => (Number(written) <= Number(revision) ? [number] : []));

async function respond(workspace: WorkspaceStore, number: number): Promise<string> {
  const result = await workspace.submitResponse({
    survey: 'relationship',
    accountId: null,
    respondent: `person-${number}`,
    answer: number % 11,
    comment: String(number),
    idempotencyKey: `k${number}`,
  });
  if (result.kind !== 'accepted') throw new Error(result.message);
  return result.revision;
}

let uses = 0;
async function use(workspace: WorkspaceStore): Promise<string> {
  const value = uses++ % 100;
  const numbers = Array.from({ length: subscribers }, (_, account) => ({
    accountExternalId: `a${account}`,
    key: 'use',
    day: new Date().toISOString().slice(0, 10),
    value,
  }));
  return (await workspace.reportNumbers(numbers)).revision;
}

const scenarios: readonly Scenario[] = [
  {
    title: 'surveyResponded, staff',
    query: () =>
      'subscription { surveyResponded { revision response { answer comment } survey { key score { value sampleSize } } } }',
    accounts: () => 'all',
    write: respond,
    covers: (event) => [Number((event.response as { readonly comment: string }).comment)],
  },
  {
    title: 'portfolioChanged, staff',
    query: () => 'subscription { portfolioChanged { revision changed } }',
    accounts: () => 'all',
    write: respond,
    covers: upTo,
  },
  {
    title: 'portfolioChanged, one customer each',
    query: () => 'subscription { portfolioChanged { revision changed } }',
    accounts: (subscriber) => [`a${subscriber}`],
    write: respond,
    covers: upTo,
  },
  {
    title: 'accountHealthChanged, one customer each',
    query: (subscriber) => `subscription { accountHealthChanged(account: "a${subscriber}") { revision score } }`,
    accounts: (subscriber) => [`a${subscriber}`],
    write: use,
    covers: upTo,
  },
];

/**
 * Measures how fast events reach 200 open streams while another process writes five times a second to the same PostgreSQL:
 * the share of writes that no event covered within five seconds of the last, and the time from a write's commit to its event.
 */
export async function benchSubscribers({ url }: StartedPostgres): Promise<void> {
  await makeWorkspace({ databaseUrl: url }, key);
  const store = await openStore({ databaseUrl: url });
  const workspace = store.workspace(key);
  await fill(workspace);
  const { signingKey } = await workspace.createEmbedKey({ name: 'bench' });
  const server = await startServer(['serve'], { DATABASE_URL: url, LOG_LEVEL: 'warn' });
  const table: string[][] = [];
  try {
    for (const scenario of scenarios) table.push(await run(scenario, server.url, workspace, signingKey));
  } finally {
    await server.stop();
    await store.close();
  }
  printTable(
    `Live updates over server-sent events: ${subscribers} subscribers, ${writesPerSecond} writes a second for ${seconds} s, PostgreSQL`,
    ['', 'not delivered', 'doubled', 'p50 ms', 'p99 ms', 'slowest'],
    table,
  );
}

async function fill(workspace: WorkspaceStore): Promise<void> {
  await workspace.upsertAccounts(Array.from({ length: subscribers }, (_, account) => ({ externalId: `a${account}` })));
  await workspace.upsertSurveys([
    {
      key: 'relationship',
      name: 'Relationship',
      question: 'How likely are you to recommend us?',
      lowLabel: 'Not at all likely',
      highLabel: 'Extremely likely',
      followUps: [],
      thanks: 'Thank you.',
      open: true,
    },
  ]);
  await workspace.upsertHealthModel({
    appliesTo: [],
    order: 0,
    key: 'default',
    name: 'Default',
    factors: [
      {
        key: 'use',
        label: 'Use',
        weight: 1,
        source: { kind: 'number', key: 'use' },
        scale: { zero: 0, hundred: 100 },
        format: 'NUMBER',
        staleAfterDays: null,
      },
    ],
    bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
  });
}

let written = 0;

async function run(
  scenario: Scenario,
  url: string,
  workspace: WorkspaceStore,
  signingKey: string,
): Promise<readonly string[] & string[]> {
  const revisions: string[] = [];
  const commits: number[] = [];
  const open = await Promise.all(
    Array.from({ length: subscribers }, async (_, index) => {
      const accounts = scenario.accounts(index);
      const token = await createEmbedToken({
        key: signingKey,
        subject: `user-${index}`,
        accounts: accounts === 'all' ? 'all' : [...accounts],
        scopes: ['metrics:read', 'surveys:read'],
      });
      return subscribe(url, token, scenario.query(index), (event) => scenario.covers(event, revisions));
    }),
  );
  await pause(500);
  const first = written;
  const begun = performance.now();
  for (let number = 0; number < seconds * writesPerSecond; number++) {
    await pause(begun + (number * 1_000) / writesPerSecond - performance.now());
    revisions[first + number] = await scenario.write(workspace, first + number);
    commits[first + number] = performance.now();
    written++;
  }
  await pause(grace);
  for (const { stop } of open) stop();
  const latencies: number[] = [];
  for (let number = first; number < written; number++) {
    for (const { received } of open) {
      const at = received.get(number);
      if (at !== undefined) latencies.push(Math.max(0, at - (commits[number] ?? 0)));
    }
  }
  latencies.sort((a, b) => a - b);
  const expected = subscribers * seconds * writesPerSecond;
  const doubled = open.reduce((sum, subscriber) => sum + subscriber.doubled, 0);
  const at = (share: number): string => (latencies[Math.floor(latencies.length * share)] ?? Number.NaN).toFixed(0);
  return [
    scenario.title,
    `${((1 - latencies.length / expected) * 100).toFixed(1)} %`,
    String(doubled),
    at(0.5),
    at(0.99),
    (latencies.at(-1) ?? Number.NaN).toFixed(0),
  ];
}

async function subscribe(
  url: string,
  token: string,
  query: string,
  covers: (event: Record<string, unknown>) => readonly number[],
): Promise<Subscriber> {
  const received = new Map<number, number>();
  const subscriber = { received, doubled: 0, stop: (): void => undefined };
  await new Promise<void>((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      {
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'text/event-stream',
          'content-type': 'application/json',
        },
      },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream was refused with HTTP ${response.statusCode}.`));
        let buffer = '';
        response.setEncoding('utf8');
        response.on('error', () => undefined);
        response.on('data', (chunk: string) => {
          buffer += chunk;
          for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
            const data = /^data: (\{.*)$/m.exec(buffer.slice(0, end))?.[1];
            buffer = buffer.slice(end + 2);
            if (data === undefined) continue;
            const result = JSON.parse(data);
            if (result.data == null) throw new Error(`An event was refused: ${data}`);
            const numbers = covers(Object.values(result.data)[0] as Record<string, unknown>);
            if (numbers.length > 0 && numbers.every((number) => received.has(number))) subscriber.doubled++;
            for (const number of numbers) if (!received.has(number)) received.set(number, performance.now());
          }
        });
        resolve();
      },
    );
    sent.on('error', reject);
    subscriber.stop = () => sent.destroy();
    sent.end(JSON.stringify({ query }));
  });
  return subscriber;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
