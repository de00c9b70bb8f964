/** Hashes of the operations that each widget sends; written by `npm run generate`. See `operationHash`. */
export const widgetDocuments = {
  HealthGauge: [
    // query AccountHealth
    'f2680efc868c3df6eb270262b67e8f01c1efaf13da13cf25412fb54d74b78f4f',
  ],
  MetricCard: [
    // query PortfolioMetric
    '221b9d9d8ea1de059f85bfeb6d8960c8f21568d4c81451ae1f9d6332294ef828',
    // query AccountMetric
    'cbf1c5953e5ca033ae1398367790a7a29d5443b8d473ebf2129b6fef831deca2',
  ],
  NpsScore: [
    // query NpsScore
    '6a759181fef0a486c087e881a7c32c88428570ee1011613f334fb9a30a32678c',
    // subscription SurveyResponded
    'a58b715a609e1672fcea890360ef0dd92c91e308160b139bf66acb7af3df05e8',
  ],
  NpsSurvey: [
    // query NpsSurvey
    '9fd9760ee78b26569979002da58210a691673a5d713c711afecfa3ae141e13ea',
    // mutation SubmitSurveyResponse
    '20d9de12d94115b21f9f73ed960ae2603b0648d73d15c53f0724a75b89f57092',
    // mutation RecordSurveyExposure
    'b4dd3ef9b985654056d48200701e1fa468b545d9f943d5e3155b48340f16b998',
  ],
} as const;
