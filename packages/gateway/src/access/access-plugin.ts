import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import type { AccessRule } from './access-rule.ts';
import { guardSchema } from './guard-schema.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      access: AccessPlugin<Types>;
    }
    // The parameters of interfaces that are merged must be spelled alike, used or not.
    export interface BaseTypeOptions<Types extends SchemaTypes = SchemaTypes> {
      /** Who may read any field of the type, wherever the type is reached. */
      access?: AccessRule;
    }
    export interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** Who may read the field, besides what the rule of its type says. Fields of the root types need one. */
      access?: AccessRule;
    }
  }
}

/** Guard every field of the built schema by the `access` options of types and fields; see {@link guardSchema}. */
class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    guardSchema(schema);
    return schema;
  }
}

/** The name that the schema builder knows the plugin by. */
export const accessPlugin = 'access';

SchemaBuilder.registerPlugin(accessPlugin, AccessPlugin);
