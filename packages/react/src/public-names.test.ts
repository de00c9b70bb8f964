import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import * as root from './index.ts';
import * as views from './views.ts';

const viewNames = [
  'HealthGaugeView',
  'MetricCardView',
  'NpsScoreView',
  'NpsSurveyView',
  'bucketOf',
  'healthGaugeLabels',
  'metricCardLabels',
  'npsScoreLabels',
  'npsSurveyLabels',
];

const connectedNames = [
  'HealthGauge',
  'MetricCard',
  'NpsScore',
  'NpsSurvey',
  'PlimsollProvider',
  'useAccountHealth',
  'useMetric',
  'useNpsScore',
  'useNpsSurvey',
  'usePlimsoll',
];

test('the package exports these names and no others', () => {
  expect(Object.keys(views).sort()).toEqual(viewNames);
  expect(Object.keys(root).sort()).toEqual([...connectedNames, ...viewNames].sort());
});

test('the package has these entries and no others', () => {
  expect(Object.keys(manifest.exports)).toEqual(['.', './views', './styles.css', './package.json']);
});
