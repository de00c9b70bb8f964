import { type HealthBand as BandModel, bandOn, healthOn } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { accountByExternalId, holding, type Session } from '../session.ts';
import { workspaceChanges } from '../subscriptions/workspace-changes.ts';
import { Account } from './account.ts';
import { AccountModel } from './account-model.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { changesAtMostEvery } from './portfolio-changed.ts';

interface Health {
  readonly score: number | null;
  readonly band: BandModel | null;
}

interface HealthChangedModel extends Health {
  readonly account: AccountModel;
  readonly before: Health;
  readonly revision: string;
}

const AccountHealthChangedEvent = builder.objectRef<HealthChangedModel>('AccountHealthChangedEvent').implement({
  access: 'OF_PARENT',
  description: 'The health of an account is another one.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'Whose; with its factors in `health`.' }),
    score: t.exposeFloat('score', { nullable: true, description: '0 to 100; null where nothing is known any more.' }),
    band: t.expose('band', { type: HealthBand, nullable: true, description: 'The band the score falls in.' }),
    previousScore: t.float({
      nullable: true,
      description: 'The score before; null where there was none.',
      resolve: ({ before }) => before.score,
    }),
    previousBand: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band before.',
      resolve: ({ before }) => before.band,
    }),
    revision: t.exposeString('revision', { description: 'The data revision with this score in it.' }),
  }),
});

builder.subscriptionField('accountHealthChanged', (t) =>
  t.field({
    type: AccountHealthChangedEvent,
    description: `Tells of an account’s health when a write changed it, at most once in ${changesAtMostEvery / 1_000} second. A score that moves because days pass is seen with the next write. Ends when the token expires.`,
    args: { account: t.arg.string({ required: true, description: 'The host’s own id of the account.' }) },
    weight: 5,
    access: 'metrics:read',
    subscribe: async (_root, { account: externalId }, context) => {
      const opened = await holding(await context.session(), { externalIds: [externalId] });
      let before = healthIn(opened, accountByExternalId(opened, externalId));
      if (before === null) {
        throw new GatewayError(
          'NOT_FOUND',
          `There is no account "${externalId}" in reach, so nothing could ever be told of it. Check the id.`,
        );
      }
      return workspaceChanges(
        context,
        async (): Promise<HealthChangedModel | null> => {
          const session = await holding(await context.freshSession(), { externalIds: [externalId] });
          const index = accountByExternalId(session, externalId);
          const now = healthIn(session, index);
          const then = before;
          if (now === null || then === null || (now.score === then.score && now.band?.key === then.band?.key))
            return null;
          before = now;
          const account = new AccountModel(session, index);
          return { ...now, account, before: then, revision: session.ledger.revision };
        },
        changesAtMostEvery,
      );
    },
    resolve: (event) => event,
  }),
);

function healthIn({ ledger, today }: Session, account: number): Health | null {
  if (account < 0) return null;
  const score = healthOn(ledger, account, today);
  return { score: Number.isNaN(score) ? null : score, band: bandOn(ledger, account, today) ?? null };
}
