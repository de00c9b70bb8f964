import { formatDay, parseDay } from '@plimsoll/metrics';
import { GraphQLError, Kind } from 'graphql';
import { builder } from './builder.ts';

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`Expected a string and got ${JSON.stringify(value)}.`);
}

function literal(node: { readonly kind: Kind; readonly value?: unknown }): string {
  if (node.kind === Kind.STRING) return text(node.value);
  throw new GraphQLError('Expected a string.');
}

function readDate(value: unknown): number {
  const day = parseDay(text(value));
  if (day === undefined) {
    throw new GraphQLError(`${JSON.stringify(value)} is not a date. Write one that exists, such as 2026-11-21.`);
  }
  return day;
}

function readMonth(value: unknown): string {
  const month = text(value);
  if (!/^\d{4}-\d{2}$/.test(month) || parseDay(`${month}-01`) === undefined) {
    throw new GraphQLError(`${JSON.stringify(value)} is not a month. Write year and month, such as 2026-11.`);
  }
  return month;
}

function readInstant(value: unknown): number {
  const instant = Date.parse(text(value));
  if (Number.isNaN(instant)) {
    throw new GraphQLError(`${JSON.stringify(value)} is not an instant. Write ISO 8601, such as 2026-11-21T09:30:00Z.`);
  }
  return instant;
}

builder.scalarType('Date', {
  description: 'A calendar day in the workspace’s time zone, such as 2026-11-21.',
  serialize: formatDay,
  parseValue: readDate,
  parseLiteral: (node) => readDate(literal(node)),
});

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601 and UTC, such as 2026-11-21T09:30:00.000Z.',
  serialize: (instant) => new Date(instant).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(literal(node)),
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number as a string, such as "1350000.00".',
  serialize: (decimal) => decimal,
  parseValue: text,
  parseLiteral: literal,
});

builder.scalarType('Month', {
  description: 'A calendar month in the workspace’s time zone, such as 2026-11.',
  serialize: (month) => month,
  parseValue: readMonth,
  parseLiteral: (node) => readMonth(literal(node)),
});
