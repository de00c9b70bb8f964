import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Hash what an operation asks for, however its document is written: fragments are expanded, fields that are selected twice are
 * merged and sorted by response key, and `__typename`, which clients add by themselves, is left out.
 *
 * @returns SHA-256 in hexadecimal; `undefined` for a document that holds not exactly one operation
 */
export function operationHash(document: DocumentNode): string | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length !== 1) return undefined;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  return createHash('sha256')
    .update(print(canonical(operation, fragments)))
    .digest('hex');
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function canonical(operation: OperationDefinitionNode, fragments: Fragments): OperationDefinitionNode {
  const variables = [...(operation.variableDefinitions ?? [])].sort((a, b) => compare(print(a), print(b)));
  return {
    ...operation,
    variableDefinitions: variables,
    selectionSet: merged([operation.selectionSet], fragments),
  };
}

/** Selection sets of one object as one, without spreads of fragments whose type is the object's own. */
function merged(sets: readonly SelectionSetNode[], fragments: Fragments): SelectionSetNode {
  const groups = new Map<string, { readonly node: SelectionNode; readonly sets: SelectionSetNode[] }>();
  const add = (key: string, node: SelectionNode, set: SelectionSetNode | undefined): void => {
    const group = groups.get(key) ?? { node, sets: [] };
    groups.set(key, group);
    if (set !== undefined) group.sets.push(set);
  };
  const visit = (node: SelectionNode): void => {
    if (node.kind === Kind.FIELD) {
      if (node.name.value === '__typename') return;
      const { selectionSet, ...leaf } = node;
      add(print(leaf), node, selectionSet);
      return;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (fragment === undefined) return;
    const condition = fragment.typeCondition?.name.value ?? '';
    const directives = (node.directives ?? []).map(print).join(' ');
    add(`... ${condition} ${directives}`, inline(fragment, node), fragment.selectionSet);
  };
  for (const set of sets) for (const node of set.selections) visit(node);
  const selections = [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([, { node, sets: below }]) =>
      below.length === 0 || node.kind === Kind.FRAGMENT_SPREAD
        ? node
        : { ...node, selectionSet: merged(below, fragments) },
    );
  return { kind: Kind.SELECTION_SET, selections };
}

/** A spread as an inline fragment, so that a named fragment and the same one written in place are equal. */
function inline(
  { typeCondition, selectionSet }: FragmentDefinitionNode | InlineFragmentNode,
  { directives }: SelectionNode,
): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet,
    ...(typeCondition === undefined ? {} : { typeCondition }),
    ...(directives === undefined ? {} : { directives }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
