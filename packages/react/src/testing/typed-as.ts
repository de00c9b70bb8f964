/** Adds `__typename`, as the gateway does, to the objects of a sample whose field names tell their type. */
const typeOfField: Readonly<Record<string, string>> = {
  portfolio: 'Portfolio',
  account: 'Account',
  survey: 'Survey',
  metric: 'MetricReading',
  score: 'MetricReading',
  previous: 'MetricReading',
  series: 'MetricSeries',
  trend: 'MetricSeries',
  definition: 'MetricDefinition',
  undefinedReasons: 'UndefinedReasonNote',
  period: 'Period',
  money: 'Money',
  terms: 'MetricTerm',
  change: 'MetricChange',
  excluded: 'Exclusion',
  policy: 'Policy',
  summary: 'PolicySwitch',
  points: 'SeriesPoint',
  distribution: 'ResponseDistribution',
  buckets: 'BucketCount',
  health: 'AccountHealth',
  band: 'HealthBand',
  bands: 'HealthBand',
  factors: 'HealthFactor',
  followUps: 'FollowUp',
  eligibility: 'SurveyEligibility',
};

/** A sample as the gateway would send it, with `__typename` on every object. */
export function typed(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, field));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, typed(inner, key)]);
  const name = typeOfField[field];
  return { ...(name && { __typename: name }), ...Object.fromEntries(entries) };
}
