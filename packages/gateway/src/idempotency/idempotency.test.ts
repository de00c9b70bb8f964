import { type GraphQLNamedType, getNamedType, isLeafType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.ts';
import { type Answer, type Harbor, noon, openHarbor } from '../testing/harbor.ts';
import { sample } from '../testing/sample.ts';

let now = noon;
let harbor: Harbor;
let key: string;
let other: string;
beforeAll(async () => {
  harbor = await openHarbor({ now: () => now }, { now: () => now });
  const scopes = ['data:write', 'admin', 'metrics:read'];
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes })).secret;
  other = (await harbor.harbor.createApiKey({ name: 'other', scopes })).secret;
  await harbor.harbor.upsertTickets([
    { ticketId: 'ticketId-1', accountExternalId: 'acme', createdAt: '2026-09-01T10:00:00Z' },
  ]);
  const outcome = { accountExternalId: 'acme', name: 'Save time', baseline: 0, target: 10, dueOn: '2026-12-01' };
  await harbor.harbor.upsertOutcomes([{ outcomeId: 'outcomeId-1', ...outcome }]);
});
// It never goes back, as rate limits count by it.
beforeEach(() => {
  now += 1_000;
});
afterAll(() => harbor.close());

let keys = 0;
const freshKey = (): string => `key-${++keys}`;

const send = (idempotencyKey: string, query: string, variables: object = {}, token = key): Promise<Answer> =>
  harbor.ask(query, variables, { token, headers: { 'idempotency-key': idempotencyKey } });
const isReplay = ({ headers }: Answer): boolean => headers.get('idempotent-replayed') === 'true';
const revision = async (): Promise<string> => (await harbor.harbor.info()).revision;
const name = async (): Promise<string> => (await harbor.harbor.info()).name;

const rename = `mutation ($name: String!) {
  updateWorkspace(settings: { name: $name }) { ... on UpdateWorkspacePayload { revision workspace { name revision } } }
}`;

describe('a mutation that is sent again with its idempotency key', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const instead: Readonly<Record<string, readonly [string, string]>> = { setExchangeRates: ['USD', 'EUR'] };

  /** What a type shows without arguments, of a union what it shows of a success. */
  const everything = (type: GraphQLNamedType, depth = 0): string => {
    if (isUnionType(type)) {
      const success = type.getTypes().find((member) => !member.name.endsWith('Error'));
      return success === undefined ? '' : `{ __typename ... on ${success.name} ${everything(success, depth)} }`;
    }
    if (!isObjectType(type) || depth > 3) return '';
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      // An account is read as it stands, not as it was when the mutation was executed.
      if (field.args.length > 0 || inner.name === 'Account') return [];
      const shown = everything(inner, depth + 1);
      return isLeafType(inner) || shown !== '' ? [`${field.name} ${shown}`] : [];
    });
    return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
  };

  it.each(mutations.map((field) => [field.name, field] as const))('%s: is executed once', async (field, of) => {
    const declared = of.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const given = of.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const mutation = `mutation (${declared}) { ${field}(${given}) ${everything(getNamedType(of.type))} }`;
    const usual = Object.fromEntries(
      of.args.filter((arg) => isNonNullType(arg.type)).map((arg) => [arg.name, sample(arg.type, arg.name)]),
    );
    const args = JSON.parse(JSON.stringify(usual).replace(...(instead[field] ?? ['', ''])));
    const token = /^(submitSurveyResponse|recordSurveyExposure)$/.test(field) ? await harbor.token() : key;
    const idempotencyKey = freshKey();
    const first = await send(idempotencyKey, mutation, args, token);
    expect(first.errors).toBeUndefined();
    expect(first.data[field].__typename ?? '').not.toMatch(/Error$/);
    expect(isReplay(first)).toBe(false);
    const before = [await revision(), await harbor.harbor.auditEvents({ first: 100 })];
    now += 1_000;
    const again = await send(idempotencyKey, mutation, args, token);
    expect(isReplay(again)).toBe(true);
    const secrets = { createApiKey: { secret: null }, createEmbedKey: { signingKey: null } };
    const shown = { ...first.data[field], ...(secrets as Record<string, object>)[field] };
    expect(again.data[field]).toEqual(shown);
    expect([await revision(), await harbor.harbor.auditEvents({ first: 100 })]).toEqual(before);
  });

  it('is a field that cannot be null, so that a conflict is the failure of the whole request', () => {
    expect(mutations.filter(({ type }) => !isNonNullType(type)).map((field) => field.name)).toEqual([]);
  });
});

