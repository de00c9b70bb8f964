'use client';
import type { AccountFilter, Comparison, MetricKey, PeriodInput, PeriodUnit, PolicyInput } from '@plimsoll/client';
import { AccountMetricDocument, PortfolioMetricDocument } from '@plimsoll/client';
import { useWidgetState } from '../provider/use-widget-state.ts';
import { widgetQuery } from '../provider/widget-query.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import type { MetricCardData } from './metric-card-data.ts';

/** Which number, of whom, over what. */
export interface MetricQuery {
  readonly metric: MetricKey;
  /** The external id of one account; without it the number is the portfolio's. */
  readonly account?: string | undefined;
  /** Narrows the portfolio; ignored for one account. */
  readonly filter?: AccountFilter | undefined;
  /** @default the last twelve complete months; for balances the current month */
  readonly period?: PeriodInput | undefined;
  /** @default 'PREVIOUS_PERIOD' */
  readonly compare?: Comparison | undefined;
  /** Switches that differ from the workspace's policy. */
  readonly policy?: PolicyInput | undefined;
  /** What the course over time covers. @default the last twelve months, with the current one where the period has it */
  readonly seriesPeriod?: PeriodInput | undefined;
  /** @default 'MONTH' */
  readonly granularity?: PeriodUnit | undefined;
}

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12, DAY: 0, WEEK: 0, FISCAL_QUARTER: 3, FISCAL_YEAR: 12 };

/** How long each point's window is, so that it matches the reading's; without a period the gateway's twelve months. */
function trailingMonths(granularity: PeriodUnit, period: PeriodInput | undefined): number {
  if (granularity !== 'MONTH') return 1;
  if (!period) return 12;
  return period.last ? period.last.count * MONTHS[period.last.unit] || 1 : 1;
}

/**
 * A metric's reading with its course, as a card shows it. Each point of the course covers as long a window as the
 * reading: twelve months of retention are compared with twelve months.
 */
export function useMetric(query: MetricQuery): WidgetState<MetricCardData> {
  const { account, period, filter, seriesPeriod, granularity = 'MONTH' } = query;
  const includeCurrent = period?.last?.includeCurrent ?? period?.current !== undefined;
  const variables = {
    key: query.metric,
    period,
    compare: query.compare ?? 'PREVIOUS_PERIOD',
    policy: query.policy,
    seriesPeriod: seriesPeriod ?? (period && { last: { count: 12, unit: 'MONTH', includeCurrent } }),
    granularity,
    trailing: trailingMonths(granularity, period),
  } as const;
  return useWidgetState<MetricCardData>(
    account === undefined
      ? widgetQuery(PortfolioMetricDocument, { ...variables, filter }, ({ portfolio: { metric, series } }) => ({
          reading: metric,
          series,
          accounts: metric.accountCount,
        }))
      : widgetQuery(AccountMetricDocument, { ...variables, externalId: account }, ({ account }) =>
          account ? { reading: account.metric, series: account.series, subject: account.name } : undefined,
        ),
  ).state;
}
