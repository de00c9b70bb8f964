'use client';
import { useSubscription } from '@apollo/client/react';
import {
  type AccountFilter,
  type Comparison,
  NpsScoreDocument,
  type PeriodInput,
  type PeriodUnit,
  type PolicyInput,
  SurveyRespondedDocument,
} from '@plimsoll/client';
import { useEffect, useRef } from 'react';
import { usePlimsoll } from '../provider/plimsoll-context.ts';
import { useWidgetState } from '../provider/use-widget-state.ts';
import { widgetQuery } from '../provider/widget-query.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import type { NpsScoreData } from './nps-score-data.ts';

/** Which survey's score, of whom, over what. */
export interface NpsScoreQuery {
  /** The survey's key. */
  readonly survey: string;
  /** What the score covers. @default the last twelve months with the current one, so that a new answer counts at once */
  readonly period?: PeriodInput | undefined;
  /** @default 'PREVIOUS_PERIOD' */
  readonly compare?: Comparison | undefined;
  /** Narrows whose answers count. */
  readonly filter?: AccountFilter | undefined;
  /** Switches that differ from the workspace's policy. */
  readonly policy?: PolicyInput | undefined;
  /** What the trend covers. @default the last six quarters, with the current one where the period has it */
  readonly trendPeriod?: PeriodInput | undefined;
  /** @default 'QUARTER' */
  readonly granularity?: PeriodUnit | undefined;
  /** Whether new answers update the score while it is shown, if it or its trend reaches today. @default true */
  readonly live?: boolean | undefined;
}

const TWELVE_MONTHS: PeriodInput = { last: { count: 12, unit: 'MONTH', includeCurrent: true } };

/** Answers that arrive within this many milliseconds lead to one refetch. */
const QUIET = 300;

/** A survey's score with its distribution and trend, as a card shows it; kept up to date while answers come in. */
export function useNpsScore(query: NpsScoreQuery): WidgetState<NpsScoreData> {
  const { survey, period = TWELVE_MONTHS, filter, policy, live = true } = query;
  const { client } = usePlimsoll();
  const includeCurrent = period.last?.includeCurrent ?? period.current !== undefined;
  const { state, refetch } = useWidgetState<NpsScoreData>(
    widgetQuery(
      NpsScoreDocument,
      {
        survey,
        period,
        filter,
        policy,
        compare: query.compare ?? 'PREVIOUS_PERIOD',
        trendPeriod: query.trendPeriod ?? { last: { count: 6, unit: 'QUARTER', includeCurrent } },
        granularity: query.granularity ?? 'QUARTER',
      },
      // Only an NPS survey was asked for, and its answers fall in the groups of NPS alone.
      (answer) => (answer.survey as NpsScoreData | null) ?? undefined,
    ),
  );

  // A new answer counts today, so what ends before today cannot move.
  const { score, trend } = state.data ?? {};
  const canMove = [score, ...(trend?.points ?? [])].some((shown) => shown?.period.open);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(SurveyRespondedDocument, {
    client,
    variables: { survey },
    skip: !live || !canMove,
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), QUIET);
    },
  });
  return state;
}
