import { MetricCard, PlimsollProvider } from '@plimsoll/react';
import { createRoot } from 'react-dom/client';

const month = { month: new URLSearchParams(location.search).get('month') ?? '' };
const fetchToken = async (): Promise<string> => (await fetch('/token')).text();

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <PlimsollProvider endpoint="/graphql" fetchToken={fetchToken}>
    {(['CUSTOMERS', 'MRR', 'CHURNED_MRR'] as const).map((metric) => (
      <MetricCard key={metric} metric={metric} period={month} />
    ))}
    <MetricCard metric="MRR" period={month} filter={{ trait: { key: 'Contract', in: ['Two year'] } }} />
  </PlimsollProvider>,
);
