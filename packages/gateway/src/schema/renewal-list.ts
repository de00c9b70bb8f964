import type { Money as MoneyModel } from '@plimsoll/metrics';
import { requireScope } from '../auth/viewer.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import { Money } from './money.ts';
import { pageCost, pageOfList } from './page.ts';
import { PeriodInput, periodFrom } from './period.ts';
import { amountOf, isDueIn, Renewal, type RenewalModel, RenewalStatus, renewalsOfAccount } from './renewal.ts';

/** What contracts are worth together; those without an exchange rate are in no sum. */
function totalOf(renewals: readonly RenewalModel[], currency: string): MoneyModel {
  return { minor: renewals.reduce((sum, renewal) => sum + (amountOf(renewal)?.minor ?? 0n), 0n), currency };
}

builder.interfaceField(Measured, 'renewals', (t) =>
  t.connection(
    {
      type: Renewal,
      description:
        'Contracts whose renewal day lies in a period, the earliest first. Over a finished period they are what is DUE in the renewal rate; those that are upcoming or overdue are what is DUE in revenue at risk.',
      args: {
        period: t.arg({ type: PeriodInput, description: 'Due when; in the current quarter when left out.' }),
        status: t.arg({ type: [RenewalStatus], description: 'Only those that stand so today.' }),
      },
      complexity: (args) => ({ field: 10, multiplier: pageCost(args) }),
      resolve: ({ session, selection }, { period: named, status, ...page }) => {
        requireScope(session.viewer, 'metrics:read');
        requireScope(session.viewer, 'accounts:read');
        const period = periodFrom(named, { kind: 'current', unit: 'QUARTER' }, session);
        const due = [...selection.indices]
          .flatMap((account) => renewalsOfAccount(session, account))
          .filter((renewal) => isDueIn(renewal, period) && (status == null || status.includes(renewal.state)))
          .sort((a, b) => a.endsOn - b.endsOn || a.row - b.row);
        return { ...pageOfList(page, due), total: totalOf(due, session.ledger.currency) };
      },
    },
    {
      description: 'A page of renewals.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many contracts there are in all.',
          resolve: (page) => page.totalCount,
        }),
        total: connection.field({
          type: Money,
          description: 'What a year of all of them is worth; those without an exchange rate are left out.',
          resolve: (page) => page.total,
        }),
      }),
    },
    { description: 'A renewal with its cursor.' },
  ),
);
