'use client';
import type { SurveyPartsFragment } from '@plimsoll/client';
import { useId } from 'react';
import { formatNumber } from '../format/number.ts';

/** Props of {@link Scale}. */
export interface ScaleProps {
  readonly survey: SurveyPartsFragment;
  readonly answer: number | null;
  readonly onAnswer: (answer: number) => void;
  readonly disabled: boolean;
  readonly locale: string;
}

const ANSWERS = Array.from({ length: 11 }, (_, answer) => answer);

/**
 * The question and its eleven answers as native radio buttons in a field set: arrow keys move, and nothing is sent by
 * moving. The words at both ends are part of the first and last answer's name. Renders a `fieldset`.
 */
export function Scale({ survey, answer, onAnswer, disabled, locale }: ScaleProps) {
  const name = useId();
  const endOf: Readonly<Record<number, string>> = { 0: survey.lowLabel, 10: survey.highLabel };
  return (
    <fieldset>
      <legend className="pl-question">{survey.question}</legend>
      <div className="pl-scale">
        {ANSWERS.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              required
              disabled={disabled}
              checked={value === answer}
              onChange={() => onAnswer(value)}
            />
            {formatNumber(value, locale)}
            {endOf[value] && <span className="pl-sr">, {endOf[value]}</span>}
          </label>
        ))}
      </div>
      <div className="pl-ends" aria-hidden="true">
        <span>{survey.lowLabel}</span>
        <span>{survey.highLabel}</span>
      </div>
    </fieldset>
  );
}
