import {
  defaultPolicy,
  type Policy as PolicyModel,
  policySwitches,
  type PolicySwitch as SwitchModel,
} from '@plimsoll/metrics';
import { builder, type GraphTypes } from './builder.ts';
import { policyEnums } from './policy-enums.ts';

const PolicySwitch = builder.objectRef<SwitchModel & { readonly policy: PolicyModel }>('PolicySwitch').implement({
  access: 'OF_PARENT',
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
  access: 'OF_PARENT',
  description: 'What the field disagrees on, decided. Echoed with every number.',
  fields: (t) => ({
    ...Object.fromEntries(policySwitches.map((entry) => [entry.key, switchField(t, entry)])),
    summary: t.field({
      type: [PolicySwitch],
      description: 'Every switch in words.',
      resolve: (policy) => policySwitches.map((entry) => ({ ...entry, policy })),
    }),
  }),
});

type PolicyFields = PothosSchemaTypes.ObjectFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>, PolicyModel>;

function switchField(t: PolicyFields, { key, description, nullable = false }: SwitchModel) {
  const type = policyEnums.get(key);
  return type === undefined
    ? // A switch without an enum is a number, or null where it may be.
      t.int({ description, nullable, resolve: (policy) => policy[key] as number })
    : t.field({ type, description, nullable, resolve: (policy) => String(policy[key]) });
}
