import { InvalidHealthModel, type HealthModel as Model } from '@plimsoll/metrics';
import { InvalidHealthModelError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { HealthModel } from '../health-model.ts';
import { HealthModelInput, healthModelOf } from './health-model-input.ts';

interface SavedModel {
  readonly healthModel: Model;
  readonly changed: boolean;
  readonly revision: string;
}

const UpsertHealthModelPayload = builder.objectRef<SavedModel>('UpsertHealthModelPayload').implement({
  access: 'OF_PARENT',
  description: 'The model is saved, and the health of the accounts that it concerns worked out.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'healthModel' in value,
  fields: (t) => ({
    healthModel: t.expose('healthModel', { type: HealthModel, description: 'The model as it stands.' }),
    changed: t.exposeBoolean('changed', { description: 'Whether it was not there just so before.' }),
    revision: t.exposeString('revision', { description: 'The data revision with it.' }),
  }),
});

builder.mutationField('upsertHealthModel', (t) =>
  t.field({
    type: UpsertHealthModelPayload,
    description:
      'Saves a health model in place of the one of its key, and works out anew the scores that it changes, all the way back. Needs `data:write`.',
    args: { model: t.arg({ type: HealthModelInput, required: true, description: 'The model.' }) },
    errors: {
      types: [InvalidHealthModelError],
      union: { name: 'UpsertHealthModelResult', description: 'What became of a health model.' },
    },
    access: 'data:write',
    resolve: async (_root, { model: input }, context, info): Promise<SavedModel> => {
      const model = healthModelOf(input);
      try {
        const { results, revision } = await context.writes.of(info).upsertHealthModel(model);
        return { healthModel: model, changed: results[0]?.status !== 'unchanged', revision };
      } catch (error) {
        if (error instanceof InvalidHealthModel) throw new InvalidHealthModelError(error.message);
        throw error;
      }
    },
  }),
);
