'use client';
import { AccountHealthDocument } from '@plimsoll/client';
import { useWidgetState } from '../provider/use-widget-state.ts';
import { widgetQuery } from '../provider/widget-query.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import type { HealthGaugeData } from './health-gauge-data.ts';

/** The health of one account, by the id your own system knows it by, as a gauge shows it. */
export function useAccountHealth(account: string): WidgetState<HealthGaugeData> {
  return useWidgetState<HealthGaugeData>(
    widgetQuery(AccountHealthDocument, { externalId: account }, ({ account }) => account ?? undefined),
  ).state;
}
