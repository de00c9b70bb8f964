import type { EmbedKeyInfo } from '@plimsoll/store';
import { Actor } from '../audit/actor.ts';
import { builder } from '../builder.ts';

/** A key at the instant at which it is shown. */
export interface KeyModel<Info extends EmbedKeyInfo = EmbedKeyInfo> {
  readonly info: Info;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const KeyState = builder.enumType('KeyState', {
  description: 'Whether a key works at the moment.',
  values: {
    ACTIVE: { description: 'The key works.' },
    EXPIRED: { description: 'The key is refused since it expired.' },
    REVOKED: { description: 'The key is refused since it was revoked.' },
  } as const,
});

/** What API keys and embed keys have in common in the graph. */
export const Key = builder.interfaceRef<KeyModel>('Key').implement({
  description:
    'A key of the workspace. Its secret is returned once, by the mutation that creates it, and never listed.',
  fields: (t) => ({
    keyId: t.string({ description: 'Id of the key, by which it is revoked.', resolve: ({ info }) => info.keyId }),
    name: t.string({ description: 'Name of the key, for people.', resolve: ({ info }) => info.name }),
    state: t.field({
      type: KeyState,
      description: 'Whether the key works at the moment.',
      resolve: ({ info: { revokedAt, expiresAt }, now }) => {
        if (revokedAt !== null) return 'REVOKED';
        return expiresAt !== null && expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
      },
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Instant at which the key was created.',
      resolve: ({ info }) => info.createdAt,
    }),
    createdBy: t.field({
      type: Actor,
      nullable: true,
      description: 'Who created the key; null for keys from before that was recorded.',
      resolve: ({ info }) => info.createdBy,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Instant from which on the key is refused; null for a key that does not expire.',
      resolve: ({ info }) => info.expiresAt,
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Last use of the key, recorded at most once a minute; null for a key that was never used.',
      resolve: ({ info }) => info.lastUsedAt,
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Instant at which the key was revoked; null for a key that was not.',
      resolve: ({ info }) => info.revokedAt,
    }),
  }),
});
