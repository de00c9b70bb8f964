import { type HealthBand as BandModel, bandOn, healthOn } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { accountByExternalId, holding, type Session } from '../session.ts';
import { wholeRevision } from '../subscriptions/event-id.ts';
import { followWorkspace } from '../subscriptions/follow-workspace.ts';
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
  description: 'The health of an account changed.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'The account, with its factors in `health`.' }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: 'The score now, 0 to 100; null where nothing is known any more.',
    }),
    band: t.expose('band', { type: HealthBand, nullable: true, description: 'The band the score falls in.' }),
    previousScore: t.float({
      nullable: true,
      description: 'The score before; null where there was none or it is not known.',
      resolve: ({ before }) => before.score,
    }),
    previousBand: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band before; null where there was none or it is not known.',
      resolve: ({ before }) => before.band,
    }),
    revision: t.exposeString('revision', { description: 'The data revision with this score in it.' }),
  }),
});

builder.subscriptionField('accountHealthChanged', (t) =>
  t.field({
    type: AccountHealthChangedEvent,
    description: `Sends an event when a write changed an account’s health, at most once in ${changesAtMostEvery} milliseconds. A score that moves because days pass is noticed with the next write. After a reconnection the present health is sent once where it is not known what it was before. Ends when the token expires or is revoked.`,
    args: { account: t.arg.string({ required: true, description: 'The host’s own id of the account.' }) },
    weight: 5,
    access: 'metrics:read',
    subscribe: async (_root, { account: externalId }, context) => {
      const opened = await holding(await context.session(), { externalIds: [externalId] });
      const present = healthIn(opened, accountByExternalId(opened, externalId));
      if (present === null) {
        throw new GatewayError(
          'NOT_FOUND',
          `There is no account "${externalId}" in reach, so it would never have an event. Check the id.`,
        );
      }
      let before = context.source?.after === null ? present : undefined;
      return followWorkspace<HealthChangedModel>(context, {
        from: opened.ledger.revision,
        atMostEvery: changesAtMostEvery,
        read: async () => {
          const session = await holding(await context.freshSession(), { externalIds: [externalId] });
          const index = accountByExternalId(session, externalId);
          const now = healthIn(session, index);
          const { revision } = session.ledger;
          const upTo = wholeRevision(revision);
          const then = before ?? unknown;
          if (now === null || (before !== undefined && isSame(now, then))) return { events: [], upTo };
          before = now;
          const event = { ...now, account: new AccountModel(session, index), before: then, revision };
          return { events: [{ id: upTo, event }], upTo };
        },
      });
    },
    resolve: (event) => event,
  }),
);

const unknown: Health = { score: null, band: null };

function isSame(a: Health, b: Health): boolean {
  return a.score === b.score && a.band?.key === b.band?.key;
}

function healthIn({ ledger, today }: Session, account: number): Health | null {
  if (account < 0) return null;
  const score = healthOn(ledger, account, today);
  return { score: Number.isNaN(score) ? null : score, band: bandOn(ledger, account, today) ?? null };
}