describe('the header Idempotency-Key', () => {
  it('answers alike, whatever was written since, and whatever the order of the variables', async () => {
    const idempotencyKey = freshKey();
    const upsert = `mutation ($a: String!, $b: String!) {
      upsertAccounts(accounts: [{ externalId: $a, name: $b }]) { ... on BatchPayload { revision results { status } } }
    }`;
    const first = await send(idempotencyKey, upsert, { a: 'new', b: 'New' });
    await harbor.harbor.upsertAccounts([{ externalId: 'new', name: 'Newer' }]);
    const again = await send(idempotencyKey, upsert, { b: 'New', a: 'new' });
    expect(first.data.upsertAccounts.results).toEqual([{ status: 'CREATED' }]);
    expect([isReplay(again), again.data]).toEqual([true, first.data]);
  });

  it('refuses another document, operation or variables with a conflict, and writes nothing', async () => {
    const idempotencyKey = freshKey();
    const two = `${rename.replace('mutation', 'mutation A')} ${rename.replace('mutation', 'mutation B')}`;
    await send(idempotencyKey, rename, { name: 'First' });
    for (const [query, variables] of [
      [rename, { name: 'Second' }],
      [`${rename} `, { name: 'First' }],
      [rename.replace('updateWorkspace(', 'other: updateWorkspace('), { name: 'Second' }],
    ] as const) {
      const { status, data, errors } = await send(idempotencyKey, query, variables);
      expect([status, data, errors?.[0]?.extensions.code]).toEqual([409, null, 'IDEMPOTENCY_CONFLICT']);
    }
    const operation = (operationName: string) =>
      harbor.gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': 'two' },
          body: JSON.stringify({ query: two, operationName, variables: { name: 'First' } }),
        }),
      );
    expect((await operation('A')).status).toBe(200);
    expect((await operation('B')).status).toBe(409);
    expect(await name()).toBe('First');
  });

  it('belongs to its credential and its workspace', async () => {
    const idempotencyKey = freshKey();
    const rival = (await harbor.rival.createApiKey({ name: 'etl', scopes: ['data:write'] })).secret;
    for (const [index, token] of [key, other, rival].entries()) {
      const answer = await send(idempotencyKey, rename, { name: `Of ${index}` }, token);
      expect([answer.status, isReplay(answer)]).toEqual([200, false]);
    }
    expect(await name()).toBe('Of 1');
  });

  it('belongs to the subject, whichever token it holds, for tokens', async () => {
    const idempotencyKey = freshKey();
    const submit = `mutation { submitSurveyResponse(input: { survey: "relationship", answer: 9, idempotencyKey: "${idempotencyKey}" }) {
      ... on SubmitSurveyResponsePayload { duplicate revision response { id } }
    } }`;
    const by = async (subject: string) => send(idempotencyKey, submit, {}, await harbor.token({ subject }));
    const first = await by('cat');
    now += 1_000;
    const again = await by('cat');
    expect([isReplay(again), again.data]).toEqual([true, first.data]);
    const anothers = await by('dan');
    expect([isReplay(anothers), anothers.data.submitSurveyResponse.duplicate]).toEqual([false, false]);
    expect(anothers.data.submitSurveyResponse.response.id).not.toBe(first.data.submitSurveyResponse.response.id);
  });

  it('makes a request wait for its twin in flight', async () => {
    const idempotencyKey = freshKey();
    const create = `mutation { createApiKey(name: "twin", scopes: [DATA_WRITE]) { ... on CreateApiKeyPayload { secret apiKey { keyId } } } }`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(idempotencyKey, create)));
    const created = answers.map(({ data }) => data.createApiKey);
    expect(new Set(created.map(({ apiKey }) => apiKey.keyId)).size).toBe(1);
    expect(created.filter(({ secret }) => secret !== null)).toHaveLength(1);
    expect((await harbor.harbor.apiKeys()).filter((one) => one.name === 'twin')).toHaveLength(1);
  });

  it('covers each mutation field by itself: of a request that failed half way, the rest is executed', async () => {
    const idempotencyKey = freshKey();
    await harbor.harbor.upsertSegments([
      { key: 'inner', name: 'Inner', filter: {} },
      { key: 'outer', name: 'Outer', filter: { segment: { in: ['inner'] } } },
    ]);
    const both = `mutation {
      first: upsertAccounts(accounts: [{ externalId: "half" }]) { ... on BatchPayload { revision results { status } } }
      second: deleteSegment(key: "inner") { __typename ... on DeleteSegmentPayload { deleted } }
    }`;
    const failed = await send(idempotencyKey, both);
    expect(failed.data.second.__typename).toBe('SegmentInUseError');
    await harbor.harbor.deleteSegment('outer');
    const done = await send(idempotencyKey, both);
    expect(done.data).toEqual({
      first: failed.data.first,
      second: { __typename: 'DeleteSegmentPayload', deleted: true },
    });
    expect(isReplay(done)).toBe(false);
    const again = await send(idempotencyKey, both);
    expect([isReplay(again), again.data]).toEqual([true, done.data]);
  });

  it('forgets what failed, so that it is executed again', async () => {
    const idempotencyKey = freshKey();
    const blank = await send(idempotencyKey, rename.replace('... on', '__typename ... on'), { name: '' });
    expect(blank.data.updateWorkspace.__typename).toBe('InvalidSettingError');
    expect((await send(idempotencyKey, rename, { name: 'Sound' })).status).toBe(200);
  });

  it('takes 1 to 200 printable ASCII characters', async () => {
    for (const good of ['x', 'k'.repeat(200), 'a ~!"{}'])
      expect((await send(good, rename, { name: 'N' })).status).toBe(200);
    const before = await revision();
    for (const bad of ['', 'k'.repeat(201), 'kéy', 'a\tb']) {
      const { status, errors } = await send(bad, rename, { name: 'Bad' });
      expect([bad.length, status, errors?.[0]?.extensions.code]).toEqual([bad.length, 400, 'BAD_REQUEST']);
    }
    expect(await revision()).toBe(before);
  });

  it('is ignored by queries', async () => {
    const { status, headers } = await send('k'.repeat(201), '{ viewer { workspace { name } } }');
    expect([status, headers.get('idempotent-replayed')]).toEqual([200, null]);
  });

  it('executes a request again 24 hours later', async () => {
    const idempotencyKey = freshKey();
    const start = now;
    await send(idempotencyKey, rename, { name: 'Early' });
    now = start + 86_400_000 - 1;
    expect((await send(idempotencyKey, rename, { name: 'Late' })).status).toBe(409);
    now = start + 86_400_000;
    expect((await send(idempotencyKey, rename, { name: 'Late' })).status).toBe(200);
    expect(await name()).toBe('Late');
  });
});
