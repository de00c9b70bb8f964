import { createPlimsollClient } from '@plimsoll/client';
import { type ReactNode, StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { HealthGauge, MetricCard, NpsScore, NpsSurvey, PlimsollProvider } from '../index.ts';
import { createNetwork, type Network } from '../testing/network.ts';
import { health } from '../testing/sample-health.ts';
import { nps, surveyIn } from '../testing/sample-nps.ts';
import { nrrReading, nrrSeries } from '../testing/sample-reading.ts';
import { typed } from '../testing/typed-as.ts';

const portfolio = { metric: { ...nrrReading, accountCount: 412 }, series: nrrSeries };
const score = { id: 's1', key: 'relationship', ...nps };
const openScore = { ...nps.score, period: { ...nps.score.period, open: true } };
const open = {
  ...surveyIn({ step: 'asking' }).survey,
  eligibility: { eligible: true, reason: null, respondedAt: null },
};
const sent = {
  __typename: 'SubmitSurveyResponsePayload',
  duplicate: false,
  revision: '43',
  response: { __typename: 'SurveyResponse', id: 'r1', answer: 8, bucket: 'PASSIVE' },
};
const recorded = { data: { recordSurveyExposure: { __typename: 'RecordSurveyExposurePayload', recorded: true } } };

function renderOn(network: Network, children: ReactNode, fetchToken = async () => 'token') {
  const client = createPlimsollClient({ endpoint: 'https://gateway.test/graphql', fetchToken, fetch: network.fetch });
  return render(
    <StrictMode>
      <PlimsollProvider client={client} appearance={{ theme: 'dark' }} locale="de-DE">
        {children}
      </PlimsollProvider>
    </StrictMode>,
  );
}

test('a card asks for its metric and shows it in the look and language of its provider', async () => {
  const network = createNetwork(() => ({ data: typed({ portfolio }) }));
  const period = { last: { count: 12, unit: 'MONTH' } } as const;
  const screen = await renderOn(network, <MetricCard metric="NRR" period={period} data-testid="card" />);
  await expect.element(screen.getByTitle(/104,2/)).toBeVisible();
  await expect.element(screen.getByText(/^412 accounts/)).toBeVisible();
  await expect.element(screen.getByTestId('card')).toHaveAttribute('data-theme', 'dark');
  expect(network.asked[0]?.variables).toMatchObject({ key: 'NRR', period, trailing: 12 });
});

test('seven widgets fetch one token', async () => {
  const network = createNetwork(() => ({ data: typed({ portfolio }) }));
  const fetchToken = vi.fn(async () => 'token');
  const keys = ['NRR', 'GRR', 'MRR', 'ARR', 'ARPA', 'CUSTOMERS', 'LOGO_CHURN'] as const;
  await renderOn(
    network,
    keys.map((key) => <MetricCard key={key} metric={key} />),
    fetchToken,
  );
  await vi.waitFor(() => expect(network.asked.length).toBeGreaterThanOrEqual(7));
  expect(fetchToken).toHaveBeenCalledOnce();
});

test('a card without the scope says so, one whose account is not there too', async () => {
  const forbidden = createNetwork(() => ({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }));
  const screen = await renderOn(forbidden, <MetricCard metric="NRR" title="NRR" />);
  await expect.element(screen.getByText('No access')).toBeVisible();
  await screen.unmount();
  const empty = await renderOn(
    createNetwork(() => ({ data: { account: null } })),
    <HealthGauge account="gone" />,
  );
  await expect.element(empty.getByText('Not found or not shared with you')).toBeVisible();
});

test('a failed card asks again when told to', async () => {
  let isDown = true;
  const network = createNetwork(() =>
    isDown ? { errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] } : { data: typed({ portfolio }) },
  );
  const screen = await renderOn(network, <MetricCard metric="NRR" title="NRR" />);
  const retry = screen.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();
  isDown = false;
  await userEvent.click(retry);
  await expect.element(screen.getByTitle(/104,2/)).toBeVisible();
});

