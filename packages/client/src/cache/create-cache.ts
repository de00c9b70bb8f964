import { InMemoryCache } from '@apollo/client';
import { possibleTypes } from '../generated/possible-types.ts';
import { mergeSameRevision } from './merge-revision.ts';

/**
 * A cache that knows the graph. Nodes are kept by id and definitions by key; readings and series stay inside their
 * portfolio, account or survey under their arguments, so widgets with different periods, filters or policies never
 * overwrite each other, and widgets on the same portfolio add to it.
 */
export function createPlimsollCache(): InMemoryCache {
  const value = { keyFields: false, merge: true } as const;
  const revised = { keyFields: false, merge: mergeSameRevision } as const;
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Viewer: { keyFields: [] },
      Workspace: { keyFields: ['key'] },
      MetricDefinition: { keyFields: ['key'] },
      Portfolio: value,
      Period: value,
      Money: value,
      Policy: value,
      SurveyEligibility: value,
      MetricReading: revised,
      MetricSeries: revised,
      AccountHealth: revised,
    },
  });
}
