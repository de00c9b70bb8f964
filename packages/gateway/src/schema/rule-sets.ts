import { defaultPolicy, type MetricKey, metricOf, recognisesAlike, recognitionOf } from '@plimsoll/metrics';
import type { Extent } from '../cost/extent.ts';
import type { Session } from '../session.ts';
import { overridePolicy, switchesOf } from './policy-input.ts';
import { readsRecognised } from './subject-under.ts';

/** Accounts whose revenue one unit of weight derives anew from their subscriptions. */
const accountsPerUnit = 20;

/** What deriving the revenue of every account under another set of MRR rules weighs. */
export function derivationWeight({ accounts }: Extent): number {
  return Math.ceil(accounts / accountsPerUnit);
}

/**
 * Identify the set of MRR rules that a field's policy override asks for.
 *
 * @param session left out where it is not opened yet: every override then counts as other rules than the workspace's
 * @param args the field's arguments
 * @returns equal texts for equal sets; `undefined` where revenue is read under the workspace's own rules
 */
export function ruleSetOf(session: Session | undefined, args: Readonly<Record<string, unknown>>): string | undefined {
  const { policy: overrides, key, keys } = args;
  if (typeof overrides !== 'object' || overrides === null) return undefined;
  // Arguments of these names are metric keys wherever a policy can be given with them.
  const metrics = (key === undefined ? keys : [key]) as readonly MetricKey[] | undefined;
  if (metrics !== undefined && !metrics.some((metric) => readsRecognised(metricOf(metric)))) return undefined;
  if (session === undefined) {
    const rules = recognitionOf({ ...defaultPolicy, ...switchesOf(overrides) });
    return recognisesAlike(rules, defaultPolicy) ? undefined : JSON.stringify(rules);
  }
  const policy = overridePolicy(session.policy, overrides);
  return recognisesAlike(policy, session.ledger.recognition) ? undefined : JSON.stringify(recognitionOf(policy));
}
