import { DatabaseUnavailable } from '@plimsoll/store';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { exportsOf } from '../csv/noted-exports.ts';

/**
 * Records in the audit log which fields with CSV a request read, before its answer is sent: an event for each field and request,
 * however often it was read. An answer whose exports cannot be recorded is withheld. A subscription records a field with its
 * first event.
 */
export function useExportLog(): Plugin<GatewayContext> {
  const recorded = new WeakMap<GatewayContext, Set<string>>();
  const record = async (context: GatewayContext): Promise<GraphQLError | undefined> => {
    const done = recorded.get(context) ?? new Set();
    recorded.set(context, done);
    const workspace = context.store.workspace(context.viewer.workspace);
    try {
      for (const field of exportsOf(context)) {
        if (done.has(field)) continue;
        await workspace.recordExport({ field, requestId: context.requestId });
        done.add(field);
      }
      return undefined;
    } catch (error) {
      return withheld(error);
    }
  };
  return {
    onExecute: () => ({
      onExecuteDone: async ({ args, setResult }) => {
        const failure = await record(args.contextValue);
        if (failure !== undefined) setResult({ errors: [failure] });
      },
    }),
    onSubscribe: () => ({
      onSubscribeResult: ({ args }) => ({
        onNext: async ({ setResult }) => {
          const failure = await record(args.contextValue);
          if (failure !== undefined) setResult({ errors: [failure] });
        },
      }),
    }),
  };
}

function withheld(cause: unknown): GraphQLError {
  return new GraphQLError(
    'The export could not be recorded in the audit log. Exports are answered only once they are recorded, so it was withheld. Try again shortly.',
    {
      originalError: cause instanceof Error ? cause : new Error(String(cause)),
      extensions: { code: cause instanceof DatabaseUnavailable ? 'UNAVAILABLE' : 'INTERNAL' },
    },
  );
}
