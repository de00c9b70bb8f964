import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { GatewayContext } from '../context.ts';

/** Fields that hold a table as CSV: `csv`, `cohortsCsv` and the like. */
const csvField = /^csv$|Csv$/;

// A context lives as long as its request, so what it read lives exactly as long.
const noted = new WeakMap<GatewayContext, Set<string>>();

/** Fields with CSV that a request has read so far, as `Type.field`. */
export function exportsOf(context: GatewayContext): ReadonlySet<string> {
  return noted.get(context) ?? new Set();
}

/** Fields with CSV that a document asks for, as `Type.field`, whether they will be read or not. */
export function exportsIn(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (parent != null && csvField.test(name.value)) fields.add(`${parent.name}.${name.value}`);
      },
    }),
  );
  return fields;
}

/** Makes every field of a schema that holds CSV note in {@link exportsOf} that it was read. */
export function notingExports(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (csvField.test(field.name)) field.resolve = noting(`${type.name}.${field.name}`, field.resolve);
    }
  }
  return schema;
}

function noting(
  name: string,
  resolve: GraphQLFieldResolver<unknown, GatewayContext> = defaultFieldResolver,
): GraphQLFieldResolver<unknown, GatewayContext> {
  return async (source, args, context, info) => {
    const csv = await resolve(source, args, context, info);
    const fields = noted.get(context) ?? new Set();
    noted.set(context, fields.add(name));
    return csv;
  };
}
