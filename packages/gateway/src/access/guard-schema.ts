import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { GatewayContext } from '../context.ts';
import { type AccessRule, requireAccess, requireScopesOf } from './access-rule.ts';

/**
 * Wrap every resolver of a schema with the access rules that its types and fields declare, so that nothing is readable by
 * omission.
 *
 * A field of an object is resolved where the rule of the object's type, the field's own rule and the scopes of the type that
 * the field returns all hold. A type is thus protected wherever it is reached: as `account`, behind a response, or in a list.
 *
 * @throws Error naming each type and root field that declares no rule
 */
export function guardSchema(schema: GraphQLSchema): void {
  const roots = new Set<GraphQLNamedType | null | undefined>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  const objects = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type),
  );
  const undeclared = objects.flatMap((type) => (roots.has(type) ? undeclaredFields(type) : undeclaredType(type)));
  if (undeclared.length > 0) {
    throw new Error(
      `No access rule is declared for ${undeclared.join(', ')}. Whoever holds a token could read it. Declare "access" on the type, or on the field of a root type.`,
    );
  }
  for (const type of objects) for (const field of Object.values(type.getFields())) guardField(type, field);
}

/**
 * Check the scopes of the types that global ids name, before anything is loaded by them: `__typename` alone would say otherwise
 * whether there is such a node.
 *
 * @throws GatewayError FORBIDDEN
 */
export function requireNodeTypes(
  { viewer }: GatewayContext,
  schema: GraphQLSchema,
  ids: readonly { readonly typename: string }[],
): void {
  for (const name of new Set(ids.map(({ typename }) => typename))) {
    const type = schema.getType(name);
    const rule = isObjectType(type) ? declaredRule(type) : undefined;
    if (rule !== undefined) requireScopesOf(viewer, rule);
  }
}

/** The rule that a type or a field declares. */
export function declaredRule(declared: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): AccessRule | undefined {
  const options = declared.extensions.pothosOptions;
  return typeof options === 'object' && options !== null && 'access' in options
    ? // The builder's types admit nothing else under this name.
      (options.access as AccessRule | undefined)
    : undefined;
}

function undeclaredType(type: GraphQLObjectType): readonly string[] {
  return declaredRule(type) === undefined ? [type.name] : [];
}

function undeclaredFields(root: GraphQLObjectType): readonly string[] {
  return Object.values(root.getFields())
    .filter((field) => declaredRule(field) === undefined)
    .map(({ name }) => `${root.name}.${name}`);
}

function guardField(type: GraphQLObjectType, field: GraphQLField<unknown, GatewayContext>): void {
  const own = [declaredRule(type), declaredRule(field)].filter((rule) => rule !== undefined);
  const returned = getNamedType(field.type);
  const target = isObjectType(returned) || isInterfaceType(returned) ? declaredRule(returned) : undefined;
  const guarded = (resolve: GraphQLFieldResolver<unknown, GatewayContext>): typeof resolve => {
    if (own.every(isOpen) && (target === undefined || isOpen(target))) return resolve;
    return (parent, args, context, info) => {
      for (const rule of own) requireAccess(context.viewer, rule);
      if (target !== undefined) requireScopesOf(context.viewer, target);
      return resolve(parent, args, context, info);
    };
  };
  // An event is checked when it is subscribed to, and again whenever one is resolved.
  if (field.subscribe !== undefined) field.subscribe = guarded(field.subscribe);
  field.resolve = guarded(field.resolve ?? defaultFieldResolver);
}

function isOpen(rule: AccessRule): boolean {
  return rule === 'ANY_CREDENTIAL' || rule === 'OF_PARENT';
}
