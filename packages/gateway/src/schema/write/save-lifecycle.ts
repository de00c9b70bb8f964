import { InvalidLifecycle } from '@plimsoll/metrics';
import { InvalidLifecycleError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { Failure } from '../failure.ts';
import { LifecycleStage, type StageModel } from '../lifecycle-stage.ts';
import { ruleOf, StageRuleInput } from './stage-rule-input.ts';

const LifecycleStageInput = builder.inputType('LifecycleStageInput', {
  description: 'A stage of the life of a customer.',
  fields: (t) => ({
    key: t.string({ required: true, description: '1 to 63 of a–z, 0–9, _ and -; accounts name it by this.' }),
    label: t.string({ required: true, description: 'Its name, for people.' }),
    terminal: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether the road ends here, as with churn.',
    }),
    rule: t.field({
      type: StageRuleInput,
      description: 'When an account is in it by itself; only set by hand when left out.',
    }),
  }),
});

builder.objectType(InvalidLifecycleError, {
  access: 'OF_PARENT',
  name: 'InvalidLifecycleError',
  description: 'The stages cannot be told apart, or one of them cannot be meant. Nothing was written.',
  interfaces: [Failure],
});

interface SavedModel {
  readonly stages: readonly StageModel[];
  readonly revision: string;
}

const SavedLifecycle = builder.objectRef<SavedModel>('SavedLifecycle').implement({
  access: 'OF_PARENT',
  description: 'The lifecycle after it was saved, with every account’s stages worked out anew.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'stages' in value,
  fields: (t) => ({
    stages: t.expose('stages', { type: [LifecycleStage], description: 'The stages, the earliest first.' }),
    revision: t.exposeString('revision', {
      description: 'The data revision afterwards; the one before where it was just so already.',
    }),
  }),
});

const SaveLifecycleResult = builder.errorUnion('SaveLifecycleResult', {
  description: 'The lifecycle that was saved, or what is wrong with it.',
  types: [SavedLifecycle, InvalidLifecycleError],
});

builder.mutationField('saveLifecycle', (t) =>
  t.field({
    type: SaveLifecycleResult,
    description:
      'Replaces the stages that accounts can be in, and works every account’s stages out anew. Of the stages whose rules hold on a day the last one counts, and one that is set by hand counts before all rules. A stage that accounts were set to by hand cannot be left out. Needs `data:write`.',
    args: {
      stages: t.arg({
        type: [LifecycleStageInput],
        required: true,
        description: 'All stages, the earliest first: 1 to 50.',
      }),
    },
    access: 'data:write',
    resolve: async (_root, { stages }, context, info) => {
      const lifecycle = {
        stages: stages.map(({ rule, ...stage }) => ({ ...stage, rule: rule == null ? null : ruleOf(rule) })),
      };
      try {
        const { revision } = await context.writes.of(info).saveLifecycle(lifecycle);
        return { stages: lifecycle.stages.map((stage, place) => ({ ...stage, order: place + 1 })), revision };
      } catch (error) {
        if (error instanceof InvalidLifecycle) throw new InvalidLifecycleError(error.message);
        throw error;
      }
    },
  }),
);
