import type { Revocation } from '@plimsoll/store';
import { InvalidSettingError } from '../../errors/failure.ts';
import { GatewayError } from '../../errors/gateway-error.ts';
import { builder } from '../builder.ts';
import { withKeyFailures } from './key-failures.ts';

interface TokensModel {
  readonly tokensRevokedAt: number;
}

const RevokeTokensPayload = builder.objectRef<TokensModel>('RevokeTokensPayload').implement({
  access: 'OF_PARENT',
  description: 'The tokens do not work any more.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'tokensRevokedAt' in value,
  fields: (t) => ({
    revokedAt: t.field({
      type: 'DateTime',
      description: 'Instant at which they were revoked.',
      resolve: ({ tokensRevokedAt }) => tokensRevokedAt,
    }),
  }),
});

const RevokeTokensInput = builder.inputType('RevokeTokensInput', {
  description: 'Which embed tokens to revoke, named in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    jti: t.string({ description: 'Id of the one token to revoke, its claim `jti`; at most 500 characters.' }),
    subject: t.string({
      description: 'Subject whose tokens to revoke, at most 500 characters; those issued later work again.',
    }),
    before: t.field({
      type: 'DateTime',
      description: 'Revokes what was issued before this instant, by the second; it must not be in the future.',
    }),
  }),
});

builder.mutationField('revokeTokens', (t) =>
  t.field({
    type: RevokeTokensPayload,
    description:
      'Revokes embed tokens at once and for good: one by its id, all that a subject holds now, or all of the workspace that were issued before an instant. Needs `admin`.',
    args: {
      tokens: t.arg({ type: RevokeTokensInput, required: true, description: 'Which tokens to revoke.' }),
    },
    errors: {
      types: [InvalidSettingError],
      union: { name: 'RevokeTokensResult', description: 'That the tokens were revoked, or why they were not.' },
    },
    access: 'admin',
    resolve: async (_root, { tokens }, { writes }, info): Promise<TokensModel> => {
      const revocation = revocationOf(tokens);
      const { revokedAt } = await withKeyFailures(() => writes.of(info).revokeTokens(revocation));
      return { tokensRevokedAt: revokedAt };
    },
  }),
);

function revocationOf({ jti, subject, before }: typeof RevokeTokensInput.$inferInput): Revocation {
  if (jti != null) return { jti };
  if (subject != null) return { subject };
  if (before != null) return { before };
  throw new GatewayError('BAD_REQUEST', 'It is not said which tokens to revoke. Give one of jti, subject or before.');
}
