import { getNamedType, isListType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { schema } from './schema/schema.ts';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { sample } from './testing/sample.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write'] })).secret;
});
afterAll(() => harbor.close());

const batches = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  ({ type }) => getNamedType(type).name === 'BatchResult',
);

it('there are batches to look at', () => {
  expect(batches.length).toBeGreaterThan(20);
});

describe.each(batches.map((field) => [field.name, field] as const))('%s', (name, field) => {
  const list = field.args.find(({ type }) => isListType(isNonNullType(type) ? type.ofType : type));

  it(`takes ${limits.batchSize} records at most`, async () => {
    if (list === undefined) throw new Error(`${name} takes no list.`);
    const mutation = `mutation ($records: ${String(list.type)}) { ${name}(${list.name}: $records) {
      __typename ... on BatchPayload { results { status } } ... on BatchTooLargeError { message }
    } }`;
    const [record] = sample(list.type, list.name) as readonly unknown[];
    const send = async (count: number) => {
      const records = Array.from({ length: count }, () => record);
      const { data, errors } = await harbor.ask(mutation, { records }, { token: key });
      expect(errors).toBeUndefined();
      return data[name];
    };
    const revision = async () => (await harbor.harbor.info()).revision;
    const before = await revision();
    expect(await send(limits.batchSize + 1)).toEqual({
      __typename: 'BatchTooLargeError',
      message: 'The batch has 501 records and may have 500. Nothing was written. Send it in parts.',
    });
    expect(await revision()).toBe(before);
    const taken = await send(limits.batchSize);
    expect(taken.__typename).toBe('BatchPayload');
    expect(taken.results).toHaveLength(limits.batchSize);
  });

  it('says so', () => {
    expect(field.description).toBeTruthy();
    expect(list?.description).toContain('at most 500');
  });
});
