import { InvalidSettingError, KeyLimitError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { EmbedKey } from './embed-key.ts';
import type { KeyModel } from './key.ts';
import { withKeyFailures } from './key-failures.ts';

interface CreationModel {
  readonly embedKey: KeyModel;
  readonly signingKey: string | null;
}

const CreateEmbedKeyPayload = builder.objectRef<CreationModel>('CreateEmbedKeyPayload').implement({
  access: 'OF_PARENT',
  description: 'The embed key was created. This is the only time that its private half is returned.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'embedKey' in value,
  fields: (t) => ({
    embedKey: t.expose('embedKey', { type: EmbedKey, description: 'The new key, as it is listed from now on.' }),
    signingKey: t.exposeString('signingKey', {
      nullable: true,
      description:
        'The `key` of createEmbedToken(). Only its public half is stored, so keep it now. Null where the request was sent again with its `Idempotency-Key`: if the first response was lost, revoke the key and create another.',
    }),
  }),
});

builder.mutationField('createEmbedKey', (t) =>
  t.field({
    type: CreateEmbedKeyPayload,
    description:
      'Creates a signing key for embed tokens, beside those that there are, at most 100 active ones in a workspace. To replace a key without an interruption, create another, move the backends over, and revoke the old one. Needs `admin`.',
    args: {
      name: t.arg.string({
        required: true,
        description: 'Name for people, 1 to 200 characters; it need not be unique.',
      }),
      expiresAt: t.arg({
        type: 'DateTime',
        description: 'Instant in the future from which on tokens of the key are refused; never when left out.',
      }),
    },
    errors: {
      types: [InvalidSettingError, KeyLimitError],
      union: { name: 'CreateEmbedKeyResult', description: 'The embed key to sign with, or why it was not created.' },
    },
    access: 'admin',
    resolve: async (_root, { name, expiresAt }, { writes }, info): Promise<CreationModel> => {
      const { signingKey, ...key } = await withKeyFailures(() =>
        writes.of(info).createEmbedKey({ name, expiresAt: expiresAt ?? null }),
      );
      return { embedKey: { info: key, now: key.createdAt }, signingKey };
    },
  }),
);
