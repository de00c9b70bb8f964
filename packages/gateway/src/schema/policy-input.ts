import {
  type Policy as PolicyModel,
  type PolicySwitch,
  policyFault,
  policySwitches,
  switchValues,
} from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder, type GraphTypes } from './builder.ts';
import { policyEnums } from './policy-enums.ts';

/** Switches as callers give them. */
type Given = { readonly [Key in keyof PolicyModel]?: PolicyModel[Key] | null | undefined };

/** Switches of a policy, for one question or for the workspace. */
export const PolicyInput = builder.inputRef<Given>('PolicyInput');

PolicyInput.implement({
  description:
    'Policy switches, to override for one question or to set for the workspace; those left out stay as they are.',
  // The list of switches has one for each key of a policy, which a list cannot say of itself.
  fields: (t) => Object.fromEntries(policySwitches.map((entry) => [entry.key, switchField(t, entry)])) as never,
});

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

type PolicyInputFields = PothosSchemaTypes.InputFieldBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>,
  'InputObject'
>;

function switchField(t: PolicyInputFields, entry: PolicySwitch) {
  const type = policyEnums.get(entry.key);
  const { description } = entry;
  return type === undefined
    ? t.int({ description: `${description} Give ${switchValues(entry)}.` })
    : t.field({ type, description });
}
