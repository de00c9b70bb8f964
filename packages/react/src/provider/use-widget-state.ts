'use client';
import type { ErrorLike } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { errorCode } from '@plimsoll/client';
import { useEffect, useRef } from 'react';
import type { WidgetState } from '../widget/widget-state.ts';
import { usePlimsoll } from './plimsoll-context.ts';
import type { WidgetQuery } from './widget-query.ts';

/** A widget's state, and a way to ask again whatever it is. */
export interface QueriedState<Data> {
  readonly state: WidgetState<Data>;
  /** Asks again; what is known stays until the answer is there. */
  readonly refetch: () => void;
}

/**
 * Runs a widget's query and tells its state: the last good data stays, marked stale, when a newer answer fails; a
 * refusal for lack of scope is told apart from a failure; both failures can be retried. While another filter or period
 * of the same metric, account or survey is on its way, what was shown stays, marked as being updated.
 */
export function useWidgetState<Data extends object>(query: WidgetQuery<Data>): QueriedState<Data> {
  const { document, variables } = query;
  const { client } = usePlimsoll();
  const result = useQuery<unknown>(document, { client, variables });
  const { error } = result;
  // A failed refetch empties the result, but the cache still holds the last good answer to these variables.
  const answer = result.data ?? (error ? client.readQuery<unknown>({ query: document, variables }) : undefined);
  // A failure shows in the result; the promise has nothing to add.
  const refetch = () => void result.refetch().catch(() => undefined);
  const data = answer ? query.read(answer) : undefined;

  // Whose answer Apollo keeps as the previous one. That of another subject never stands in.
  const subject = JSON.stringify([variables.key, variables.externalId, variables.survey]);
  const answered = useRef({ client, subject: '' });
  useEffect(() => {
    if (result.data) answered.current = { client, subject };
  });
  const isSame = answered.current.client === client && answered.current.subject === subject;
  const previous = isSame && result.previousData ? query.read(result.previousData) : undefined;

  const state = stateOf(data, Boolean(answer), error, refetch);
  return { refetch, state: state.status === 'loading' && previous ? { status: 'updating', data: previous } : state };
}

function stateOf<Data extends object>(
  data: Data | undefined,
  isAnswered: boolean,
  error: ErrorLike | undefined,
  onRetry: () => void,
): WidgetState<Data> {
  if (data) return error ? { status: 'stale', data, onRetry } : { status: 'ready', data };
  if (isAnswered) return { status: 'absent' };
  if (!error) return { status: 'loading' };
  return errorCode(error) === 'FORBIDDEN' ? { status: 'forbidden' } : { status: 'failed', onRetry };
}
