import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Harbor, openHarbor, post } from '../testing/harbor.ts';
import { defaultRequestLimits as limits } from './request-limits.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;
const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** Documents that are exactly as large as a limit says. */
const documents: Readonly<Record<string, readonly [number, (size: number) => string]>> = {
  aliases: [limits.aliases, (size) => `{ portfolio { ${times(size, (index) => `a${index}: accountCount`)} } }`],
  'aliases of a fragment': [
    limits.aliases,
    (size) => `{ portfolio { ...F } } fragment F on Portfolio { ${times(size, (index) => `a${index}: accountCount`)} }`,
  ],
  'root fields': [limits.rootFields, (size) => `{ ${times(size, (index) => `a${index}: __typename`)} }`],
  'root fields of fragments': [
    limits.rootFields,
    (size) =>
      `{ ${times(size / 2, () => '...F')} ${size % 2 === 1 ? '__typename' : ''} } fragment F on Query { viewer { subject } portfolio { accountCount } }`,
  ],
  directives: [limits.directives, (size) => `{ portfolio { ${times(size, () => 'accountCount @skip(if: false)')} } }`],
  fields: [
    limits.fields,
    (size) =>
      `{ portfolio { ${times(Math.floor((size - 1) / 13), () => 'm: metric(key: MRR) { ...F }').replaceAll('m: ', '')} ${times((size - 1) % 13, () => 'accountCount')} } } fragment F on MetricReading { ${times(12, () => 'value')} }`,
  ],
  depth: [
    limits.depth,
    (size) => `{ portfolio { metric(key: MRR) { ${'previous { '.repeat(size - 3)} value ${'}'.repeat(size - 3)} } } }`,
  ],
};

describe('the limit of a document', () => {
  it.each(Object.entries(documents))('on %s holds at its edge and one past it', async (_, [limit, write]) => {
    const at = await harbor.ask(write(limit));
    expect([at.errors?.[0]?.message, codeOf(at)]).toEqual([undefined, undefined]);
    const past = await harbor.ask(write(limit + 1));
    expect(past.data ?? null).toBeNull();
    expect(codeOf(past)).toBe('QUERY_TOO_COMPLEX');
    expect(past.errors?.[0]?.message).toMatch(`The document has ${limit + 1} `);
    expect(past.errors?.[0]?.message).toMatch(`one request may have ${limit}.`);
  });

  it('on tokens holds at its edge and one past it', async () => {
    // Five tokens around, and a name each.
    const document = (tokens: number): string => `{ portfolio { ${times(tokens - 5, () => 'accountCount')} } }`;
    const ask = (tokens: number) => harbor.askWith({ limits: { fields: 10_000 } }, document(tokens));
    // It has more equal fields than are compared with one another, and fewer tokens than are refused.
    expect((await ask(limits.tokens)).errors?.[0]?.message).not.toMatch(/tokens/);
    const past = await ask(limits.tokens + 1);
    expect([codeOf(past), past.errors?.[0]?.message]).toEqual([
      'QUERY_TOO_COMPLEX',
      expect.stringMatching(/2000 tokens/),
    ]);
  });

  it('can be set', async () => {
    const ask = (query: string) => harbor.askWith({ limits: { aliases: 1, depth: 2 } }, query);
    expect((await ask('{ portfolio { a: accountCount } }')).errors).toBeUndefined();
    expect(codeOf(await ask('{ portfolio { a: accountCount b: accountCount } }'))).toBe('QUERY_TOO_COMPLEX');
    expect(codeOf(await ask('{ portfolio { metric(key: MRR) { value } } }'))).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('the limit of a request body', () => {
  const body = (bytes: number): string => {
    const request = JSON.stringify({ query: '{ __typename }', extensions: { padding: '' } });
    return request.replace('""', `"${'x'.repeat(bytes - request.length)}"`);
  };

  it('holds at its edge and one past it, whether the length is told or not', async () => {
    const token = await harbor.token();
    expect((await post(harbor.gateway, body(limits.bodyBytes), token)).status).toBe(200);
    expect((await post(harbor.gateway, body(limits.bodyBytes + 1), token)).status).toBe(413);
    const told = await harbor.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': String(limits.bodyBytes + 1),
        },
        body: body(limits.bodyBytes + 1),
      }),
    );
    expect([told.status, (await told.json()).errors[0].extensions.code]).toEqual([413, 'QUERY_TOO_COMPLEX']);
  });
});

describe('the limit of an answer', () => {
  it('holds at its edge and one past it', async () => {
    const query = '{ accounts { nodes { name externalId traits { key value } } } }';
    const { data, extensions } = await harbor.ask(query);
    const bytes = Buffer.byteLength(JSON.stringify({ data, extensions }));
    expect((await harbor.askWith({ limits: { answerBytes: bytes } }, query)).data).toEqual(data);
    const refused = await harbor.askWith({ limits: { answerBytes: bytes - 1 } }, query);
    expect(refused.data).toBeUndefined();
    expect(codeOf(refused)).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('the deadline', () => {
  it('gives an answer up that is not there in time, and tells so', async () => {
    const hurried = await openHarbor({ limits: { deadline: 1 } });
    // The first question of a workspace loads its history, which takes longer.
    const answer = await hurried.ask(
      '{ portfolio { metric(key: MRR) { value } series(key: NRR) { points { value } } } }',
    );
    expect([answer.status, codeOf(answer)]).toEqual([503, 'TIMEOUT']);
    await hurried.close();
  });
});
