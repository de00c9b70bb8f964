'use client';
import { forwardRef } from 'react';
import { safeLocale } from '../format/locale.ts';
import { Card } from '../widget/Card.tsx';
import type { WidgetProps } from '../widget/widget-props.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import { Closing } from './Closing.tsx';
import type { NpsSurveyData } from './nps-survey-data.ts';
import { type NpsSurveyLabels, npsSurveyLabels } from './nps-survey-labels.ts';
import { type SurveyAnswers, SurveyForm } from './SurveyForm.tsx';

/** Props of {@link NpsSurveyView}. */
export interface NpsSurveyViewProps extends WidgetProps<NpsSurveyLabels>, SurveyAnswers {
  readonly state: WidgetState<NpsSurveyData>;
}

/**
 * The NPS question from 0 to 10, a follow-up that depends on the answer, and thanks. Holds nothing itself: answer,
 * comment and step come in, what the reader does goes out. Renders a `div`.
 *
 * @example
 * <NpsSurveyView
 *   state={{ status: 'ready', data: { step: 'asking', survey } }}
 *   answer={answer} onAnswer={setAnswer} comment={comment} onComment={setComment}
 *   onSend={send} onDismiss={hide}
 * />
 */
export const NpsSurveyView = forwardRef<HTMLDivElement, NpsSurveyViewProps>(
  ({ locale, answer, comment, onAnswer, onComment, onSend, onDismiss, ...props }, rootRef) => {
    const { data } = props.state;
    const labels = { ...npsSurveyLabels, ...props.labels };
    const closing = data && closingText(data, labels);
    return (
      <Card aria-label={data?.survey.name ?? labels.survey} {...props} labels={labels} rootRef={rootRef}>
        {data && (
          <>
            <div role="status">
              {data.step === 'sending' && <span className="pl-sr">{labels.sending}</span>}
              {closing && <Closing text={closing} takesFocus={data.step === 'thanks'} />}
            </div>
            {!closing && (
              <SurveyForm
                data={data}
                locale={safeLocale(locale)}
                labels={labels}
                answer={answer}
                comment={comment}
                onAnswer={onAnswer}
                onComment={onComment}
                onSend={onSend}
                onDismiss={onDismiss}
              />
            )}
          </>
        )}
      </Card>
    );
  },
);

function closingText(data: NpsSurveyData, labels: NpsSurveyLabels): string | undefined {
  switch (data.step) {
    case 'thanks':
      return data.survey.thanks;
    case 'answered':
    case 'closed':
      return labels[data.step];
    default:
      return undefined;
  }
}
