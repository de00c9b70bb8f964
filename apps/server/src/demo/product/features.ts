import type { FeatureRecord } from '@plimsoll/store';
import { type Plan, plans } from '../demo-records.ts';

/** A part of Harbor with how much it is liked, beside the others. */
interface Feature {
  readonly key: string;
  readonly name: string;
  /** The smallest plan that it belongs to. */
  readonly since: Plan;
  readonly liking: number;
}

const list: readonly Feature[] = [
  { key: 'planning', name: 'Planning board', since: 'Starter', liking: 10 },
  { key: 'schedules', name: 'Schedules', since: 'Starter', liking: 7 },
  { key: 'reports', name: 'Reports', since: 'Starter', liking: 4 },
  { key: 'approvals', name: 'Approvals', since: 'Team', liking: 4 },
  { key: 'mobile', name: 'Crew app', since: 'Team', liking: 3 },
  { key: 'forecasts', name: 'Forecasts', since: 'Business', liking: 1.6 },
  { key: 'integrations', name: 'Integrations', since: 'Business', liking: 2 },
  { key: 'audit-log', name: 'Audit log', since: 'Enterprise', liking: 0.6 },
];

/** The features as the store takes them. */
export const features: readonly FeatureRecord[] = list.map(({ key, name, since }) => ({
  key,
  name,
  plans: plans.slice(plans.indexOf(since)),
}));

/** What a plan holds, by how much it is used. */
export function likingIn(plan: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(
    list.filter(({ since }) => plans.indexOf(since) <= plans.indexOf(plan)).map(({ key, liking }) => [key, liking]),
  );
}
