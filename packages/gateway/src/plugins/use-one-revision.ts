import { WorkspaceMoved } from '@plimsoll/store';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';

/**
 * Executes a query again, from the start, when the workspace was written to while it was being read. One that is held in
 * memory is never seen half way: its ledger stays what it is. Of one that is not, the tables may have moved between two
 * passes, and an answer never mixes two revisions. The second time it reads a snapshot, which nothing moves. Mutations are
 * executed once, whatever comes.
 */
export function useOneRevision(): Plugin<GatewayContext> {
  return {
    onExecute: ({ executeFn, setExecuteFn, args }) => {
      if (getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      setExecuteFn(async (given: ExecutionArgs) => {
        const result: ExecutionResult = await executeFn(given);
        if (!hasMoved(result)) return result;
        return args.contextValue.withSnapshot(async () => executeFn(given));
      });
    },
  };
}

function hasMoved({ errors }: ExecutionResult): boolean {
  return errors?.some(({ originalError }) => originalError instanceof WorkspaceMoved) === true;
}
