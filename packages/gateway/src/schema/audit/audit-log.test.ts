import { DatabaseUnavailable, type Store, type WorkspaceStore } from '@plimsoll/store';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../create-gateway.ts';
import { csvDescription } from '../../csv/write-csv.ts';
import { type Harbor, noon, openHarbor, post } from '../../testing/harbor.ts';
import { schema } from '../schema.ts';

let harbor: Harbor;
let admin: string;
let adminId: string;
beforeAll(async () => {
  harbor = await openHarbor();
  const created = await harbor.harbor.createApiKey({ name: 'admin', scopes: ['admin', 'data:write', 'metrics:read'] });
  [admin, adminId] = [created.secret, created.keyId];
});
afterAll(() => harbor.close());

interface Event {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly details: string;
}

interface Page {
  readonly nodes: readonly Event[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function log(args = '', token = admin): Promise<readonly Event[]> {
  const { data, errors } = await harbor.ask(
    `{ auditLog${args} { nodes { id at kind actor { kind id } details } } }`,
    {},
    { token },
  );
  expect(errors).toBeUndefined();
  return data.auditLog.nodes;
}

const newest = async (count: number) =>
  (await log(`(first: ${count})`)).map(({ kind, actor, details }) => [kind, actor.id, JSON.parse(details)]);

describe('the audit log', () => {
  it('has who created a key, when, and no secret', async () => {
    const { data } = await harbor.ask(
      'mutation { createApiKey(name: "etl", scopes: [DATA_WRITE]) { ... on CreateApiKeyPayload { secret apiKey { keyId } } } }',
      {},
      { token: admin },
    );
    const { secret, apiKey } = data.createApiKey;
    const [event] = await log('(first: 1)');
    expect(event).toMatchObject({
      at: new Date(noon).toISOString(),
      kind: 'API_KEY_CREATED',
      actor: { kind: 'API_KEY', id: adminId },
    });
    expect(JSON.parse(event?.details ?? '')).toEqual({
      keyId: apiKey.keyId,
      name: 'etl',
      scopes: ['data:write'],
      expiresAt: null,
    });
    expect(JSON.stringify(await log('(first: 100)'))).not.toContain(secret.split('_')[3]);
  });

  it('has settings that a mutation changed, and none where it changed nothing', async () => {
    const mutation = `mutation { updateWorkspace(settings: { name: "Renamed", policy: { paused: COUNT } }) { __typename } }`;
    await harbor.ask(mutation, {}, { token: admin });
    await harbor.ask(mutation, {}, { token: admin });
    await harbor.ask(
      'mutation { upsertSegments(segments: [{ key: "team", name: "Team", filter: { search: "a" } }]) { __typename } }',
      {},
      { token: admin },
    );
    expect(await newest(2)).toEqual([
      ['SETTINGS_CHANGED', adminId, { changes: [{ setting: 'segments.team', change: 'created' }], omitted: 0 }],
      [
        'SETTINGS_CHANGED',
        adminId,
        {
          changes: [
            { setting: 'name', change: 'set', from: 'harbor', to: 'Renamed' },
            { setting: 'policy.paused', change: 'set', from: 'zero', to: 'count' },
          ],
          omitted: 0,
        },
      ],
    ]);
  });

  it('is read page by page, and by kind', async () => {
    await harbor.harbor.revokeTokens({ jti: 'x' });
    const all = await log('(first: 100)');
    const query = `query ($after: String, $kinds: [AuditKind!]) {
      auditLog(first: 2, after: $after, kinds: $kinds) { nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = (await harbor.ask(query, { after }, { token: admin })).data.auditLog;
      ids.push(...page.nodes.map(({ id }) => id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(ids).toEqual(all.map(({ id }) => id));
    const kinds = ['TOKENS_REVOKED', 'ERASED'];
    const { data } = await harbor.ask(query, { kinds }, { token: admin });
    expect(data.auditLog.nodes).toEqual([{ id: all[0]?.id }]);
    for (const args of ['last: 1', 'first: 101', 'after: "nonsense"', 'kinds: [NOTHING]']) {
      const { errors } = await harbor.ask(`{ auditLog(${args}) { nodes { id } } }`, {}, { token: admin });
      expect([args, errors?.[0]?.extensions.code]).toEqual([args, 'BAD_REQUEST']);
    }
  });

  it('is that of the key’s own workspace', async () => {
    const rival = (await harbor.rival.createApiKey({ name: 'rival admin', scopes: ['admin'] })).secret;
    const theirs = await log('(first: 100)', rival);
    const mine = await log('(first: 100)');
    expect(mine.filter(({ id }) => theirs.some((other) => other.id === id))).toEqual([]);
    expect(JSON.stringify(mine)).not.toContain('rival');
  });
});

describe('exports', () => {
  const query = `query ($csv: Boolean!) { portfolio {
    a: series(key: MRR) { csv @include(if: $csv) } b: series(key: NRR) { csv @include(if: $csv) } cohortsCsv @include(if: $csv)
  } }`;

  it('are recorded once for each field and request, under its id, without a new revision', async () => {
    const { revision } = await harbor.harbor.info();
    const { headers, errors } = await harbor.ask(
      query,
      { csv: true },
      { token: await harbor.token({ subject: 'eve' }) },
    );
    expect(errors).toBeUndefined();
    const requestId = headers.get('x-request-id');
    expect((await newest(2)).sort((a, b) => (a[2].field < b[2].field ? -1 : 1))).toEqual([
      ['EXPORTED', 'eve', { field: 'MetricSeries.csv', requestId }],
      ['EXPORTED', 'eve', { field: 'Portfolio.cohortsCsv', requestId }],
    ]);
    expect((await harbor.harbor.info()).revision).toBe(revision);
  });

  it('are not recorded where no field with CSV was read, or it was refused', async () => {
    const before = await log('(first: 1)');
    expect((await harbor.ask(query, { csv: false })).errors).toBeUndefined();
    const narrow = await harbor.token({ scopes: ['surveys:read'] });
    expect(
      (await harbor.ask('{ portfolio { series(key: MRR) { csv } } }', {}, { token: narrow })).errors,
    ).toBeDefined();
    expect(await log('(first: 1)')).toEqual(before);
  });

  it('are every field that says that it holds CSV', () => {
    const said = csvDescription('');
    const fields = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
      );
    const withCsv = fields.filter(({ field }) => field.description?.endsWith(said) === true);
    expect(withCsv.length).toBeGreaterThan(8);
    expect(withCsv.filter(({ name }) => !/\.(csv|\w+Csv)$/.test(name))).toEqual([]);
  });

  it('are withheld where they cannot be recorded', async () => {
    const broken = (workspace: WorkspaceStore): WorkspaceStore => ({
      ...workspace,
      actingAs: (actor) => broken(workspace.actingAs(actor)),
      recordExport: () => Promise.reject(new DatabaseUnavailable('DatabaseUnavailable: the disk is full.')),
    });
    const store: Store = { ...harbor.store, workspace: (key) => broken(harbor.store.workspace(key)) };
    const gateway = createGateway({ store, now: () => noon });
    const token = await harbor.token();
    const refused = await post(gateway, { query, variables: { csv: true } }, token);
    expect(refused.data).toBeUndefined();
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect((await post(gateway, { query, variables: { csv: false } }, token)).errors).toBeUndefined();
    await gateway.dispose();
  });
});
