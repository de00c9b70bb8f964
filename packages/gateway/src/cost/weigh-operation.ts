import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Extent } from './extent.ts';
import type { FieldWeight } from './field-weight.ts';
import { isSkipped } from './is-skipped.ts';

/** An operation as it is weighed: parsed, with its variables coerced. */
export interface WeighedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extent: Extent;
}

/** Entries of a list whose field does not say how many it has. */
const assumedEntries = 5;

/**
 * Add up what the fields of an operation cost: each field's own weight, and those of the fields below it as many times as it may
 * have entries. Fragments are expanded, and what `@skip` and `@include` leave out does not count.
 *
 * @param onField called once for each field of the document with its arguments, in whichever place it is used first
 * @throws GraphQLError for arguments that do not fit, as execution would
 */
export function weighOperation(
  weighed: WeighedOperation,
  onField: (parent: GraphQLCompositeType, field: Field, args: Arguments) => void = () => undefined,
): number {
  const root = weighed.schema.getRootType(weighed.operation.operation);
  if (root == null) return 0;
  // The same selection weighs the same wherever it is spread, so that nested fragments cost one visit each.
  const known = new Map<SelectionSetNode, Map<GraphQLCompositeType, number>>();

  const selection = (set: SelectionSetNode, type: GraphQLCompositeType): number => {
    const weights = known.get(set) ?? new Map<GraphQLCompositeType, number>();
    known.set(set, weights);
    const before = weights.get(type);
    if (before !== undefined) return before;
    let sum = 0;
    for (const node of set.selections) {
      if (isSkipped(node, weighed.variables)) continue;
      if (node.kind === Kind.FIELD) sum += field(node, type);
      else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : weighed.fragments.get(node.name.value);
        if (fragment !== undefined)
          sum += selection(fragment.selectionSet, conditionOf(fragment, type, weighed.schema));
      }
    }
    weights.set(type, sum);
    return sum;
  };
  const field = (node: FieldNode, type: GraphQLCompositeType): number => {
    const definition = fieldOf(type, node.name.value);
    if (definition === undefined) return 0;
    const args = getArgumentValues(definition, node, weighed.variables);
    onField(type, definition, args);
    const weight = weightOf(definition, args, weighed.extent);
    const below = getNamedType(definition.type);
    if (node.selectionSet === undefined || !isCompositeType(below)) return weight.field;
    return weight.field + weight.multiplier * selection(node.selectionSet, below);
  };
  return selection(weighed.operation.selectionSet, root);
}

/** Add up what was resolved in fact: the weights of the fields that stand in an answer, each as often as it stands there. */
export function weighAnswer(weighed: WeighedOperation, data: unknown): number {
  const root = weighed.schema.getRootType(weighed.operation.operation);
  if (root == null) return 0;
  const selection = (set: SelectionSetNode, type: GraphQLCompositeType, value: object): number => {
    let sum = 0;
    for (const node of set.selections) {
      if (isSkipped(node, weighed.variables)) continue;
      if (node.kind === Kind.FIELD) sum += field(node, type, value);
      else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : weighed.fragments.get(node.name.value);
        if (fragment !== undefined)
          sum += selection(fragment.selectionSet, conditionOf(fragment, type, weighed.schema), value);
      }
    }
    return sum;
  };
  const field = (node: FieldNode, type: GraphQLCompositeType, value: object): number => {
    const key = node.alias?.value ?? node.name.value;
    const definition = fieldOf(type, node.name.value);
    if (definition === undefined || !(key in value)) return 0;
    const own = weightOf(definition, getArgumentValues(definition, node, weighed.variables), weighed.extent).field;
    const below = getNamedType(definition.type);
    // Just checked to be there.
    const entries = (value as Readonly<Record<string, unknown>>)[key];
    if (node.selectionSet === undefined || !isCompositeType(below)) return own;
    return (
      own +
      entriesOf(entries).reduce<number>(
        (sum, entry) => sum + selection(node.selectionSet as SelectionSetNode, below, entry),
        0,
      )
    );
  };
  return typeof data === 'object' && data !== null ? selection(weighed.operation.selectionSet, root, data) : 0;
}

type Field = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

function weightOf(
  field: Field,
  args: Arguments,
  extent: Extent,
): { readonly field: number; readonly multiplier: number } {
  const declared = declaredWeight(field);
  const weight = typeof declared === 'function' ? declared(args, extent) : declared;
  const { field: own, multiplier } =
    typeof weight === 'object' ? weight : { field: weight ?? 1, multiplier: isList(field) ? assumedEntries : 1 };
  // Whatever arguments it is worked out from, no field makes room for others.
  return { field: Math.max(0, own), multiplier: Math.max(0, multiplier) };
}

function declaredWeight({ extensions }: Field): FieldWeight<Arguments> | undefined {
  const options = extensions.pothosOptions;
  return typeof options === 'object' && options !== null && 'weight' in options
    ? // The builder's types admit nothing else under this name.
      (options.weight as FieldWeight<Arguments> | undefined)
    : undefined;
}

function isList({ type }: Field): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function fieldOf(type: GraphQLCompositeType, name: string): Field | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function conditionOf(
  { typeCondition }: { readonly typeCondition?: { readonly name: { readonly value: string } } | undefined },
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): GraphQLCompositeType {
  const named = typeCondition === undefined ? type : schema.getType(typeCondition.name.value);
  return isCompositeType(named) ? named : type;
}

function entriesOf(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  return typeof value === 'object' && value !== null ? [value] : [];
}
