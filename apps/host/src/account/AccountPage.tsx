import { useQuery } from '@apollo/client/react';
import { HealthGauge, MetricCard, usePlimsoll } from '@plimsoll/react';
import { Link, useSearch } from 'wouter';
import { AnswersPanel } from '../answers/AnswersPanel.tsx';
import { searchOf, segmentFrom } from '../portfolio/segment.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { AccountFacts } from './AccountFacts.tsx';
import { AccountDocument } from './account-query.ts';

const year = { last: { count: 12, unit: 'MONTH' } } as const;
const month = { last: { count: 1, unit: 'MONTH' } } as const;

/** Props of {@link AccountPage}. */
export interface AccountPageProps {
  readonly externalId: string;
}

/** One customer: who they are, how they are doing, and what they are worth. */
export function AccountPage({ externalId }: AccountPageProps) {
  const { client } = usePlimsoll();
  const back = searchOf(segmentFrom(useSearch()));
  const { data } = useQuery(AccountDocument, { client, variables: { externalId } });
  if (data?.account === null) return <NotFoundPage what="account" />;
  const account = data?.account;
  return (
    <>
      <Link className="back" href={`/${back}`}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3 5 8l5 5" />
        </svg>
        Portfolio
      </Link>
      <PageTitle title={account?.name ?? 'Account'}>
        <AccountFacts account={account} />
      </PageTitle>
      <section className="figures figures-account" aria-label="Key figures">
        <HealthGauge className="figures-tall" account={externalId} title="Health" />
        <MetricCard metric="MRR" account={externalId} period={month} compare="PREVIOUS_YEAR" />
        <MetricCard metric="NRR" account={externalId} period={year} />
        <MetricCard metric="GRR" account={externalId} period={year} />
        <MetricCard metric="EXPANSION_MRR" account={externalId} period={year} />
        <MetricCard metric="CONTRACTION_MRR" account={externalId} period={year} />
        <MetricCard metric="NPS" account={externalId} period={year} />
      </section>
      {account && <AnswersPanel filter={{ accounts: [account.id] }} first={6} naming={false} />}
    </>
  );
}
