import { createEmbedToken, type EmbedTokenOptions } from '@plimsoll/embed';
import { openStore, type Store, type StoreOptions, type WorkspaceStore } from '@plimsoll/store';
import { createGateway, type Gateway, type GatewayOptions } from '../create-gateway.ts';

/** The instant that every test plays at: 21 November 2026, noon in UTC. */
export const noon: number = Date.parse('2026-11-21T12:00:00Z');

/** What a response says. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into answers of any shape.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is under test
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is under test
  readonly extensions: any;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[] | undefined;
}

/** Two tenants, `harbor` and `rival`, behind one gateway. */
export interface Harbor {
  readonly gateway: Gateway;
  readonly store: Store;
  readonly harbor: WorkspaceStore;
  readonly rival: WorkspaceStore;
  /** Mints a token for `harbor`; of everything for staff unless told otherwise. */
  token(options?: Partial<EmbedTokenOptions>): Promise<string>;
  rivalToken(options?: Partial<EmbedTokenOptions>): Promise<string>;
  ask(
    query: string,
    variables?: object,
    options?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer>;
  /** Makes another tenant like the two, with a way to mint tokens for it. */
  tenant(key: string): Promise<{
    readonly workspace: WorkspaceStore;
    mint(options: Partial<EmbedTokenOptions>): Promise<string>;
  }>;
  /** Asks the same tenants through a gateway of other options. */
  askWith(options: Partial<GatewayOptions>, query: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens a gateway over two small tenants in memory. */
export async function openHarbor(
  options: Partial<GatewayOptions> = {},
  limits: Pick<StoreOptions, 'memoryBudget' | 'now'> = {},
): Promise<Harbor> {
  const store = await openStore({ dataDir: 'memory', now: () => noon, ...limits });
  const harbor = await tenant(store, 'harbor');
  const rival = await tenant(store, 'rival');
  const keys = {
    harbor: (await harbor.createEmbedKey({ name: 'test' })).signingKey,
    rival: (await rival.createEmbedKey({ name: 'test' })).signingKey,
  };
  const gateway = createGateway({ store, now: () => noon, ...options });
  const mint = (key: string, token: Partial<EmbedTokenOptions> = {}): Promise<string> =>
    at(noon, () =>
      createEmbedToken({
        key,
        subject: 'ann',
        accounts: 'all',
        scopes: ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond'],
        ...token,
      }),
    );
  const staff = await mint(keys.harbor);
  return {
    gateway,
    store,
    harbor,
    rival,
    token: (token) => mint(keys.harbor, token),
    rivalToken: (token) => mint(keys.rival, token),
    ask: (query, variables = {}, { token = staff, headers = {} } = {}) =>
      post(gateway, { query, variables }, token, headers),
    tenant: async (key) => {
      const workspace = await tenant(store, key);
      const { signingKey } = await workspace.createEmbedKey({ name: 'test' });
      return { workspace, mint: (token) => mint(signingKey, token) };
    },
    askWith: async (others, query, variables = {}) => {
      const other = createGateway({ store, now: () => noon, ...others });
      try {
        return await post(other, { query, variables }, staff);
      } finally {
        await other.dispose();
      }
    },
    close: async () => {
      await gateway.dispose();
      await store.close();
    },
  };
}

/** Sends a JSON body as a client would. */
export async function post(
  gateway: Gateway,
  body: unknown,
  token: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await gateway.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const { data, errors, extensions } = text.startsWith('{') ? JSON.parse(text) : { data: text };
  return { status: response.status, headers: response.headers, data, errors, extensions };
}

/** Tokens carry the time they were minted at, so the clock is put to the test's while one is. */
async function at<T>(instant: number, mint: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = () => instant;
  try {
    return await mint();
  } finally {
    Date.now = real;
  }
}

async function tenant(store: Store, key: string): Promise<WorkspaceStore> {
  await store.createWorkspace({ key, name: key, currency: 'USD', timeZone: 'UTC' });
  const workspace = store.workspace(key);
  await workspace.upsertAccounts([
    { externalId: 'acme', name: 'Acme Rockets', traits: { plan: 'Team', region: 'Europe' } },
    { externalId: 'bolt', name: 'Bolt & Sons', traits: { plan: 'Starter' } },
    { externalId: 'crux', name: 'Crux', traits: { plan: 'Team' } },
  ]);
  const monthly = { currency: 'USD', interval: 'month', every: 1, quantity: 1 } as const;
  await workspace.upsertSubscriptions([
    {
      subscriptionId: 's1',
      accountExternalId: 'acme',
      startsOn: '2025-01-01',
      endsOn: '2026-05-01',
      amount: '500.00',
      ...monthly,
    },
    {
      subscriptionId: 's1',
      accountExternalId: 'acme',
      startsOn: '2026-05-01',
      endsOn: null,
      amount: '650.00',
      ...monthly,
    },
    {
      subscriptionId: 's2',
      accountExternalId: 'bolt',
      startsOn: '2025-01-01',
      endsOn: '2026-09-01',
      amount: '100.00',
      ...monthly,
    },
    {
      subscriptionId: 's3',
      accountExternalId: 'crux',
      startsOn: '2026-03-10',
      endsOn: null,
      amount: '400.00',
      ...monthly,
    },
  ]);
  await workspace.upsertSurveys([
    {
      key: 'relationship',
      name: 'Relationship',
      question: 'How likely are you to recommend Harbor?',
      lowLabel: 'Not at all likely',
      highLabel: 'Extremely likely',
      followUps: [{ bucket: 'PASSIVE', question: 'What would have made it a 9 or 10?' }],
      thanks: 'Thank you.',
      open: true,
    },
    {
      key: 'closed',
      name: 'Closed',
      question: 'And now?',
      lowLabel: 'Low',
      highLabel: 'High',
      followUps: [],
      thanks: 'Thank you.',
      open: false,
    },
  ]);
  return workspace;
}