test('a gauge shows the account by the id the host knows it by', async () => {
  const network = createNetwork(() => ({ data: typed({ account: { id: 'a1', name: 'Acme Rockets', health } }) }));
  const screen = await renderOn(network, <HealthGauge account="acme" />);
  await expect.element(screen.getByRole('img', { name: '82 of 100, Healthy' })).toBeVisible();
  expect(network.asked[0]?.variables).toEqual({ externalId: 'acme' });
});

test('a score moves when somebody answers, and keeps its last value when that fails', async () => {
  let value = 42;
  let isDown = false;
  const network = createNetwork(() =>
    isDown
      ? { errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] }
      : { data: typed({ survey: { ...score, score: { ...openScore, value, revision: String(value) } } }) },
  );
  const screen = await renderOn(network, <NpsScore survey="relationship" />);
  await expect.element(screen.getByRole('img', { name: /^\+42/ })).toBeVisible();
  await vi.waitFor(() =>
    expect(network.asked.some(({ operationName }) => operationName === 'SurveyResponded')).toBe(true),
  );
  const event = {
    surveyResponded: { __typename: 'SurveyRespondedEvent', revision: '43', survey: { __typename: 'Survey', id: 's1' } },
  };
  value = 43;
  network.emit(event);
  network.emit(event);
  await expect.element(screen.getByRole('img', { name: /^\+43/ })).toBeVisible();
  expect(network.asked.filter(({ operationName }) => operationName === 'NpsScore').length).toBeLessThanOrEqual(3);
  isDown = true;
  network.emit(event);
  await expect.element(screen.getByText(/Not up to date/)).toBeVisible();
  await expect.element(screen.getByRole('img', { name: /^\+43/ })).toBeVisible();
});

test('a survey records its exposure once, keeps a failed answer, and sends it again under the same key', async () => {
  let failures = 1;
  const network = createNetwork(({ operationName }) => {
    if (operationName === 'NpsSurvey') return { data: typed({ survey: open }) };
    if (operationName === 'RecordSurveyExposure') return recorded;
    failures -= 1;
    return failures >= 0 ? { errors: [{ message: 'lost' }] } : { data: { submitSurveyResponse: sent } };
  });
  const screen = await renderOn(network, <NpsSurvey survey="relationship" />);
  await userEvent.click(screen.getByRole('radio', { name: '8' }), { force: true });
  await userEvent.fill(screen.getByRole('textbox'), 'Column order.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await expect.element(screen.getByRole('textbox')).toHaveValue('Column order.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await expect.element(screen.getByText(/Thank you/)).toHaveFocus();

  const inputs = network.asked.flatMap(({ operationName, variables }) =>
    operationName === 'SubmitSurveyResponse' ? [variables.input] : [],
  );
  expect(inputs).toHaveLength(2);
  expect(inputs[0]).toEqual(inputs[1]);
  expect(inputs[0]).toMatchObject({ survey: 'relationship', answer: 8, comment: 'Column order.' });
  expect(network.asked.filter(({ operationName }) => operationName === 'RecordSurveyExposure')).toHaveLength(1);
});

test('a survey that is put away is gone, and says so to the gateway', async () => {
  const network = createNetwork(({ operationName }) =>
    operationName === 'NpsSurvey' ? { data: typed({ survey: open }) } : recorded,
  );
  const onDismissed = vi.fn();
  const screen = await renderOn(network, <NpsSurvey survey="relationship" onDismissed={onDismissed} />);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(onDismissed).toHaveBeenCalledOnce();
  expect(screen.container.textContent).toBe('');
  await vi.waitFor(() => expect(network.asked.at(-1)?.variables.input).toMatchObject({ dismissed: true }));
});

test.each([
  ['ANSWERED', 'You have already answered. Thank you.'],
  ['CLOSED', 'This survey is closed.'],
  ['NOBODY', 'This survey is not open to you'],
] as const)('does not ask where the gateway says %s', async (reason, text) => {
  const survey = { ...open, eligibility: { eligible: false, reason, respondedAt: null } };
  const network = createNetwork(() => ({ data: typed({ survey }) }));
  const screen = await renderOn(network, <NpsSurvey survey="relationship" />);
  await expect.element(screen.getByText(text)).toBeVisible();
  expect(network.asked).toHaveLength(1);
});
