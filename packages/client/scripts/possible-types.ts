import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { isAbstractType } from 'graphql';

/** Writes which objects each interface and union of the graph may be, so that the cache can match fragments on them. */
export const plugin: CodegenPlugin['plugin'] = (schema) => {
  const names = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)] as const);
  return `export const possibleTypes: Readonly<Record<string, string[]>> = ${JSON.stringify(Object.fromEntries(names), null, 2)};\n`;
};
