import { type Policy, policySwitches } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** Switches with closed values. */
type ClosedKey = {
  readonly [Key in keyof Policy]: Policy[Key] extends string ? Key : never;
}[keyof Policy];

const values = (key: keyof Policy): Readonly<Record<string, string>> =>
  policySwitches.find((entry) => entry.key === key)?.values ?? {};

/** A switch as an enum: `endOfPaidPeriod` becomes `END_OF_PAID_PERIOD`, described by what the switch says of it. */
function switchEnum<Key extends ClosedKey>(name: string, key: Key, description: string) {
  return builder.enumType(name, {
    description,
    // Object.fromEntries forgets what the switch's values are.
    values: Object.fromEntries(
      Object.entries(values(key)).map(([value, meaning]) => [
        value.replace(/[A-Z]|\d+/g, (part) => `_${part}`).toUpperCase(),
        { value, description: `${meaning}.` },
      ]),
    ) as Record<string, { value: Policy[Key]; description: string }>,
  });
}

/** How NRR is worked out. */
export const NrrMethod = switchEnum('NrrMethod', 'nrrMethod', 'How net revenue retention is worked out.');

/** Whether returns count in NRR. */
export const NrrReactivation = switchEnum(
  'NrrReactivation',
  'nrrReactivation',
  'Whether former customers who came back in the period count in NRR.',
);

/** Whether customers won and lost within one period count as lost. */
export const SamePeriodChurn = switchEnum(
  'SamePeriodChurn',
  'samePeriodChurn',
  'Whether customers won and lost within one period count as lost.',
);

/** What lost customers are divided by. */
export const ChurnDenominator = switchEnum(
  'ChurnDenominator',
  'churnDenominator',
  'What lost customers are divided by.',
);

/** What a customer is worth. */
export const LtvMethod = switchEnum('LtvMethod', 'ltvMethod', 'What a customer is worth.');

/** Which answers of one respondent count in NPS. */
export const NpsAnswer = switchEnum('NpsAnswer', 'npsAnswer', 'Which answers of one respondent count in NPS.');

/** Whether CMRR counts what is signed and starts later. */
export const CmrrSigned = switchEnum(
  'CmrrSigned',
  'cmrrSigned',
  'Whether CMRR counts what is signed and starts later.',
);

/** When the revenue of somebody who cancels goes. */
export const ChurnAt = switchEnum('ChurnAt', 'churnAt', 'When the revenue of somebody who cancels goes.');

/** Whether subscriptions whose payment is late count. */
export const PastDue = switchEnum('PastDuePolicy', 'pastDue', 'Whether subscriptions whose payment is late count.');

/** What a paused subscription is worth. */
export const Paused = switchEnum('PausedPolicy', 'paused', 'What a paused subscription is worth.');

/** Whether a trial counts before it converts. */
export const Trial = switchEnum('TrialPolicy', 'trial', 'Whether a trial counts before it converts.');

/** Which discounts lower recurring revenue. */
export const Discounts = switchEnum('DiscountPolicy', 'discounts', 'Which discounts lower recurring revenue.');

/** Whether metered charges count. */
export const Metered = switchEnum('MeteredPolicy', 'metered', 'Whether metered charges count as recurring revenue.');

/** At which rate other currencies are held. */
export const Fx = switchEnum('FxPolicy', 'fx', 'At which rate other currencies are held.');

/** What counts as the first response to a ticket. */
export const FirstResponse = switchEnum(
  'FirstResponse',
  'firstResponse',
  'What counts as the first response to a ticket.',
);

/** In which time support is measured. */
export const SupportHours = switchEnum('SupportHours', 'supportHours', 'In which time support is measured.');
