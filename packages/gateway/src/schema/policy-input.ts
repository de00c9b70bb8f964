import { type Policy as PolicyModel, policySwitches } from '@plimsoll/metrics';
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

/** Switches to override for one question. */
export const PolicyInput = builder.inputType('PolicyInput', {
  description: 'Policy switches to override for one question; the rest stay as the workspace has them.',
  fields: (t) => ({
    nrrMethod: t.field({ type: NrrMethod, description: 'How NRR is worked out.' }),
    nrrReactivation: t.field({ type: NrrReactivation, description: 'Whether returns count in NRR.' }),
    samePeriodChurn: t.field({
      type: SamePeriodChurn,
      description: 'Whether customers won and lost within one period count as lost.',
    }),
    churnDenominator: t.field({ type: ChurnDenominator, description: 'What lost customers are divided by.' }),
    reactivationWindowDays: t.int({ description: 'A return after more than this many days counts as new, 1 or more.' }),
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
    userAdoptionWeeks: t.int({ description: 'How many weeks back user adoption looks, 1 or more.' }),
    userAdoptionAtLeast: t.int({
      description: 'In how many of those weeks a user must have been active, 1 or more and no more than there are.',
    }),
    firstResponse: t.field({ type: FirstResponse, description: 'What counts as the first response to a ticket.' }),
    supportHours: t.field({ type: SupportHours, description: 'In which time support is measured.' }),
  }),
});

/** A policy with a caller's overrides. */
export function overridePolicy(
  policy: PolicyModel,
  input: typeof PolicyInput.$inferInput | null | undefined,
): PolicyModel {
  if (input === null || input === undefined) return policy;
  for (const key of [
    'reactivationWindowDays',
    'ltvChurnMonths',
    'ltvCapMonths',
    'minimumSample',
    'userAdoptionWeeks',
    'userAdoptionAtLeast',
  ] as const) {
    const value = input[key];
    const most = policySwitches.find((entry) => entry.key === key)?.most;
    if (value != null && (value < 1 || value > (most ?? value))) {
      const range = most === undefined ? '1 or more' : `1 to ${most}`;
      throw new GatewayError('BAD_REQUEST', `The policy sets ${key} to ${value}. Give ${range}, or leave it out.`);
    }
  }
  const userAdoptionWeeks = input.userAdoptionWeeks ?? policy.userAdoptionWeeks;
  const userAdoptionAtLeast = input.userAdoptionAtLeast ?? policy.userAdoptionAtLeast;
  if (userAdoptionAtLeast > userAdoptionWeeks) {
    throw new GatewayError(
      'BAD_REQUEST',
      `The policy asks for ${userAdoptionAtLeast} active weeks out of ${userAdoptionWeeks}, which no user can have. Set userAdoptionAtLeast to no more than userAdoptionWeeks.`,
    );
  }
  return {
    nrrMethod: input.nrrMethod ?? policy.nrrMethod,
    nrrReactivation: input.nrrReactivation ?? policy.nrrReactivation,
    samePeriodChurn: input.samePeriodChurn ?? policy.samePeriodChurn,
    churnDenominator: input.churnDenominator ?? policy.churnDenominator,
    reactivationWindowDays: input.reactivationWindowDays ?? policy.reactivationWindowDays,
    churnAt: input.churnAt ?? policy.churnAt,
    pastDue: input.pastDue ?? policy.pastDue,
    paused: input.paused ?? policy.paused,
    trial: input.trial ?? policy.trial,
    discounts: input.discounts ?? policy.discounts,
    metered: input.metered ?? policy.metered,
    fx: input.fx ?? policy.fx,
    cmrrSigned: input.cmrrSigned ?? policy.cmrrSigned,
    ltvMethod: input.ltvMethod ?? policy.ltvMethod,
    ltvChurnMonths: input.ltvChurnMonths ?? policy.ltvChurnMonths,
    ltvCapMonths: input.ltvCapMonths === undefined ? policy.ltvCapMonths : input.ltvCapMonths,
    npsAnswer: input.npsAnswer ?? policy.npsAnswer,
    minimumSample: input.minimumSample ?? policy.minimumSample,
    userAdoptionWeeks,
    userAdoptionAtLeast,
    firstResponse: input.firstResponse ?? policy.firstResponse,
    supportHours: input.supportHours ?? policy.supportHours,
  };
}
