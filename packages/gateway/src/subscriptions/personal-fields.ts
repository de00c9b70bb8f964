import { type DocumentNode, type GraphQLSchema, isObjectType, visit } from 'graphql';

/**
 * Tells whether a document selects a field whose value depends on who asks, beyond their rights: one with the extension
 * `personal`. Fields are known by their names, so a namesake counts too.
 */
export function personalDocuments(schema: GraphQLSchema): (document: DocumentNode) => boolean {
  const personal = new Set(
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      .filter(({ extensions }) => extensions.personal === true)
      .map(({ name }) => name),
  );
  return (document) => {
    let found = false;
    visit(document, {
      Field: ({ name }) => {
        found ||= personal.has(name.value);
      },
    });
    return found;
  };
}
