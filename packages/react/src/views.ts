export { HealthGaugeView } from './health-gauge/HealthGaugeView.tsx';
export { MetricCardView } from './metric-card/MetricCardView.tsx';
export { NpsScoreView } from './nps-score/NpsScoreView.tsx';
export { NpsSurveyView } from './nps-survey/NpsSurveyView.tsx';
