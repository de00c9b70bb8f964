import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Values to ask with, as literals, by `Type.field.argument`, `field.argument` or `argument`; the first that is listed counts. */
export type Probes = Readonly<Record<string, readonly string[]>>;

/** The leaves of one object, and what leads to it. */
export interface ObjectQuery {
  /** Fields without fields below them, with their arguments. */
  readonly leaves: readonly string[];
  /** Writes the query of some of them. */
  readonly query: (leaves: readonly string[]) => string;
}

/**
 * Generate queries that together read every field of a schema by every field that leads to its type, with each value to ask with:
 * a way from the root for each field that returns an object, and below it the leaves of that object.
 *
 * @param maxDepth fields of a way; a type that is only reached by longer ways is not read
 */
export function* everyQuery(schema: GraphQLSchema, probes: Probes, maxDepth = 5): Generator<ObjectQuery> {
  const query = schema.getQueryType();
  if (query == null) return;
  const seen = new Set<string>();
  // Breadth first, so that each field is reached by one of the shortest ways to it.
  let ways: readonly Way[] = [{ type: query, open: '{ ', close: ' }' }];
  for (let depth = 0; depth < maxDepth && ways.length > 0; depth++) {
    const next: Way[] = [];
    for (const { type, open, close } of ways) {
      const leaves: string[] = [];
      for (const field of Object.values(type.getFields())) {
        const calls = callsOf(type, field, probes);
        const named = getNamedType(field.type);
        if (isLeafType(named)) {
          leaves.push(...calls);
          continue;
        }
        const edge = `${type.name}.${field.name}`;
        if (seen.has(edge)) continue;
        seen.add(edge);
        for (const member of membersOf(schema, named)) {
          const condition = member === named ? '' : `... on ${member.name} { `;
          for (const call of calls) {
            next.push({
              type: member,
              open: `${open}${call} { ${condition}`,
              close: `${condition === '' ? '' : ' }'} }${close}`,
            });
          }
        }
      }
      if (leaves.length > 0) yield { leaves, query: (chosen) => `${open}${aliased(chosen)}${close}` };
    }
    ways = next;
  }
}

/** Fields under names of their own, since one may be asked with several arguments. */
function aliased(leaves: readonly string[]): string {
  return leaves.map((leaf, index) => `f${index}: ${leaf}`).join(' ');
}

interface Way {
  readonly type: GraphQLObjectType;
  readonly open: string;
  readonly close: string;
}

/** The object types that a field of a type can return. */
export function membersOf(schema: GraphQLSchema, type: unknown): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  if (isInterfaceType(type) || isUnionType(type)) return schema.getPossibleTypes(type);
  return [];
}

/** A field with its required arguments, and once more with each value of each argument that there is to ask with. */
function callsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, probes: Probes): readonly string[] {
  const valuesOf = (argument: GraphQLArgument): readonly string[] =>
    probes[`${type.name}.${field.name}.${argument.name}`] ??
    probes[`${field.name}.${argument.name}`] ??
    probes[argument.name] ??
    (isNonNullType(argument.type) && argument.defaultValue === undefined ? [literal(argument)] : []);
  const required = field.args.filter(
    ({ type: kind, defaultValue }) => isNonNullType(kind) && defaultValue === undefined,
  );
  const base = new Map(required.map((argument) => [argument.name, valuesOf(argument)[0] ?? literal(argument)]));
  const calls = new Set([write(field.name, base)]);
  for (const argument of field.args) {
    for (const value of valuesOf(argument)) calls.add(write(field.name, new Map([...base, [argument.name, value]])));
  }
  return [...calls];
}

function write(name: string, args: ReadonlyMap<string, string>): string {
  const given = [...args].map(([argument, value]) => `${argument}: ${value}`).join(', ');
  return given === '' ? name : `${name}(${given})`;
}

/** The simplest value of an argument's type. */
function literal({ type, name }: GraphQLArgument): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return '[]';
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '""';
  if (isInputObjectType(inner)) return '{}';
  return name === 'first' ? '5' : '"x"';
}
