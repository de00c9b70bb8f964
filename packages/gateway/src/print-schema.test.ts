import { readFileSync } from 'node:fs';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printSchema } from './print-schema.ts';
import { schema } from './schema/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** Everything of a type that wants a description, by its path. */
function elements(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    own.push(
      ...type
        .getValues()
        .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]),
    );
  if (isInputObjectType(type)) {
    own.push(
      ...Object.values(type.getFields()).map((field): [string, string | null | undefined] => [
        `${type.name}.${field.name}`,
        field.description,
      ]),
    );
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      own.push(
        ...field.args.map((arg: GraphQLArgument): [string, string | null | undefined] => [
          `${type.name}.${field.name}(${arg.name})`,
          arg.description,
        ]),
      );
    }
  }
  return own;
}

describe('the SDL', () => {
  it('is the one that is committed; run `npm run generate` when it is not', () => {
    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(printSchema());
  });

  it('describes every type, field, argument and value', () => {
    expect(
      types
        .flatMap(elements)
        .filter(([, description]) => !description)
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('never takes the tenant as an argument', () => {
    expect(
      types
        .flatMap(elements)
        .filter(([path]) => /[(.](workspace|tenant)(Id|Key)?\)?$/i.test(path))
        // Where it is told, not taken.
        .filter(([path]) => path !== 'Viewer.workspace' && path !== 'UpdateWorkspacePayload.workspace'),
    ).toEqual([]);
  });
});
