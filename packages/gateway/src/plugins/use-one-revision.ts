import { WorkspaceMoved } from '@plimsoll/store';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';

/** How often a query is executed at most. */
const mostTries = 4;

/**
 * Executes a query again, from the start, when the workspace was written to while it was being read. One that is held in
 * memory is never seen half way: its ledger stays what it is. Of one that is not, the tables may have moved between two
 * passes, and an answer never mixes two revisions. Mutations are executed once, whatever comes.
 */
export function useOneRevision(): Plugin<GatewayContext> {
  return {
    onExecute: ({ executeFn, setExecuteFn, args }) => {
      if (getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      setExecuteFn(async (given: ExecutionArgs) => {
        for (let tries = 1; ; tries++) {
          const result: ExecutionResult = await executeFn(given);
          if (tries === mostTries || !hasMoved(result)) return result;
          // One that cannot be opened, as the workspace moved once more, is told of by whoever asks for it.
          await args.contextValue.freshSession().catch(() => undefined);
        }
      });
    },
  };
}

function hasMoved({ errors }: ExecutionResult): boolean {
  return errors?.some(({ originalError }) => originalError instanceof WorkspaceMoved) === true;
}
