import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { authenticate } from '../auth/authenticate.ts';
import { createContext, type GatewayContext, type RequestContext, type ServerContext } from '../context.ts';
import { schema } from '../schema/schema.ts';
import type { EventHub } from '../subscriptions/event-hub.ts';
import { parseEventId } from '../subscriptions/event-id.ts';
import type { EventSource } from '../subscriptions/event-source.ts';
import { type EventStream, eventStream } from '../subscriptions/event-stream.ts';
import { hashOf, operationKey } from '../subscriptions/operation-key.ts';
import { personalDocuments } from '../subscriptions/personal-fields.ts';
import { anybodyWith, rightsOf } from '../subscriptions/rights.ts';
import { type ExecuteSubscription, SharedOperation } from '../subscriptions/shared-operation.ts';
import { lastEvent, stopping } from '../subscriptions/stream-error.ts';

/** What of the arguments is read here; yoga adds the request to the context. */
interface SubscriptionArgs extends ExecutionArgs {
  readonly contextValue: RequestContext;
}

const isPersonal = personalDocuments(schema);

/**
 * Executes equal subscriptions of viewers with equal rights once, and gives each client a stream of the results: counted
 * against the limits, resumed after `Last-Event-ID`, and ended when its credential is void.
 */
export function useSharedSubscriptions(hub: EventHub): Plugin<GatewayContext, ServerContext> {
  return {
    // Before the credential is checked, so that a change of access in between is not lost.
    onRequest: ({ serverContext }) => {
      Object.assign(serverContext, { accessChanges: hub.accessChanges });
    },
    onSubscribe: ({ args, subscribeFn, setSubscribeFn }) => {
      setSubscribeFn(() => subscribe(hub, args, subscribeFn));
    },
  };
}

async function subscribe(
  hub: EventHub,
  args: SubscriptionArgs,
  subscribeFn: (args: ExecutionArgs) => ReturnType<ExecuteSubscription>,
): Promise<EventStream | ExecutionResult> {
  const { request, viewer } = args.contextValue;
  if (hub.closed) return lastEvent({ ...stopping, status: 503 });
  const asked = operationKey(args);
  const lastEventId = request.headers.get('last-event-id');
  const after = lastEventId === null || lastEventId === '' ? null : parseEventId(lastEventId);
  const countOut = hub.counts.open(viewer, asked);
  const personal = isPersonal(args.document);
  const operation = await hub.operation(
    viewer.workspace,
    hashOf([rightsOf(viewer), personal ? viewer.subject : null, asked]),
    (source) => subscribeFn(sharedArgs(hub, args, source, personal)),
  );
  if (!(operation instanceof SharedOperation)) {
    countOut();
    return operation;
  }
  const onClose = (): void => {
    countOut();
    forget();
    request.signal.removeEventListener('abort', hangUp);
  };
  const stream = eventStream(operation, after, onClose);
  const hangUp = (): void => void stream.return?.();
  const forget = hub.streams.add({
    viewer,
    authenticate: (store) => authenticate(request, store, hub.now()),
    end: (end) => stream.end(end),
  });
  request.signal.addEventListener('abort', hangUp);
  if (request.signal.aborted) hangUp();
  if (hub.closed) stream.end(stopping);
  if (hub.accessChanges !== args.contextValue.accessChanges) void hub.streams.check(viewer.workspace);
  return stream;
}

/** The same arguments with a context of no request's own, on data that all streams of the workspace share. */
function sharedArgs(hub: EventHub, args: SubscriptionArgs, source: EventSource, personal: boolean): ExecutionArgs {
  const { viewer } = args.contextValue;
  const contextValue = createContext({
    store: source.channel.store,
    viewer: personal ? viewer : anybodyWith(viewer),
    requestId: crypto.randomUUID(),
    now: hub.now,
    source,
  });
  const { schema, document, operationName, variableValues } = args;
  return {
    schema,
    document,
    contextValue,
    ...(operationName == null ? {} : { operationName }),
    ...(variableValues == null ? {} : { variableValues }),
  };
}
