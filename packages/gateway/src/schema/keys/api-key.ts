import { type ApiKeyInfo, parseScope } from '@plimsoll/store';
import { builder } from '../builder.ts';
import { Scope } from '../viewer.ts';
import { Key, type KeyModel } from './key.ts';

/** An API key in the graph. */
export const ApiKey = builder.objectRef<KeyModel<ApiKeyInfo>>('ApiKey').implement({
  access: 'OF_PARENT',
  description: 'A key with which a server reads and writes the whole workspace, as far as its scopes allow.',
  interfaces: [Key],
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'info' in value && isApiKey(value.info),
  fields: (t) => ({
    scopes: t.field({
      type: [Scope],
      description:
        'What the key allows. Words stored by earlier versions that are no scopes allow nothing and are left out.',
      resolve: ({ info }) => info.scopes.flatMap((word) => (parseScope(word) === word ? [word] : [])),
    }),
  }),
});

function isApiKey(info: unknown): boolean {
  return typeof info === 'object' && info !== null && 'scopes' in info;
}

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKey],
    description:
      'The API keys of the workspace, newest first: every active one, at most 100, and the newest 100 that were revoked or have expired. Needs `admin`.',
    weight: { field: 10, multiplier: 20 },
    access: 'admin',
    resolve: async (_root, _args, { viewer, store, now }) => {
      const keys = await store.workspace(viewer.workspace).apiKeys();
      return keys.map((info) => ({ info, now: now() }));
    },
  }),
);
