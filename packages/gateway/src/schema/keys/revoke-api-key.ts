import { OwnKeyError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { type RevocationModel, RevokeKeyPayload } from './revoke-key-payload.ts';

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: RevokeKeyPayload,
    description:
      'Revokes an API key at once and for good. The key that makes the request cannot revoke itself: use another one with `admin`, or `plimsoll keys revoke`. Needs `admin`.',
    args: { keyId: t.arg.string({ required: true, description: 'Id of the key, as `apiKeys` lists it.' }) },
    errors: {
      types: [OwnKeyError],
      union: { name: 'RevokeApiKeyResult', description: 'Whether the API key was revoked, or that it is the own one.' },
    },
    access: 'admin',
    resolve: async (_root, { keyId }, { viewer, writes }, info): Promise<RevocationModel> => {
      if (viewer.keyId === keyId) {
        throw new OwnKeyError(
          'The key cannot revoke itself. Its holder would be locked out, perhaps as the last who can manage keys. Revoke it with another key that has admin, or with: plimsoll keys revoke --api.',
        );
      }
      return { keyRevoked: await writes.of(info).revokeApiKey(keyId) };
    },
  }),
);
