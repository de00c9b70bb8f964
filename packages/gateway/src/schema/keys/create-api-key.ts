import type { ApiKeyInfo } from '@plimsoll/store';
import { InvalidSettingError, KeyLimitError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { Scope } from '../viewer.ts';
import { ApiKey } from './api-key.ts';
import type { KeyModel } from './key.ts';
import { withKeyFailures } from './key-failures.ts';

interface CreationModel {
  readonly apiKey: KeyModel<ApiKeyInfo>;
  readonly secret: string | null;
}

const CreateApiKeyPayload = builder.objectRef<CreationModel>('CreateApiKeyPayload').implement({
  access: 'OF_PARENT',
  description: 'The API key was created. This is the only time that its secret is returned.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'apiKey' in value,
  fields: (t) => ({
    apiKey: t.expose('apiKey', { type: ApiKey, description: 'The new key, as it is listed from now on.' }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'The secret to send as `Authorization: Bearer …`. Only a hash is stored, so keep it now. Null where the request was sent again with its `Idempotency-Key`: if the first response was lost, revoke the key and create another.',
    }),
  }),
});

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: CreateApiKeyPayload,
    description:
      'Creates an API key for a server, at most 100 active ones in a workspace. A holder of `admin` can give it any scopes, those that their own key lacks among them. Needs `admin`.',
    args: {
      name: t.arg.string({ required: true, description: 'Name for people, 1 to 200 characters.' }),
      scopes: t.arg({ type: [Scope], required: true, description: 'What the key allows; at least one scope.' }),
      expiresAt: t.arg({
        type: 'DateTime',
        description: 'Instant in the future from which on the key is refused; never when left out.',
      }),
    },
    errors: {
      types: [InvalidSettingError, KeyLimitError],
      union: { name: 'CreateApiKeyResult', description: 'The API key with its secret, or why it was not created.' },
    },
    access: 'admin',
    resolve: async (_root, { name, scopes, expiresAt }, { writes }, info): Promise<CreationModel> => {
      const { secret, ...key } = await withKeyFailures(() =>
        writes.of(info).createApiKey({ name, scopes, expiresAt: expiresAt ?? null }),
      );
      return { apiKey: { info: key, now: key.createdAt }, secret };
    },
  }),
);
