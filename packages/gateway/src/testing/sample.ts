import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isScalarType } from 'graphql';

/** Values by the scalar that takes them. */
const usual: Readonly<Record<string, unknown>> = {
  Int: 5,
  Float: 1,
  Boolean: true,
  Date: '2026-10-01',
  DateTime: '2026-10-01T10:00:00Z',
  Decimal: '12.00',
  Month: '2026-10',
  ID: 'x',
};

/** Fields whose usual value is not any text. */
const named: Readonly<Record<string, unknown>> = {
  accountExternalId: 'acme',
  currency: 'USD',
  email: 'ann@example.com',
  endsOn: '2026-12-01',
  'Float from': 0,
  'Float to': 100,
  stage: 'key-1',
  zero: 0,
  hundred: 100,
  fte: 1,
  baseline: 0,
  target: 10,
  ticketId: 'ticketId-1',
  opens: '09:00',
  closes: '17:00',
  parentExternalId: 'bolt',
  survey: 'relationship',
  timeZone: 'Europe/Berlin',
};

/** A value of a type as a well-behaved caller would give it, without what may be left out. */
export function sample(type: GraphQLInputType, name: string, depth = 0): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name, depth);
  if (isListType(type)) return depth > 4 ? [] : [sample(type.ofType, name, depth)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isScalarType(type)) return named[name] ?? named[`${type.name} ${name}`] ?? usual[type.name] ?? `${name}-1`;
  if (!isInputObjectType(type)) throw new Error(`${String(type)} is no input.`);
  const fields = Object.values(type.getFields()).filter(
    (field) => !type.isOneOf || field.name === 'number' || field.name === 'jti',
  );
  return Object.fromEntries(
    fields
      .filter((field) => isNonNullType(field.type) || type.isOneOf)
      .map((field) => [field.name, sample(field.type, field.name, depth + 1)]),
  );
}
