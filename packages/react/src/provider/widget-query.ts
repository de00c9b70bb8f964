import type { DocumentNode, OperationVariables, TypedDocumentNode } from '@apollo/client';

/** What a widget asks, and how it reads the answer. */
export interface WidgetQuery<Data> {
  readonly document: DocumentNode;
  readonly variables: OperationVariables;
  /** Takes what the widget shows from the answer; `undefined` where the subject is absent. */
  readonly read: (answer: unknown) => Data | undefined;
}

/** Ties a document, its variables and the reading of its answer together, so that a widget may choose between several. */
export function widgetQuery<Answer, Variables extends OperationVariables, Data>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  read: (answer: Answer) => Data | undefined,
): WidgetQuery<Data> {
  // The answer to this document has its type by construction: the same generator wrote both.
  return { document, variables, read: (answer) => read(answer as Answer) };
}
