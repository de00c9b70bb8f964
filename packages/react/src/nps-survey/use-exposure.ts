'use client';
import type { ApolloClient } from '@apollo/client';
import { RecordSurveyExposureDocument } from '@plimsoll/client';
import { useEffect } from 'react';
import { usePlimsoll } from '../provider/plimsoll-context.ts';

const shownByClient = new WeakMap<ApolloClient, Set<string>>();

/**
 * Records once per provider that the survey was shown, however often the widget mounts, and gives a function that
 * records its dismissal. Neither may get in the reader's way, so a failure is not shown.
 *
 * @param isShown whether the question is on the screen
 */
export function useExposure(survey: string, isShown: boolean): () => void {
  const { client } = usePlimsoll();
  useEffect(() => {
    const shown = shownByClient.get(client) ?? new Set<string>();
    if (!isShown || shown.has(survey)) return;
    shownByClient.set(client, shown.add(survey));
    record(client, survey, false);
  }, [client, survey, isShown]);
  return () => record(client, survey, true);
}

function record(client: ApolloClient, survey: string, dismissed: boolean): void {
  const variables = { input: { survey, dismissed } };
  client.mutate({ mutation: RecordSurveyExposureDocument, variables }).catch(() => undefined);
}
