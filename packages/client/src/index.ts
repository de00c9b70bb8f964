export { createPlimsollCache } from './cache/create-cache.ts';
export { createPlimsollClient, type PlimsollClientOptions } from './create-plimsoll-client.ts';
export { errorCode } from './errors/error-code.ts';
export { TokenError } from './errors/token-error.ts';
export {
  type AccountFilter,
  AccountHealthDocument,
  type AccountHealthQuery,
  AccountMetricDocument,
  type AccountMetricQuery,
  type Comparison,
  type DefinitionPartsFragment,
  type DistributionPartsFragment,
  type HealthBandPartsFragment,
  type HealthPartsFragment,
  type MetricKey,
  type MetricUnit,
  type MoneyPartsFragment,
  NpsScoreDocument,
  type NpsScoreQuery,
  NpsSurveyDocument,
  type NpsSurveyQuery,
  type PeriodInput,
  type PeriodPartsFragment,
  type PeriodUnit,
  type PolicyInput,
  PortfolioMetricDocument,
  type PortfolioMetricQuery,
  type ReadingPartsFragment,
  RecordSurveyExposureDocument,
  type SeriesPartsFragment,
  SubmitSurveyResponseDocument,
  type SubmitSurveyResponseMutation,
  type SurveyPartsFragment,
  SurveyRespondedDocument,
} from './generated/graphql.ts';
export type { NpsBucket } from './nps-bucket.ts';
export type { FetchToken } from './session/token-session.ts';
