import { GraphQLObjectType, GraphQLSchema, GraphQLString, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.ts';
import type { AccessRule } from './access-rule.ts';
import { declaredRule, guardSchema } from './guard-schema.ts';

function declared(access?: AccessRule): { readonly extensions: { readonly pothosOptions: object } } {
  return { extensions: { pothosOptions: access === undefined ? {} : { access } } };
}

function schemaOf(type: AccessRule | undefined, field: AccessRule | undefined): GraphQLSchema {
  const Thing = new GraphQLObjectType({
    name: 'Thing',
    ...declared(type),
    fields: { secret: { type: GraphQLString, ...declared() } },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { thing: { type: Thing, ...declared(field) } } }),
  });
}

describe('guardSchema', () => {
  it('refuses to build a type or a root field without a rule', () => {
    expect(() => guardSchema(schemaOf(undefined, 'metrics:read'))).toThrow(/No access rule is declared for Thing\./);
    expect(() => guardSchema(schemaOf('OF_PARENT', undefined))).toThrow(
      /No access rule is declared for Query\.thing\./,
    );
    expect(() => guardSchema(schemaOf('OF_PARENT', 'metrics:read'))).not.toThrow();
  });

  it('takes a type of the gateway that has no rule of its own only where every way to it is guarded', () => {
    // A value type may be reached from a field of a root only under a rule that the field declares.
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    for (const root of roots) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        expect(declaredRule(field), `${root?.name}.${field.name}`).not.toBe('OF_PARENT');
        expect(declaredRule(field), `${root?.name}.${field.name}`).toBeDefined();
      }
    }
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    expect(types.length).toBeGreaterThan(100);
  });
});
