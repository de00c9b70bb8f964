import { builder } from '../builder.ts';
import { type RevocationModel, RevokeKeyPayload } from './revoke-key-payload.ts';

builder.mutationField('revokeEmbedKey', (t) =>
  t.field({
    type: RevokeKeyPayload,
    description:
      'Revokes a signing key for embed tokens at once and for good, and with it every token that it signed. Needs `admin`.',
    args: { keyId: t.arg.string({ required: true, description: 'Id of the key, as `embedKeys` lists it.' }) },
    access: 'admin',
    resolve: async (_root, { keyId }, { writes }, info): Promise<RevocationModel> => {
      return { keyRevoked: await writes.of(info).revokeEmbedKey(keyId) };
    },
  }),
);
