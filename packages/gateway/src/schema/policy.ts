import {
  defaultPolicy,
  type Policy as PolicyModel,
  policySwitches,
  type PolicySwitch as SwitchModel,
} from '@plimsoll/metrics';
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
    churnAt: t.expose('churnAt', { type: ChurnAt, description: 'When the revenue of somebody who cancels goes.' }),
    pastDue: t.expose('pastDue', {
      type: PastDue,
      description: 'Whether subscriptions whose payment is late count.',
    }),
    paused: t.expose('paused', { type: Paused, description: 'What a paused subscription is worth.' }),
    trial: t.expose('trial', { type: Trial, description: 'Whether a trial counts before it converts.' }),
    discounts: t.expose('discounts', { type: Discounts, description: 'Which discounts lower recurring revenue.' }),
    metered: t.expose('metered', { type: Metered, description: 'Whether metered charges count.' }),
    fx: t.expose('fx', { type: Fx, description: 'At which rate other currencies are held.' }),
    cmrrSigned: t.expose('cmrrSigned', {
      type: CmrrSigned,
      description: 'Whether CMRR counts what is signed and starts later.',
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
    firstResponse: t.expose('firstResponse', {
      type: FirstResponse,
      description: 'What counts as the first response to a ticket.',
    }),
    supportHours: t.expose('supportHours', {
      type: SupportHours,
      description: 'In which time support is measured.',
    }),
    summary: t.field({
      type: [PolicySwitch],
      description: 'Every switch in words.',
      resolve: (policy) => policySwitches.map((entry) => ({ ...entry, policy })),
    }),
  }),
});
