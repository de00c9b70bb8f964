import { type RawBuilder, sql } from 'kysely';
import { type BinaryType, binaryArray, isBinaryType } from './binary-arrays.ts';
import type { ElementValue } from './element-value.ts';

/** What an array's elements are. */
export type ElementType = BinaryType | 'text' | 'numeric' | 'boolean' | 'timestamptz' | 'jsonb';

const special = /["\\]/;
const everySpecial = /["\\]/g;

/**
 * A column of values as one array, as PostgreSQL reads it. The drivers write theirs element by element at several times
 * the cost, which at thousands of rows is what an import would mostly do.
 *
 * @param values of the type
 */
export function arrayOf(type: ElementType, values: readonly ElementValue[]): RawBuilder<unknown> {
  // What is no value of the type is written out, for the database to say so.
  const sent = (isBinaryType(type) ? binaryArray(type, values) : undefined) ?? literalOf(type, values);
  return sql`${sent}::${sql.raw(type)}[]`;
}

function literalOf(type: ElementType, values: readonly ElementValue[]): string {
  return type === 'text' || type === 'jsonb' ? textLiteral(values) : plainLiteral(values);
}

function plainLiteral(values: readonly ElementValue[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

function textLiteral(values: readonly ElementValue[]): string {
  let literal = '';
  for (const value of values) {
    if (literal !== '') literal += ',';
    if (value === null) literal += 'NULL';
    else literal += `"${escaped(String(value))}"`;
  }
  return `{${literal}}`;
}

function escaped(text: string): string {
  return special.test(text) ? text.replace(everySpecial, '\\$&') : text;
}
