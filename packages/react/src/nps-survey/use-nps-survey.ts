'use client';
import { NpsSurveyDocument, type NpsSurveyQuery, SubmitSurveyResponseDocument } from '@plimsoll/client';
import { useRef, useState } from 'react';
import { usePlimsoll } from '../provider/plimsoll-context.ts';
import { useWidgetState } from '../provider/use-widget-state.ts';
import { widgetQuery } from '../provider/widget-query.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import type { NpsSurveyData, SurveyStep } from './nps-survey-data.ts';
import { randomKey } from './random-key.ts';
import type { SurveyAnswers } from './SurveyForm.tsx';
import { useExposure } from './use-exposure.ts';

/** A survey as its view takes it, and whether the reader has put it away. */
export interface NpsSurveyControl extends SurveyAnswers {
  readonly state: WidgetState<NpsSurveyData>;
  readonly isDismissed: boolean;
}

type Found = NonNullable<NpsSurveyQuery['survey']>;

/**
 * Asks whether this reader may answer, holds what they enter, and sends it: once, under a key that stays the same for
 * every retry of the same answer, so that an answer whose receipt was lost is not counted twice.
 */
export function useNpsSurvey(survey: string): NpsSurveyControl {
  const { client } = usePlimsoll();
  const { state } = useWidgetState<Found>(
    widgetQuery(NpsSurveyDocument, { survey }, (answer) => answer.survey ?? undefined),
  );
  const [answer, setAnswer] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [step, setStep] = useState<SurveyStep>({ step: 'asking' });
  const [isDismissed, setDismissed] = useState(false);
  const attempt = useRef({ content: '', key: '', isOpen: false });

  const shown = withStep(state, step);
  const recordDismissal = useExposure(survey, shown.data?.step === 'asking' && !isDismissed);

  const send = async (): Promise<void> => {
    if (answer === null || attempt.current.isOpen) return;
    const content = JSON.stringify([answer, comment]);
    const key = attempt.current.content === content ? attempt.current.key : randomKey();
    attempt.current = { content, key, isOpen: true };
    setStep({ step: 'sending' });
    const input = { survey, answer, comment: comment.trim() || null, idempotencyKey: key };
    const sent = client.mutate({ mutation: SubmitSurveyResponseDocument, variables: { input } });
    setStep(await sent.then(({ data }) => stepAfter(data?.submitSurveyResponse)).catch(() => stepAfter(undefined)));
    attempt.current = { content, key, isOpen: false };
  };

  return {
    state: shown,
    isDismissed,
    answer,
    comment,
    onAnswer: setAnswer,
    onComment: setComment,
    onSend: () => void send(),
    onDismiss: () => {
      setDismissed(true);
      recordDismissal();
    },
  };
}

function withStep(state: WidgetState<Found>, step: SurveyStep): WidgetState<NpsSurveyData> {
  if (!state.data) return state;
  const survey = state.data;
  const { eligible, reason } = survey.eligibility;
  // Only the start depends on eligibility: an answer just sent must not turn its own thanks into "already answered".
  if (step.step !== 'asking') return { ...state, data: { ...step, survey } };
  if (!survey.open || reason === 'CLOSED') return { ...state, data: { step: 'closed', survey } };
  if (reason === 'ANSWERED') return { ...state, data: { step: 'answered', survey } };
  return eligible ? { ...state, data: { step: 'asking', survey } } : { status: 'forbidden' };
}

function stepAfter(result: { readonly __typename: string; readonly message?: string } | undefined): SurveyStep {
  if (result?.__typename === 'SubmitSurveyResponsePayload') return { step: 'thanks' };
  return result?.__typename === 'SurveyClosedError'
    ? { step: 'closed' }
    : { step: 'rejected', message: result?.message };
}
