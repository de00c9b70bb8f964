'use client';
import { forwardRef } from 'react';
import { useWidgetProps } from '../provider/use-widget-props.ts';
import { NpsSurveyView, type NpsSurveyViewProps } from './NpsSurveyView.tsx';
import type { SurveyAnswers } from './SurveyForm.tsx';
import { useNpsSurvey } from './use-nps-survey.ts';

/** Props of {@link NpsSurvey}: which survey, and what its view takes besides state and answers. */
export interface NpsSurveyProps extends Omit<NpsSurveyViewProps, 'state' | keyof SurveyAnswers> {
  /** The survey's key. */
  readonly survey: string;
  /** Called when the reader puts the survey away; it then renders nothing. */
  readonly onDismissed?: (() => void) | undefined;
}

/**
 * The NPS question, answered by the person the token stands for. Renders a `div`, or nothing once put away.
 *
 * @example
 * <NpsSurvey survey="relationship" />
 */
export const NpsSurvey = forwardRef<HTMLDivElement, NpsSurveyProps>((props, ref) => {
  const { survey, onDismissed, ...rest } = useWidgetProps(props);
  const { isDismissed, onDismiss, ...control } = useNpsSurvey(survey);
  if (isDismissed) return null;
  return (
    <NpsSurveyView
      ref={ref}
      {...rest}
      {...control}
      onDismiss={() => {
        onDismiss();
        onDismissed?.();
      }}
    />
  );
});
