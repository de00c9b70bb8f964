import { HealthGaugeView, MetricCardView, NpsScoreView, NpsSurveyView } from '@plimsoll/react/views';
import { type ReactElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { health } from '../../../packages/react/src/testing/sample-health.ts';
import { nps, surveyIn } from '../../../packages/react/src/testing/sample-nps.ts';
import { nrrReading, nrrSeries } from '../../../packages/react/src/testing/sample-reading.ts';

/** The survey holds nothing itself, so the host does. */
function Survey(): ReactElement {
  const [answer, setAnswer] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  return (
    <NpsSurveyView
      id="survey"
      state={{ status: 'ready', data: surveyIn({ step: 'asking' }) }}
      answer={answer}
      onAnswer={setAnswer}
      comment={comment}
      onComment={setComment}
      onSend={() => undefined}
      onDismiss={() => undefined}
    />
  );
}

/** Every view with complete data, in the page or inside a shadow root that adopted the sheet. */
async function mount(): Promise<void> {
  const host = document.getElementById('widgets');
  if (host === null) throw new Error('The page has no place for widgets.');
  let place: Element = host;
  if (host.dataset.shadow !== undefined) {
    const shadow = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch('/styles.css')).text());
    shadow.adoptedStyleSheets = [sheet];
    place = shadow.appendChild(document.createElement('div'));
  }
  createRoot(place).render(
    <StrictMode>
      <MetricCardView
        id="card"
        state={{ status: 'ready', data: { reading: nrrReading, series: nrrSeries, accounts: 412 } }}
      />
      <HealthGaugeView id="gauge" state={{ status: 'ready', data: { name: 'Acme Rockets', health } }} />
      <NpsScoreView id="score" state={{ status: 'ready', data: nps }} />
      <Survey />
    </StrictMode>,
  );
}

await mount();
