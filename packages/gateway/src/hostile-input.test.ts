import {
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from './schema/schema.ts';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { sample } from './testing/sample.ts';

let harbor: Harbor;
let key: string;
const logged: unknown[] = [];
beforeAll(async () => {
  harbor = await openHarbor({ logger: { error: (details) => logged.push(details) } });
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'admin'] })).secret;
  const ticket = { ticketId: 'ticketId-1', accountExternalId: 'acme', createdAt: '2026-09-01T10:00:00Z' };
  await harbor.harbor.upsertTickets([ticket]);
  const outcome = { accountExternalId: 'acme', name: 'Save time', baseline: 0, target: 10, dueOn: '2026-12-01' };
  await harbor.harbor.upsertOutcomes([{ outcomeId: 'outcomeId-1', ...outcome }]);
});
afterAll(() => harbor.close());

/** Long, and not to be packed: an index entry of a database is a page at most. */
const long = Array.from({ length: 3_000 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 0).toString(36)).join('');

/** Values at which programs break, by the scalar that takes them. */
const hostile: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff!', '__proto__', 'constructor', long],
  ID: ['', '\u0000', '\ud800', '__proto__', 'QWNjb3VudDoA'],
  Int: [-2_147_483_648, -1, 0, 2_147_483_647],
  Float: [-1.7976931348623157e308, -1, -0, 0, 5e-324, 1e300, 1.7976931348623157e308],
  Boolean: [true, false],
  Date: ['0000-01-01', '0001-01-01', '1969-12-31', '2024-02-29', '9999-12-31'],
  DateTime: [
    '-271821-04-20T00:00:00.000Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
  ],
  Decimal: ['', '\u0000', '-0', '0', '1e400', 'NaN', 'Infinity', '0.'.padEnd(400, '9'), '9'.repeat(400), '٣'],
  Month: ['0000-01', '9999-12'],
};

/** The value as it is but for one hostile part, in every way there is. */
function* spoiled(type: GraphQLInputType, name: string, depth = 0): Generator<readonly [string, unknown]> {
  if (isNonNullType(type)) {
    yield* spoiled(type.ofType, name, depth);
  } else if (isListType(type)) {
    for (const [path, value] of spoiled(type.ofType, name, depth)) yield [path, [value]];
    if (depth < 3) {
      const one = sample(type.ofType, name, depth);
      yield [`${name} twice`, [one, one]];
      yield [`no ${name}`, []];
    }
  } else if (isScalarType(type)) {
    for (const value of hostile[type.name] ?? []) yield [`${name}: ${JSON.stringify(value).slice(0, 40)}`, value];
  } else if (isInputObjectType(type) && depth < 4) {
    const base = type.isOneOf ? {} : (sample(type, name, depth) as object);
    for (const field of Object.values(type.getFields())) {
      for (const [path, value] of spoiled(field.type, field.name, depth + 1)) {
        yield [`${name}.${path}`, { ...base, [field.name]: value }];
      }
    }
  }
}

/** What keeps a usual batch from being refused for what is there already. */
const instead: Readonly<Record<string, readonly [string, string]>> = {
  setExchangeRates: ['USD', 'EUR'],
  upsertUsageDays: ['user-1', 'user-2'],
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

describe.each(mutations.map((field) => [field.name, field] as const))('%s', (name, field) => {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const fields =
    getNamedType(field.type).name === 'BatchResult' ? '... on BatchPayload { results { status reason } }' : '';
  const mutation = `mutation (${declared}) { ${name}(${given}) { __typename ${fields} } }`;
  const usualArguments: Readonly<Record<string, unknown>> = Object.fromEntries(
    field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => [arg.name, sample(arg.type, arg.name)]),
  );
  const tokenOf = async () => (/^(submitSurveyResponse|recordSurveyExposure)$/.test(name) ? await harbor.token() : key);

  it('takes what is sound, so that what is spoiled below is spoiled in one place', async () => {
    const args = JSON.parse(JSON.stringify(usualArguments).replace(...(instead[name] ?? ['', ''])));
    const { data, errors } = await harbor.ask(mutation, args, { token: await tokenOf() });
    expect(errors).toBeUndefined();
    expect(data[name].__typename).not.toMatch(/Error$/);
    for (const { reason } of data[name].results ?? []) expect(reason).toBeNull();
  });

  it('answers whatever it is given with a code or a reason', { timeout: 120_000 }, async () => {
    const broken: string[] = [];
    const token = await tokenOf();
    for (const arg of field.args) {
      const cases = [...spoiled(arg.type, arg.name)];
      const batch = isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type);
      const groups: (readonly [string, unknown])[] = [];
      if (batch) {
        const singles = cases.filter(([, value]) => Array.isArray(value) && value.length === 1);
        for (let at = 0; at < singles.length; at += 10) {
          const group = singles.slice(at, at + 10);
          groups.push([group.map(([path]) => path).join(' | '), group.flatMap(([, value]) => value)]);
        }
        groups.push(...cases.filter(([, value]) => !Array.isArray(value) || value.length !== 1));
      } else groups.push(...cases);
      for (const [path, value] of groups) {
        const { errors } = await harbor.ask(mutation, { ...usualArguments, [arg.name]: value }, { token });
        if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) {
          const last = logged.at(-1) as { err?: Error } | undefined;
          broken.push(`${path} => ${String(last?.err?.message).slice(0, 200)}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
