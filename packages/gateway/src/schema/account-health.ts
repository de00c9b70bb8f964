import { bandOf, type Day, type HealthModel, healthChange } from '@plimsoll/metrics';
import type { AccountHealth as StoredHealth } from '@plimsoll/store';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { HealthChange } from './health-change.ts';
import { HealthFactor } from './health-factor.ts';
import { UndefinedReason } from './metric-definition.ts';

interface HealthOfAccount {
  readonly session: Session;
  /** Internal id of the account. */
  readonly id: string;
  /** `null` where no model applies. */
  readonly health: StoredHealth | null;
}

interface PointModel {
  readonly day: Day;
  readonly score: number | null;
  readonly coverage: number;
  readonly model: HealthModel | null;
}

const HealthPoint = builder.objectRef<PointModel>('HealthPoint').implement({
  access: 'OF_PARENT',
  description: 'A day on which a score changed.',
  fields: (t) => ({
    date: t.expose('day', { type: 'Date', description: 'The day.' }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: 'The score from then on; null where nothing was known.',
    }),
    coverage: t.exposeFloat('coverage', { description: '0 to 1: how much of the model’s weight was known.' }),
    band: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band the score falls in.',
      resolve: ({ model, score }) => (model === null || score === null ? null : (bandOf(model, score) ?? null)),
    }),
  }),
});

const AccountHealth = builder.objectRef<HealthOfAccount>('AccountHealth').implement({
  access: 'OF_PARENT',
  description: 'How an account is doing, and why.',
  fields: (t) => ({
    score: t.float({
      nullable: true,
      description: '0 to 100; null with a `reason` where nothing is known.',
      resolve: ({ health }) => health?.now.score ?? null,
    }),
    reason: t.field({
      type: UndefinedReason,
      nullable: true,
      description: 'Why there is no score.',
      resolve: ({ health }) => (health?.now.score == null ? 'NO_SCORES' : null),
    }),
    band: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band the score falls in.',
      resolve: ({ health }) => (health?.now.score == null ? null : (bandOf(health.model, health.now.score) ?? null)),
    }),
    bands: t.field({
      type: [HealthBand],
      description: 'All bands, lowest first.',
      resolve: ({ health }) => health?.model.bands ?? [],
    }),
    factors: t.field({
      type: [HealthFactor],
      description: 'Everything the score looks at, known or not.',
      resolve: ({ session, health }) =>
        health === null
          ? []
          : health.model.factors.flatMap((factor) => {
              const scored = health.now.factors.find(({ key }) => key === factor.key);
              return scored === undefined ? [] : [{ session, model: health.model, factor, scored }];
            }),
    }),
    coverage: t.float({
      description: '0 to 1: how much of the model’s weight was known.',
      resolve: ({ health }) => health?.now.coverage ?? 0,
    }),
    change: t.field({
      type: HealthChange,
      nullable: true,
      description: 'How the score moved since a day; null where it was or is unknown.',
      args: { since: t.arg({ type: 'Date', description: 'The day to compare with; 30 days before when left out.' }) },
      weight: 5,
      resolve: async ({ session, id, health }, { since }) => {
        const then = since == null ? health : await healthSince(session, id, since);
        const change = then === null ? null : healthChange(then.before, then.now);
        if (then === null || change === null) return null;
        const labels = new Map(then.model.factors.map(({ key, label }) => [key, label]));
        return {
          ...change,
          factors: change.factors.map((factor) => ({ ...factor, label: labels.get(factor.key) ?? factor.key })),
        };
      },
    }),
    asOf: t.field({
      type: 'Date',
      description: 'The day it was worked out for.',
      resolve: ({ session }) => session.today,
    }),
    model: t.string({
      nullable: true,
      description: 'Name of the health model that scores the account; null where none applies to it.',
      resolve: ({ health }) => health?.model.name ?? null,
    }),
    modelKey: t.string({
      nullable: true,
      description: 'Key of that model.',
      resolve: ({ health }) => health?.model.key ?? null,
    }),
    revision: t.string({
      description: 'The data revision it was read at.',
      resolve: ({ session }) => session.ledger.revision,
    }),
    trend: t.field({
      type: [HealthPoint],
      description: 'Every day on which the score changed, oldest first.',
      args: { from: t.arg({ type: 'Date', description: 'Only days from this one on; all when left out.' }) },
      resolve: ({ health }, { from }) =>
        (health?.timeline ?? [])
          .filter(({ day }) => from == null || day >= from)
          .map((point) => ({ ...point, model: health?.model ?? null })),
    }),
  }),
});

builder.objectField(Account, 'health', (t) =>
  t.field({
    type: AccountHealth,
    description: 'How the account is doing, and why.',
    weight: 20,
    access: 'metrics:read',
    resolve: async ({ session, id }) => {
      const found = await session.store.accountHealth([id], session.today);
      return { session, id, health: found.get(id) ?? null };
    },
  }),
);

async function healthSince({ store, today }: Session, id: string, since: Day): Promise<StoredHealth | null> {
  if (since > today) {
    throw new GatewayError(
      'BAD_REQUEST',
      'A change since a day to come is not known yet. Give today or an earlier day.',
    );
  }
  return (await store.accountHealth([id], today, since)).get(id) ?? null;
}
