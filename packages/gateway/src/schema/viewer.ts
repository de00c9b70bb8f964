import { policySwitches } from '@plimsoll/metrics';
import { accountScopes } from '../access/access-rule.ts';
import { type Scope as ScopeModel, scopes } from '../auth/scope.ts';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { Policy } from './policy.ts';
import { Workspace } from './workspace.ts';

/** Scopes in the graph. */
export const Scope = builder.enumType('Scope', {
  description: 'What a token or key may do.',
  values: {
    METRICS_READ: { value: 'metrics:read', description: 'Read metrics and health.' },
    ACCOUNTS_READ: { value: 'accounts:read', description: 'List accounts, and see those behind a number.' },
    SURVEYS_READ: { value: 'surveys:read', description: 'Read scores, answers and comments of surveys.' },
    SURVEYS_RESPOND: { value: 'surveys:respond', description: 'Be asked a survey and answer it.' },
    DATA_WRITE: { value: 'data:write', description: 'Write records.' },
    ADMIN: {
      value: 'admin',
      description:
        'Create and revoke keys, revoke tokens and read the audit log. API keys only; tokens never carry it.',
    },
  } as const satisfies Record<string, { value: ScopeModel; description: string }>,
});

const Viewer = builder.objectRef<Session>('Viewer').implement({
  access: 'ANY_CREDENTIAL',
  description: 'Who asks, as proven by the token or key.',
  fields: (t) => ({
    workspace: t.field({
      type: Workspace,
      description: 'The tenant. It comes from the token alone.',
      resolve: ({ ledger, ...session }) => ({ ...session, revision: ledger.revision }),
    }),
    subject: t.string({
      nullable: true,
      description: 'The host’s user; null for an API key.',
      resolve: ({ viewer }) => viewer.subject,
    }),
    scopes: t.field({
      type: [Scope],
      description: 'What may be done.',
      resolve: ({ viewer }) => scopes.filter((scope) => viewer.scopes.has(scope)),
    }),
    allAccounts: t.boolean({
      description: 'Whether every account is in reach.',
      resolve: ({ viewer }) => viewer.accounts.kind === 'ALL',
    }),
    accountsInReach: t.int({
      access: { anyOf: accountScopes },
      description: 'How many accounts are in reach.',
      resolve: ({ reader, reach }) => reader.count(reach),
    }),
    policy: t.field({
      type: Policy,
      description: `The workspace’s policy: ${policySwitches.length} switches.`,
      resolve: ({ policy }) => policy,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the token stops working; null for a key.',
      resolve: ({ viewer }) => viewer.expiresAt,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    access: 'ANY_CREDENTIAL',
    type: Viewer,
    description: 'Who asks, and what they may see.',
    resolve: (_root, _args, context) => context.session(),
  }),
);
