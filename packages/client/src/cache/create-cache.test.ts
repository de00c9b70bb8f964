import { gql } from '@apollo/client';
import { expect, test } from 'vitest';
import { createPlimsollCache } from './create-cache.ts';

const asked = (fields: string) => gql`query { portfolio { ${fields} } }`;
const reading = (revision: string, fields: object) => ({ __typename: 'MetricReading', revision, ...fields });

test('two metrics of one portfolio do not overwrite each other', () => {
  const cache = createPlimsollCache();
  const nrr = asked('metric(key: NRR) { value revision }');
  const mrr = asked('metric(key: MRR) { value revision }');
  cache.writeQuery({
    query: nrr,
    data: { portfolio: { __typename: 'Portfolio', metric: reading('1', { value: 1 }) } },
  });
  cache.writeQuery({
    query: mrr,
    data: { portfolio: { __typename: 'Portfolio', metric: reading('1', { value: 2 }) } },
  });
  expect(cache.readQuery({ query: nrr })).toMatchObject({ portfolio: { metric: { value: 1 } } });
  expect(cache.readQuery({ query: mrr })).toMatchObject({ portfolio: { metric: { value: 2 } } });
});

test('answers on the same revision complete each other, a newer one replaces', () => {
  const cache = createPlimsollCache();
  const value = asked('metric(key: NRR) { value revision }');
  const coverage = asked('metric(key: NRR) { coverage revision }');
  const write = (query: typeof value, fields: object, revision: string) =>
    cache.writeQuery({ query, data: { portfolio: { __typename: 'Portfolio', metric: reading(revision, fields) } } });
  write(value, { value: 1 }, '1');
  write(coverage, { coverage: 0.9 }, '1');
  expect(cache.readQuery({ query: value })).toMatchObject({ portfolio: { metric: { value: 1 } } });
  write(coverage, { coverage: 0.8 }, '2');
  expect(cache.readQuery({ query: value })).toBeNull();
});
