import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { GatewayError } from '../errors/gateway-error.ts';
import type { RequestLimits } from './request-limits.ts';

/**
 * Validate how large a document is before anything of it is executed: its aliases, its directives, and of each operation the
 * fields of the root, all fields and how deep they nest. Fragments are expanded, each counted once a spread.
 */
export function documentLimits(limits: RequestLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let aliases = 0;
    let directives = 0;
    const refuse = (what: string, count: number, limit: number): void =>
      context.reportError(tooMany(what, count, limit));
    return {
      Field: (node) => {
        if (node.alias !== undefined) aliases++;
      },
      Directive: () => {
        directives++;
      },
      Document: {
        leave: (document) => {
          if (aliases > limits.aliases) refuse('aliases', aliases, limits.aliases);
          if (directives > limits.directives) refuse('directives', directives, limits.directives);
          for (const definition of document.definitions) {
            if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
            const { rootFields, fields, depth } = sizeOf(definition, (name) => context.getFragment(name) ?? undefined);
            if (rootFields > limits.rootFields) refuse('root fields', rootFields, limits.rootFields);
            if (depth > limits.depth) refuse('levels of fields', depth, limits.depth);
            if (fields > limits.fields) refuse('fields', fields, limits.fields);
          }
        },
      },
    };
  };
}

interface Size {
  readonly rootFields: number;
  readonly fields: number;
  readonly depth: number;
}

function sizeOf(
  operation: OperationDefinitionNode,
  fragment: (name: string) => FragmentDefinitionNode | undefined,
): Size {
  // A fragment is measured once, however often it is spread; one that spreads itself is refused by another rule.
  const known = new Map<SelectionSetNode, Size>();
  const measure = (set: SelectionSetNode): Size => {
    const before = known.get(set);
    if (before !== undefined) return before;
    known.set(set, { rootFields: 0, fields: 0, depth: 0 });
    const size = { rootFields: 0, fields: 0, depth: 0 };
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet === undefined ? { fields: 0, depth: 0 } : measure(node.selectionSet);
        size.rootFields++;
        size.fields += 1 + below.fields;
        size.depth = Math.max(size.depth, 1 + below.depth);
        continue;
      }
      const spread = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragment(node.name.value)?.selectionSet;
      if (spread === undefined) continue;
      const inner = measure(spread);
      size.rootFields += inner.rootFields;
      size.fields += inner.fields;
      size.depth = Math.max(size.depth, inner.depth);
    }
    known.set(set, size);
    return size;
  };
  return measure(operation.selectionSet);
}

function tooMany(what: string, count: number, limit: number): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The document has ${count} ${what}, and one request may have ${limit}. Ask for less at a time, in several requests.`,
  );
}
