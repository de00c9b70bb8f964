import type { StageRule } from '@plimsoll/metrics';
import type { InputObjectRef } from '@pothos/core';
import { GatewayError } from '../../errors/gateway-error.ts';
import { builder, type GraphTypes } from '../builder.ts';

/** A rule as callers give it: exactly one of these. */
export interface StageRuleShape {
  readonly all?: readonly StageRuleShape[] | null | undefined;
  readonly any?: readonly StageRuleShape[] | null | undefined;
  readonly not?: StageRuleShape | null | undefined;
  readonly trait?: { readonly key: string; readonly in: readonly string[] } | null | undefined;
  readonly paying?: boolean | null | undefined;
  readonly createdForDays?: number | null | undefined;
  readonly firstPaidForDays?: number | null | undefined;
  readonly lapsedForDays?: number | null | undefined;
  readonly activeUsers?: number | null | undefined;
  readonly milestone?: string | null | undefined;
  readonly health?:
    | { readonly atLeast?: number | null | undefined; readonly below?: number | null | undefined }
    | null
    | undefined;
}

const TraitRuleInput = builder.inputType('StageTraitRuleInput', {
  description: 'Holds for accounts by the value of a trait on the day.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    in: t.stringList({ required: true, description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

const HealthRuleInput = builder.inputType('StageHealthRuleInput', {
  description: 'Holds for accounts by their health score on the day, in a half-open range.',
  fields: (t) => ({
    atLeast: t.float({ description: 'This or more.' }),
    below: t.float({ description: 'Less than this.' }),
  }),
});

/** When an account is in a stage by itself. */
export const StageRuleInput: InputObjectRef<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>, StageRuleShape> = builder
  .inputRef<StageRuleShape>('StageRuleInput')
  .implement({
    description:
      'When an account is in a stage by itself: exactly one of these. It is looked at for every day of the account’s life, as far as records tell. At most 200 parts, 8 deep.',
    isOneOf: true,
    fields: (t) => ({
      all: t.field({ type: [StageRuleInput], description: 'All of these hold.' }),
      any: t.field({ type: [StageRuleInput], description: 'At least one of these holds.' }),
      not: t.field({ type: StageRuleInput, description: 'This does not hold.' }),
      trait: t.field({ type: TraitRuleInput, description: 'A trait has one of some values.' }),
      paying: t.boolean({ description: 'True: the account pays; false: it does not.' }),
      createdForDays: t.int({ description: 'It was first heard of at least so many days ago, 0 to 36,500.' }),
      firstPaidForDays: t.int({
        description:
          'It first paid at least so many days ago, whether it pays now or not, 0 to 36,500; 0 from that day on.',
      }),
      lapsedForDays: t.int({
        description: 'It has paid, and has paid nothing for at least so many days, 0 to 36,500.',
      }),
      activeUsers: t.int({
        description: 'At least so many of its users were active in the 28 days that end with the day.',
      }),
      milestone: t.string({ description: 'It has reached the milestone of this key.' }),
      health: t.field({ type: HealthRuleInput, description: 'Its health score is in a range.' }),
    }),
  });

/** A caller's rule as the metrics take it. */
export function ruleOf(input: StageRuleShape): StageRule {
  if (input.all != null) return { kind: 'all', of: input.all.map(ruleOf) };
  if (input.any != null) return { kind: 'any', of: input.any.map(ruleOf) };
  if (input.not != null) return { kind: 'not', of: ruleOf(input.not) };
  if (input.trait != null) return { kind: 'trait', key: input.trait.key, in: input.trait.in };
  if (input.paying != null) return input.paying ? { kind: 'paying' } : { kind: 'not', of: { kind: 'paying' } };
  if (input.createdForDays != null) return { kind: 'createdFor', days: input.createdForDays };
  if (input.firstPaidForDays != null) return { kind: 'firstPaidFor', days: input.firstPaidForDays };
  if (input.lapsedForDays != null) return { kind: 'lapsedFor', days: input.lapsedForDays };
  if (input.activeUsers != null) return { kind: 'activeUsers', atLeast: input.activeUsers };
  if (input.milestone != null) return { kind: 'milestone', key: input.milestone };
  if (input.health != null) {
    const { atLeast, below } = input.health;
    return { kind: 'health', ...(atLeast == null ? {} : { atLeast }), ...(below == null ? {} : { below }) };
  }
  throw new GatewayError('BAD_REQUEST', 'A rule of a stage says nothing. Give exactly one of its parts.');
}
