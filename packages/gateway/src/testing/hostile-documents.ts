import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { membersOf } from './every-query.ts';

/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a hostile client sends as the body of a request: mostly a document of the schema, heavy, wrong or broken in some way. */
export function hostileBody(schema: GraphQLSchema, chance: () => number): string {
  const kind = chance();
  if (kind < 0.55) return JSON.stringify({ query: documentOf(schema, chance) });
  if (kind < 0.7) return JSON.stringify({ query: heavyDocument(chance) });
  if (kind < 0.8) return JSON.stringify({ query: broken(documentOf(schema, chance), chance) });
  if (kind < 0.9)
    return broken(JSON.stringify({ query: documentOf(schema, chance), variables: oddValue(chance, 3) }), chance);
  return JSON.stringify({
    query: pick(chance, ['{ __typename }', '', null, 7, [], documentOf(schema, chance)]),
    variables: oddValue(chance, 4),
    extensions: oddValue(chance, 3),
    operationName: oddValue(chance, 1),
  });
}

const texts = [
  '',
  'acme',
  'zz',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; drop table account; --",
  '💥'.repeat(50),
];
const days = ['0001-01-01', '0005-12-30', '1970-01-01', '2026-02-30', '9999-12-31', '2026-10-01'];

function documentOf(schema: GraphQLSchema, chance: () => number): string {
  const roots = [schema.getQueryType(), schema.getQueryType(), schema.getQueryType(), schema.getMutationType()];
  const root = pick(chance, roots);
  if (root == null) return '{ __typename }';
  const keyword = root === schema.getMutationType() ? 'mutation' : 'query';
  const fields = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => call(schema, root, chance, 6));
  return `${keyword} { ${fields.map((field, index) => (chance() < 0.5 ? `a${index}: ${field}` : field)).join(' ')} }`;
}

function call(schema: GraphQLSchema, type: GraphQLObjectType, chance: () => number, depth: number): string {
  const field = pick(chance, Object.values(type.getFields()));
  const args = field.args.filter(({ type: kind }) => isNonNullType(kind) || chance() < 0.4);
  const given = args.map((argument) => `${argument.name}: ${argumentOf(argument, chance)}`).join(', ');
  return `${field.name}${given === '' ? '' : `(${given})`}${directive(chance)}${selection(schema, field, chance, depth)}`;
}

function selection(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  chance: () => number,
  depth: number,
): string {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return chance() < 0.02 ? ' { value }' : '';
  if (depth <= 0) return ' { __typename }';
  const members = membersOf(schema, named);
  const member = pick(chance, members);
  if (member === undefined) return ' { __typename }';
  const count = 1 + Math.floor(chance() * 4);
  const fields = Array.from({ length: count }, (_, index) => `f${index}: ${call(schema, member, chance, depth - 1)}`);
  const body = fields.join(' ');
  return member === named ? ` { ${body} }` : ` { __typename ... on ${member.name} { ${body} } }`;
}

function directive(chance: () => number): string {
  return chance() < 0.05 ? ` @${pick(chance, ['skip', 'include', 'defer', 'stream', 'x'])}(if: ${chance() < 0.5})` : '';
}

function argumentOf({ type }: GraphQLArgument, chance: () => number): string {
  return literalOf(type, chance, 4);
}

function literalOf(type: GraphQLInputType, chance: () => number, depth: number): string {
  if (isNonNullType(type)) return chance() < 0.03 ? 'null' : literalOf(type.ofType, chance, depth);
  if (isListType(type)) {
    const length = chance() < 0.05 ? 200 : Math.floor(chance() * 3);
    return `[${Array.from({ length }, () => literalOf(type.ofType, chance, depth - 1)).join(', ')}]`;
  }
  if (isEnumType(type)) return pick(chance, type.getValues()).name;
  if (isInputObjectType(type)) {
    if (depth <= 0) return '{}';
    const all = Object.values(type.getFields());
    const fields = type.isOneOf
      ? [pick(chance, all)]
      : all.filter((field) => isNonNullType(field.type) || chance() < 0.3);
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type, chance, depth - 1)}`).join(', ')} }`;
  }
  return scalarOf(type.name, chance);
}

function scalarOf(name: string, chance: () => number): string {
  switch (name) {
    case 'Int':
      return String(pick(chance, [0, 1, -1, 5, 100, 101, 2_026, 2_147_483_647, -2_147_483_648]));
    case 'Float':
      return String(pick(chance, [0, 1, -1, 0.5, 1e300, -1e300, 5e-324]));
    case 'Boolean':
      return String(chance() < 0.5);
    case 'Date':
      return JSON.stringify(pick(chance, days));
    case 'Month':
      return JSON.stringify(pick(chance, ['0001-01', '2026-13', '2026-10', '9999-12']));
    default:
      return JSON.stringify(pick(chance, texts));
  }
}

/** Documents that once cost much: many aliases of heavy fields over long or distant periods. */
function heavyDocument(chance: () => number): string {
  const period = pick(chance, [
    'period: { range: { start: "0001-01-01", end: "0005-12-30" } }',
    `period: { year: ${Math.floor(chance() * 9_999)} }`,
    'period: { last: { count: 600, unit: MONTH } }',
    'period: { last: { count: 2147483647, unit: YEAR } }',
  ]);
  const policy = pick(chance, ['', ', policy: { paused: COUNT }', ', policy: { trial: INCLUDE, pastDue: DROP }']);
  const field = pick(chance, [
    `cohortsCsv(${period}${policy})`,
    `cohorts(${period}${policy}) { cells { age customers } }`,
    `metric(key: NRR, ${period}${policy}) { value contributors(first: 100) { csv nodes { account { name } } } }`,
    `series(key: NRR, ${period}, granularity: DAY, trailing: 120${policy}) { csv }`,
    `breakdownSeries(key: MRR, by: "plan", ${period}) { series { csv } }`,
    `movements(${period}${policy}) { entries(first: 100) { csv } }`,
  ]);
  const count = 1 + Math.floor(chance() * 60);
  return `{ portfolio { ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} } }`;
}

function broken(text: string, chance: () => number): string {
  const at = Math.floor(chance() * text.length);
  const cut = Math.floor(chance() * 10);
  return `${text.slice(0, at)}${pick(chance, ['', '{', '}', '"', '\\u0000', '...', '@', '\u0000', '('])}${text.slice(at + cut)}`;
}

function oddValue(chance: () => number, depth: number): unknown {
  const kind = Math.floor(chance() * 7);
  if (kind === 0) return null;
  if (kind === 1) return pick(chance, texts);
  if (kind === 2) return chance() * 1e18;
  if (kind === 3) return chance() < 0.5;
  if (depth <= 0) return {};
  if (kind === 4) return Array.from({ length: 3 }, () => oddValue(chance, depth - 1));
  return Object.fromEntries(Array.from({ length: 3 }, () => [pick(chance, texts), oddValue(chance, depth - 1)]));
}

function pick<Value>(chance: () => number, values: readonly Value[]): Value {
  // An index below the length is always there, but for an empty list, of which nothing is picked.
  return values[Math.floor(chance() * values.length)] as Value;
}
