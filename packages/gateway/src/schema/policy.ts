import {
  defaultPolicy,
  type Policy as PolicyModel,
  policySwitches,
  type PolicySwitch as SwitchModel,
} from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';

const values = (key: keyof PolicyModel): Readonly<Record<string, string>> =>
  policySwitches.find((entry) => entry.key === key)?.values ?? {};

const meaning = (key: keyof PolicyModel, value: string): string => `${values(key)[value] ?? value}.`;

const NrrMethod = builder.enumType('NrrMethod', {
  description: 'How net revenue retention is worked out.',
  values: {
    PERIODIC: { value: 'periodic', description: meaning('nrrMethod', 'periodic') },
    TRAILING_12_COHORT: { value: 'trailing12Cohort', description: meaning('nrrMethod', 'trailing12Cohort') },
  } as const,
});

const NrrReactivation = builder.enumType('NrrReactivation', {
  description: 'Whether former customers who came back in the period count in NRR.',
  values: {
    EXCLUDE: { value: 'exclude', description: meaning('nrrReactivation', 'exclude') },
    INCLUDE: { value: 'include', description: meaning('nrrReactivation', 'include') },
  } as const,
});

const SamePeriodChurn = builder.enumType('SamePeriodChurn', {
  description: 'Whether customers won and lost within one period count as lost.',
  values: {
    IGNORE: { value: 'ignore', description: meaning('samePeriodChurn', 'ignore') },
    COUNT: { value: 'count', description: meaning('samePeriodChurn', 'count') },
  } as const,
});

const ChurnDenominator = builder.enumType('ChurnDenominator', {
  description: 'What lost customers are divided by.',
  values: {
    CUSTOMERS_AT_START: { value: 'customersAtStart', description: meaning('churnDenominator', 'customersAtStart') },
    START_PLUS_NEW: { value: 'startPlusNew', description: meaning('churnDenominator', 'startPlusNew') },
  } as const,
});

const LtvMethod = builder.enumType('LtvMethod', {
  description: 'What a customer is worth.',
  values: {
    ARPA_MARGIN_OVER_CHURN: { value: 'arpaMarginOverChurn', description: meaning('ltvMethod', 'arpaMarginOverChurn') },
    ARPA_OVER_CHURN: { value: 'arpaOverChurn', description: meaning('ltvMethod', 'arpaOverChurn') },
    REVENUE_PER_CUSTOMER: { value: 'revenuePerCustomer', description: meaning('ltvMethod', 'revenuePerCustomer') },
  } as const,
});

const NpsAnswer = builder.enumType('NpsAnswer', {
  description: 'Which answers of one respondent count in NPS.',
  values: {
    LATEST_PER_RESPONDENT: { value: 'latestPerRespondent', description: meaning('npsAnswer', 'latestPerRespondent') },
    EVERY: { value: 'every', description: meaning('npsAnswer', 'every') },
  } as const,
});

const PolicySwitch = builder.objectRef<SwitchModel & { readonly policy: PolicyModel }>('PolicySwitch').implement({
  description: 'One switch of a policy in words.',
  fields: (t) => ({
    key: t.string({ description: 'The switch.', resolve: ({ key }) => key }),
    label: t.exposeString('label', { description: 'What it decides.' }),
    value: t.string({
      description: 'What was decided.',
      resolve: ({ key, policy, values: words }) => {
        const value = policy[key];
        return value === null ? 'None' : (words?.[String(value)] ?? String(value));
      },
    }),
    isDefault: t.boolean({
      description: 'Whether it is what a workspace that set nothing has.',
      resolve: ({ key, policy }) => policy[key] === defaultPolicy[key],
    }),
  }),
});

/** The policy a number was computed under. */
export const Policy = builder.objectRef<PolicyModel>('Policy').implement({
  description: 'What the field disagrees on, decided. Echoed with every number.',
  fields: (t) => ({
    nrrMethod: t.expose('nrrMethod', { type: NrrMethod, description: 'How NRR is worked out.' }),
    nrrReactivation: t.expose('nrrReactivation', {
      type: NrrReactivation,
      description: 'Whether returns count in NRR.',
    }),
    samePeriodChurn: t.expose('samePeriodChurn', {
      type: SamePeriodChurn,
      description: 'Whether customers won and lost within one period count as lost.',
    }),
    churnDenominator: t.expose('churnDenominator', {
      type: ChurnDenominator,
      description: 'What lost customers are divided by.',
    }),
    reactivationWindowDays: t.exposeInt('reactivationWindowDays', {
      nullable: true,
      description: 'A return after more than this many days counts as new; null: never.',
    }),
    ltvMethod: t.expose('ltvMethod', { type: LtvMethod, description: 'What a customer is worth.' }),
    ltvChurnMonths: t.exposeInt('ltvChurnMonths', { description: 'Months that churn is averaged over in LTV.' }),
    ltvCapMonths: t.exposeInt('ltvCapMonths', {
      nullable: true,
      description: 'The longest lifetime that LTV counts with, in months; null: no limit.',
    }),
    npsAnswer: t.expose('npsAnswer', { type: NpsAnswer, description: 'Which answers of one respondent count.' }),
    minimumSample: t.exposeInt('minimumSample', { description: 'Fewest answers a score is given for.' }),
    userAdoptionWeeks: t.exposeInt('userAdoptionWeeks', { description: 'How many weeks back user adoption looks.' }),
    userAdoptionAtLeast: t.exposeInt('userAdoptionAtLeast', {
      description: 'In how many of those weeks a user must have been active.',
    }),
    summary: t.field({
      type: [PolicySwitch],
      description: 'Every switch in words.',
      resolve: (policy) => policySwitches.map((entry) => ({ ...entry, policy })),
    }),
  }),
});

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
    ltvMethod: input.ltvMethod ?? policy.ltvMethod,
    ltvChurnMonths: input.ltvChurnMonths ?? policy.ltvChurnMonths,
    ltvCapMonths: input.ltvCapMonths === undefined ? policy.ltvCapMonths : input.ltvCapMonths,
    npsAnswer: input.npsAnswer ?? policy.npsAnswer,
    minimumSample: input.minimumSample ?? policy.minimumSample,
    userAdoptionWeeks,
    userAdoptionAtLeast,
  };
}
