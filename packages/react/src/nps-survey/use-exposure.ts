'use client';
import type { ApolloClient } from '@apollo/client';
import { RecordSurveyExposureDocument } from '@plimsoll/client';
import { useEffect } from 'react';
import { usePlimsoll } from '../provider/plimsoll-context.ts';
import { randomKey } from './random-key.ts';

const keysByClient = new WeakMap<ApolloClient, Map<string, string>>();

function exposureKey(client: ApolloClient, survey: string): { readonly key: string; readonly isNew: boolean } {
  const keys = keysByClient.get(client) ?? new Map<string, string>();
  keysByClient.set(client, keys);
  const known = keys.get(survey);
  const key = known ?? randomKey();
  keys.set(survey, key);
  return { key, isNew: known === undefined };
}

/**
 * Records once per provider that the survey was shown, however often the widget mounts, and gives a function that
 * records its dismissal. Neither may get in the reader's way, so a failure is not shown.
 *
 * @param isShown whether the question is on the screen
 */
export function useExposure(survey: string, isShown: boolean): () => void {
  const { client } = usePlimsoll();
  const record = (idempotencyKey: string, dismissed: boolean) => {
    const input = { survey, dismissed, idempotencyKey };
    client.mutate({ mutation: RecordSurveyExposureDocument, variables: { input } }).catch(() => undefined);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `record` is made of the other two
  useEffect(() => {
    if (!isShown) return;
    const { key, isNew } = exposureKey(client, survey);
    if (isNew) record(key, false);
  }, [client, survey, isShown]);
  return () => record(`${exposureKey(client, survey).key}-dismissed`, true);
}
