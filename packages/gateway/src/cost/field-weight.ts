import type { FieldNullability, InputFieldMap, InputShapeFromFields, SchemaTypes, TypeParam } from '@pothos/core';
import type { Extent } from './extent.ts';

/**
 * What resolving a field costs, in units of about 10 microseconds of processor time: a number for the field itself, or that and
 * how many times the fields below it are resolved.
 */
export type Weight = number | { readonly field: number; readonly multiplier: number };

/**
 * The weight of a field, fixed or worked out from its arguments and the size of the data.
 *
 * @default 1 for the field, and 5 entries for a list
 */
export type FieldWeight<Args> = Weight | ((args: Args, extent: Extent) => Weight);

declare global {
  export namespace PothosSchemaTypes {
    export interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** What resolving the field costs; see {@link FieldWeight}. */
      weight?: FieldWeight<InputShapeFromFields<Args>>;
    }
  }
}
