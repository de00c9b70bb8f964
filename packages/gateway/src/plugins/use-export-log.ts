import { DatabaseUnavailable } from '@plimsoll/store';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { exportsIn, exportsOf } from '../csv/noted-exports.ts';

/**
 * Records in the audit log which fields with CSV a request read, before its answer is sent: an event for each field and request,
 * however often it was read. An answer whose exports cannot be recorded is withheld. A subscription records what it asks for when it
 * begins, as its events are executed once for many.
 */
export function useExportLog(): Plugin<GatewayContext> {
  const record = async (context: GatewayContext, fields: ReadonlySet<string>): Promise<GraphQLError | undefined> => {
    const workspace = context.store.workspace(context.viewer.workspace);
    try {
      for (const field of fields) await workspace.recordExport({ field, requestId: context.requestId });
      return undefined;
    } catch (error) {
      return withheld(error);
    }
  };
  return {
    onExecute: () => ({
      onExecuteDone: async ({ args, setResult }) => {
        const failure = await record(args.contextValue, exportsOf(args.contextValue));
        if (failure !== undefined) setResult({ errors: [failure] });
      },
    }),
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      const failure = await record(args.contextValue, exportsIn(args.document, args.schema));
      if (failure !== undefined) setResultAndStopExecution({ errors: [failure] });
    },
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
