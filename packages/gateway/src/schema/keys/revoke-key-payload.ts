import { builder } from '../builder.ts';

/** What became of a key that was to be revoked. */
export interface RevocationModel {
  readonly keyRevoked: boolean;
}

/** The result of revoking a key, in the graph. */
export const RevokeKeyPayload = builder.objectRef<RevocationModel>('RevokeKeyPayload').implement({
  access: 'OF_PARENT',
  description: 'The key does not work any more.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'keyRevoked' in value,
  fields: (t) => ({
    revoked: t.boolean({
      description:
        'Whether it was revoked just now; false where the workspace has no such key, or it was revoked before.',
      resolve: ({ keyRevoked }) => keyRevoked,
    }),
  }),
});
