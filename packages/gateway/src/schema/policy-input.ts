import { type Policy as PolicyModel, policyFault, policySwitches } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';
import {
  ChurnAt,
  ChurnDenominator,
  CmrrSigned,
  Discounts,
  FirstResponse,
  Fx,
  LtvMethod,
  Metered,
  NpsAnswer,
  NrrMethod,
  NrrReactivation,
  PastDue,
  Paused,
  SamePeriodChurn,
  SupportHours,
  Trial,
} from './policy-enums.ts';

/** Switches of a policy, for one question or for the workspace. */
export const PolicyInput = builder.inputType('PolicyInput', {
  description:
    'Policy switches, to override for one question or to set for the workspace; those left out stay as they are.',
  fields: (t) => ({
    nrrMethod: t.field({ type: NrrMethod, description: 'How NRR is worked out.' }),
    nrrReactivation: t.field({ type: NrrReactivation, description: 'Whether returns count in NRR.' }),
    samePeriodChurn: t.field({
      type: SamePeriodChurn,
      description: 'Whether customers won and lost within one period count as lost.',
    }),
    churnDenominator: t.field({ type: ChurnDenominator, description: 'What lost customers are divided by.' }),
    reactivationWindowDays: t.int({
      description: 'A return after more than this many days counts as new, 1 or more; null: never.',
    }),
    churnAt: t.field({ type: ChurnAt, description: 'When the revenue of somebody who cancels goes.' }),
    pastDue: t.field({ type: PastDue, description: 'Whether subscriptions whose payment is late count.' }),
    paused: t.field({ type: Paused, description: 'What a paused subscription is worth.' }),
    trial: t.field({ type: Trial, description: 'Whether a trial counts before it converts.' }),
    discounts: t.field({ type: Discounts, description: 'Which discounts lower recurring revenue.' }),
    metered: t.field({ type: Metered, description: 'Whether metered charges count.' }),
    fx: t.field({ type: Fx, description: 'At which rate other currencies are held.' }),
    cmrrSigned: t.field({
      type: CmrrSigned,
      description: 'Whether CMRR counts what is signed and starts later.',
    }),
    ltvMethod: t.field({ type: LtvMethod, description: 'What a customer is worth.' }),
    ltvChurnMonths: t.int({ description: 'Months that churn is averaged over in LTV, 1 to 60.' }),
    ltvCapMonths: t.int({
      description: 'The longest lifetime that LTV counts with, 1 to 1200 months; null: no limit.',
    }),
    npsAnswer: t.field({ type: NpsAnswer, description: 'Which answers of one respondent count.' }),
    minimumSample: t.int({ description: 'Fewest answers a score is given for, 1 or more.' }),
    userAdoptionWeeks: t.int({ description: 'How many weeks back user adoption looks, 1 to 520.' }),
    userAdoptionAtLeast: t.int({
      description: 'In how many of those weeks a user must have been active, 1 or more and no more than there are.',
    }),
    firstResponse: t.field({ type: FirstResponse, description: 'What counts as the first response to a ticket.' }),
    supportHours: t.field({ type: SupportHours, description: 'In which time support is measured.' }),
  }),
});

type Given = typeof PolicyInput.$inferInput;

/**
 * The switches that a caller sets. `null` means none where a switch may have none, and counts as left out elsewhere, as
 * variables without a value do.
 */
export function switchesOf(input: Given): Partial<PolicyModel> {
  return Object.fromEntries(
    policySwitches.flatMap(({ key, nullable = false }) => {
      const value = input[key];
      return value === undefined || (value === null && !nullable) ? [] : [[key, value]];
    }),
  );
}

/**
 * A policy with a caller's overrides.
 *
 * @throws GatewayError BAD_REQUEST where they make no sense
 */
export function overridePolicy(policy: PolicyModel, input: Given | null | undefined): PolicyModel {
  if (input === null || input === undefined) return policy;
  const switches = switchesOf(input);
  const fault = policyFault(switches, policy);
  if (fault !== undefined) throw new GatewayError('BAD_REQUEST', `The policy cannot be meant so: ${fault.message}`);
  return { ...policy, ...switches };
}
