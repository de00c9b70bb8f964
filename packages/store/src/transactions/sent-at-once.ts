import type { QueryExecutorProvider } from 'kysely';

/**
 * A transaction whose statements go out at once, in the order in which they are asked for. By the transaction itself, each
 * would wait for the answer to the one before.
 */
export async function sentAtOnce(transaction: QueryExecutorProvider): Promise<QueryExecutorProvider> {
  const executor = transaction.getExecutor();
  const connection = await executor.provideConnection(async (held) => held);
  const atOnce = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
  return { getExecutor: () => atOnce };
}
