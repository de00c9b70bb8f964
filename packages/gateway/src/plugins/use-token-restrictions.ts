import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Viewer } from '../auth/viewer.ts';
import type { GatewayContext, RequestContext } from '../context.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { operationHash } from '../widgets/canonical-operation.ts';
import { widgetDocuments } from '../widgets/generated/widget-documents.ts';

/** Hash of a document's operation, found once for as long as the document is kept. */
const hashes = new WeakMap<DocumentNode, string | undefined>();

/**
 * Hold a token to what it was minted for: the origin of its page, and the operations of its widgets. A query that somebody else
 * writes is refused, even where the token's scopes would allow it.
 */
export function useTokenRestrictions(): Plugin<GatewayContext> {
  const refusal = (document: DocumentNode, context: RequestContext): GatewayError | undefined =>
    wrongOrigin(context) ?? wrongOperation(document, context.viewer);
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const refused = refusal(args.document, args.contextValue);
      if (refused !== undefined) setResultAndStopExecution({ errors: [refused] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const refused = refusal(args.document, args.contextValue);
      if (refused !== undefined) setResultAndStopExecution({ errors: [refused] });
    },
  };
}

function wrongOrigin({ viewer: { origin }, request }: RequestContext): GatewayError | undefined {
  if (origin === null || request.headers.get('origin') === origin) return undefined;
  const message = `The token is for pages of ${origin}, and the request does not come from one. Mint a token for the page that uses it.`;
  return new GatewayError('FORBIDDEN', message, 403);
}

function wrongOperation(document: DocumentNode, { widgets }: Viewer): GatewayError | undefined {
  if (widgets === null) return undefined;
  if (!hashes.has(document)) hashes.set(document, operationHash(document));
  const hash = hashes.get(document);
  const allowed = Object.entries(widgetDocuments).some(
    ([widget, operations]) => widgets.has(widget) && operations.some((operation) => operation === hash),
  );
  if (allowed) return undefined;
  const message = `The token is for the widgets ${[...widgets].join(', ')}, which do not send this operation. Mint a token without a list of widgets, or with the widget that sends it.`;
  return new GatewayError('FORBIDDEN', message, 403);
}
