import { builder } from '../builder.ts';
import { Key, type KeyModel } from './key.ts';

/** An embed key in the graph. */
export const EmbedKey = builder.objectRef<KeyModel>('EmbedKey').implement({
  access: 'OF_PARENT',
  description: 'A key with which a backend of the host signs embed tokens. Only its public half is stored.',
  interfaces: [Key],
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'info' in value && isEmbedKey(value.info),
});

function isEmbedKey(info: unknown): boolean {
  return typeof info === 'object' && info !== null && !('scopes' in info);
}

builder.queryField('embedKeys', (t) =>
  t.field({
    type: [EmbedKey],
    description:
      'The signing keys for embed tokens, newest first: every active one, at most 100, and the newest 100 that were revoked or have expired. Needs `admin`.',
    weight: { field: 10, multiplier: 20 },
    access: 'admin',
    resolve: async (_root, _args, { viewer, store, now }) => {
      const keys = await store.workspace(viewer.workspace).embedKeys();
      return keys.map((info) => ({ info, now: now() }));
    },
  }),
);
