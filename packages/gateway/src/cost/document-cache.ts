import type { DocumentNode } from 'graphql';

/** Characters of source whose parsed documents are kept; a parsed document takes some 40 times its source in memory. */
const maxCharacters = 262_144;

/** Keeps parsed documents by their source, in the form that the server's parser cache takes. */
export interface DocumentCache {
  get(source: string): DocumentNode | undefined;
  set(source: string, document: DocumentNode): void;
}

/**
 * Keep the documents that were parsed last, as many as fit into a quarter of a million characters of source: those of an
 * application fit, and a stranger's fill no memory.
 */
export function documentCache(): DocumentCache {
  const documents = new Map<string, DocumentNode>();
  let characters = 0;
  return {
    get: (source) => {
      const found = documents.get(source);
      if (found === undefined) return undefined;
      // The one used last is the last to go.
      documents.delete(source);
      documents.set(source, found);
      return found;
    },
    set: (source, document) => {
      if (source.length > maxCharacters || documents.has(source)) return;
      documents.set(source, document);
      characters += source.length;
      for (const oldest of documents.keys()) {
        if (characters <= maxCharacters) break;
        documents.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}

/** Keeps nothing: the errors of a document that does not parse are found again as fast as they were kept. */
export const noErrorCache = { get: (): undefined => undefined, set: (): void => undefined };
