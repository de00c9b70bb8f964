'use client';
import type { FormEvent } from 'react';
import { formatNumber } from '../format/number.ts';
import { bucketOf, type NpsSurveyData } from './nps-survey-data.ts';
import type { NpsSurveyLabels } from './nps-survey-labels.ts';
import { Scale } from './Scale.tsx';

/** What a survey form holds, and what it says when the reader acts. */
export interface SurveyAnswers {
  /** 0…10, or null before one is chosen. */
  readonly answer: number | null;
  readonly comment: string;
  readonly onAnswer: (answer: number) => void;
  readonly onComment: (comment: string) => void;
  readonly onSend: () => void;
  readonly onDismiss: () => void;
}

/** Props of {@link SurveyForm}. */
export interface SurveyFormProps extends SurveyAnswers {
  readonly data: NpsSurveyData;
  readonly locale: string;
  readonly labels: NpsSurveyLabels;
}

/** The question, then a follow-up that depends on the answer, then "Send" beside "Not now". Renders a `form`. */
export function SurveyForm(props: SurveyFormProps) {
  const { data, locale, labels, answer } = props;
  const { survey } = data;
  const isSending = data.step === 'sending';
  const followUp = answer !== null && survey.followUps.find(({ bucket }) => bucket === bucketOf(answer));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending && answer !== null) props.onSend();
  };
  return (
    <form onSubmit={send} aria-busy={isSending}>
      <Scale survey={survey} answer={answer} onAnswer={props.onAnswer} disabled={isSending} locale={locale} />
      {followUp && (
        <label className="pl-follow-up">
          {followUp.question}
          <textarea
            rows={4}
            maxLength={5000}
            readOnly={isSending}
            value={props.comment}
            onChange={(event) => props.onComment(event.target.value)}
          />
        </label>
      )}
      {data.step === 'rejected' && (
        <p className="pl-problem" role="alert">
          {data.message ?? labels.rejected}
        </p>
      )}
      <div className="pl-actions">
        <button type="submit" aria-disabled={isSending}>
          {isSending ? labels.sending : labels.send}
        </button>
        <button type="button" aria-disabled={isSending} onClick={() => !isSending && props.onDismiss()}>
          {labels.dismiss}
        </button>
        <span>{labels.progress.replace('{step}', formatNumber(followUp ? 2 : 1, locale))}</span>
      </div>
    </form>
  );
}
