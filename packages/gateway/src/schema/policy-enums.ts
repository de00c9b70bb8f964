import { type Policy, type PolicySwitch, policySwitches } from '@plimsoll/metrics';
import { builder, type GraphTypes } from './builder.ts';

/** Switches with closed values. */
type ClosedKey = {
  readonly [Key in keyof Policy]: Policy[Key] extends string ? Key : never;
}[keyof Policy];

/** What the graph calls the values of each switch. */
const names: Readonly<Record<ClosedKey, string>> = {
  nrrMethod: 'NrrMethod',
  nrrReactivation: 'NrrReactivation',
  samePeriodChurn: 'SamePeriodChurn',
  churnDenominator: 'ChurnDenominator',
  churnAt: 'ChurnAt',
  pastDue: 'PastDuePolicy',
  paused: 'PausedPolicy',
  trial: 'TrialPolicy',
  discounts: 'DiscountPolicy',
  metered: 'MeteredPolicy',
  fx: 'FxPolicy',
  ltvMethod: 'LtvMethod',
  cmrrSigned: 'CmrrSigned',
  npsAnswer: 'NpsAnswer',
  firstResponse: 'FirstResponse',
  supportHours: 'SupportHours',
};

type PolicyEnum = PothosSchemaTypes.EnumRef<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>, string>;

/** The enum of a switch with closed values: `endOfPaidPeriod` is `END_OF_PAID_PERIOD`. Switches that are numbers have none. */
export const policyEnums: ReadonlyMap<keyof Policy, PolicyEnum> = new Map(
  policySwitches.flatMap((entry) => (isClosed(entry) ? [[entry.key, enumOf(entry)] as const] : [])),
);

type ClosedSwitch = PolicySwitch & { readonly key: ClosedKey; readonly values: Readonly<Record<string, string>> };

function isClosed(entry: PolicySwitch): entry is ClosedSwitch {
  return entry.values !== undefined;
}

function enumOf({ key, description, values }: ClosedSwitch): PolicyEnum {
  return builder.enumType(names[key], {
    description,
    values: Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [
        value.replace(/[A-Z]|\d+/g, (part) => `_${part}`).toUpperCase(),
        { value, description: `${meaning}.` },
      ]),
    ),
  });
}
