import { type Renewal as RenewalModel, renewalReport } from '@plimsoll/metrics';
import { scanWeight } from '../cost/extent.ts';
import { withAccounts } from './account-model.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import { Money } from './money.ts';
import { pageCost, pageOfListing } from './page.ts';
import { PeriodInput, periodFrom } from './period.ts';
import { Renewal, RenewalStatus } from './renewal.ts';

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
      weight: (args, extent) => ({ field: 10 + 2 * scanWeight(extent), multiplier: pageCost(args) }),
      access: { allOf: ['metrics:read', 'accounts:read'] },
      resolve: ({ session, selection }, { period: named, status, ...page }) => {
        const { reader, ledger, policy, today } = session;
        const period = periodFrom(named, { kind: 'current', unit: 'QUARTER' }, session);
        return pageOfListing(session, page, {
          list: (most) =>
            reader.work(renewalReport(period, today, status ?? undefined, most), { ledger, selection, policy }),
          nodes: (entries: readonly RenewalModel[]) => withAccounts(session, entries),
        });
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
          resolve: (page) => page.found.total,
        }),
      }),
    },
    { description: 'A renewal with its cursor.' },
  ),
);
