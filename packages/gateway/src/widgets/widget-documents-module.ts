import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { operationHash } from './canonical-operation.ts';

/** The comment at the head of a file of documents that says which widget sends them. */
const widgetLine = /^# Widget: (\w+)$/m;

/**
 * Write the module that lists which operations each widget sends, from the files that hold its documents. Fragments may be in any
 * of the files.
 *
 * @throws Error for a file that names no widget
 */
export function widgetDocumentsModule(sources: readonly string[]): string {
  const files = sources.map((source) => ({ widget: widgetOf(source), document: parse(source) }));
  const fragments = files.flatMap(({ document }) =>
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  );
  const hashes = new Map<string, string[]>();
  for (const { widget, document } of files) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] };
      hashes.set(widget, [
        ...(hashes.get(widget) ?? []),
        `    // ${nameOf(definition)}\n    '${operationHash(whole)}',`,
      ]);
    }
  }
  const entries = [...hashes].sort().map(([widget, lines]) => `  ${widget}: [\n${lines.join('\n')}\n  ],`);
  return `/** Hashes of the operations that each widget sends; written by \`npm run generate\`. See \`operationHash\`. */
export const widgetDocuments = {
${entries.join('\n')}
} as const;
`;
}

function widgetOf(source: string): string {
  const widget = widgetLine.exec(source)?.[1];
  if (widget !== undefined) return widget;
  throw new Error(
    'A file of documents names no widget. A token for some widgets could not send them. Begin it with "# Widget: Name".',
  );
}

function nameOf({ operation, name }: OperationDefinitionNode): string {
  return `${operation} ${name?.value ?? ''}`;
}
