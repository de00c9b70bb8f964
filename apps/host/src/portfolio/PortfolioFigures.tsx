import { MetricCard, type MetricCardProps, NpsScore } from '@plimsoll/react';

const year = { last: { count: 12, unit: 'MONTH' } } as const;
const month = { last: { count: 1, unit: 'MONTH' } } as const;
// Answers of the quarter alone would be none on its first day.
const twoMonths = { last: { count: 2, unit: 'MONTH', includeCurrent: true } } as const;
const weeks = { last: { count: 10, unit: 'WEEK' } } as const;
const quarter = { last: { count: 3, unit: 'MONTH' } } as const;

/** Props of {@link PortfolioFigures}. */
export interface PortfolioFiguresProps {
  readonly filter: MetricCardProps['filter'];
}

/**
 * The figures Harbor steers by: what is kept, what is earned, how customers are, what they say of late, what is up for
 * renewal, and how fast they are helped.
 */
export function PortfolioFigures({ filter }: PortfolioFiguresProps) {
  return (
    <section className="figures" aria-label="Key figures">
      <MetricCard metric="NRR" period={year} filter={filter} />
      <MetricCard metric="GRR" period={year} filter={filter} />
      <MetricCard metric="LOGO_CHURN" period={year} filter={filter} />
      <NpsScore className="figures-tall" survey="relationship" period={twoMonths} filter={filter} />
      <MetricCard metric="MRR" period={month} compare="PREVIOUS_YEAR" filter={filter} />
      <MetricCard metric="NET_NEW_MRR" period={month} filter={filter} />
      <MetricCard metric="QUICK_RATIO" period={quarter} filter={filter} />
      <MetricCard metric="CUSTOMERS" period={month} compare="PREVIOUS_YEAR" filter={filter} />
      <MetricCard metric="ARPA" period={month} compare="PREVIOUS_YEAR" filter={filter} />
      <MetricCard metric="HEALTH" filter={filter} />
      <MetricCard metric="EXPANSION_MRR" period={quarter} filter={filter} />
      <MetricCard metric="RENEWAL_RATE" period={year} filter={filter} />
      <MetricCard metric="REVENUE_AT_RISK" filter={filter} />
      <MetricCard metric="FIRST_RESPONSE_TIME" period={month} seriesPeriod={weeks} granularity="WEEK" filter={filter} />
      <MetricCard metric="TIME_TO_FIRST_VALUE" period={year} filter={filter} />
    </section>
  );
}
