import { lexicographicSortSchema, printSchema as print } from 'graphql';
import { schema } from './schema/schema.ts';

/** The graph's SDL in a stable order: all that clients and the gateway share. */
export function printSchema(): string {
  return `${print(lexicographicSortSchema(schema))}\n`;
}
