import { createPlimsollClient } from '@plimsoll/client';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { MetricCard, type MetricQuery, NpsScore, PlimsollProvider } from '../index.ts';
import { type Asked, createNetwork, type Network } from '../testing/network.ts';
import { nps } from '../testing/sample-nps.ts';
import { nrrReading, nrrSeries } from '../testing/sample-reading.ts';
import { typed } from '../testing/typed-as.ts';

const clientOn = ({ fetch }: Network) =>
  createPlimsollClient({ endpoint: 'https://gateway.test/graphql', fetchToken: async () => 'token', fetch });

/** A gateway that answers the first question at once and every later one when told to. */
function createSlowNetwork() {
  const later = Promise.withResolvers<void>();
  let isFirst = true;
  const network = createNetwork(async () => {
    const value = isFirst ? 1.042 : 0.955;
    if (!isFirst) await later.promise;
    isFirst = false;
    const metric = { ...nrrReading, value, accountCount: 412 };
    return { data: typed({ portfolio: { metric, series: nrrSeries } }) };
  });
  return { client: clientOn(network), answer: later.resolve };
}

function card(client: ReturnType<typeof clientOn>, query: Partial<MetricQuery>) {
  return (
    <PlimsollProvider client={client}>
      <MetricCard metric="NRR" title="Card" {...query} />
    </PlimsollProvider>
  );
}

test.each<[string, Partial<MetricQuery>]>([
  ['filter', { filter: { accounts: ['acme'] } }],
  ['period', { period: { year: 2025 } }],
])('keeps the number while another %s is on its way, and says that it is the old one', async (_, query) => {
  const { client, answer } = createSlowNetwork();
  const screen = await render(card(client, {}));
  const group = screen.getByRole('group', { name: 'Card' });
  await expect.element(screen.getByTitle('104.2%')).toBeVisible();
  await expect.element(group).toHaveAttribute('aria-busy', 'false');
  await screen.rerender(card(client, query));
  await expect.element(group).toHaveAttribute('aria-busy', 'true');
  expect(group.element().textContent).toMatch(/Not up to date.*104\.2/);
  answer();
  await expect.element(screen.getByTitle('95.5%')).toBeVisible();
  await expect.element(group).toHaveAttribute('aria-busy', 'false');
  expect(group.element().textContent).not.toContain('Not up to date');
});

test.each<[string, Partial<MetricQuery>]>([
  ['metric', { metric: 'GRR' }],
  ['account', { account: 'acme' }],
])('shows nothing of one %s while another is on its way', async (_, query) => {
  const { client } = createSlowNetwork();
  const screen = await render(card(client, {}));
  await expect.element(screen.getByTitle('104.2%')).toBeVisible();
  await screen.rerender(card(client, query));
  await expect.element(screen.getByText('Loading')).toBeInTheDocument();
  expect(screen.container.textContent).not.toContain('104');
});

test.each([
  [true, 'listens for answers while its score can move'],
  [false, 'does not listen where score and trend are of the past'],
])('open: %s, %s', async (open, _) => {
  const period = { ...nps.score.period, open };
  const survey = { id: 's1', key: 'relationship', ...nps, score: { ...nps.score, period } };
  const network = createNetwork(() => ({ data: typed({ survey }) }));
  const screen = await render(
    <PlimsollProvider client={clientOn(network)}>
      <NpsScore survey="relationship" period={{ month: '2026-09' }} />
    </PlimsollProvider>,
  );
  await expect.element(screen.getByRole('img', { name: /^\+42/ })).toBeVisible();
  const isListening = ({ operationName }: Asked) => operationName === 'SurveyResponded';
  if (open) await vi.waitFor(() => expect(network.asked.some(isListening)).toBe(true));
  else await new Promise((resolve) => setTimeout(resolve, 100));
  expect(network.asked.some(isListening)).toBe(open);
  expect(network.asked[0]?.variables).toMatchObject({ trendPeriod: { last: { includeCurrent: false } } });
});
