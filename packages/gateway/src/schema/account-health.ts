import {
  bandOf,
  type Day,
  type HealthFactorModel,
  type HealthModel,
  healthChange,
  type ScoredFactor,
} from '@plimsoll/metrics';
import type { AccountHealth as StoredHealth } from '@plimsoll/store';
import { requireScope } from '../auth/viewer.ts';
import type { Session } from '../session.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { UndefinedReason } from './metric-definition.ts';

interface HealthOfAccount {
  readonly session: Session;
  /** `null` where the workspace has no model. */
  readonly health: StoredHealth | null;
}

const HealthFactor = builder
  .objectRef<{ readonly model: HealthModel; readonly factor: HealthFactorModel; readonly scored: ScoredFactor }>(
    'HealthFactor',
  )
  .implement({
    description: 'One thing a health score looks at.',
    fields: (t) => ({
      key: t.string({ description: 'Its key.', resolve: ({ factor }) => factor.key }),
      label: t.string({ description: 'Its name.', resolve: ({ factor }) => factor.label }),
      weight: t.float({ description: 'Its share of all weights, 0 to 1.', resolve: ({ scored }) => scored.weight }),
      effectiveWeight: t.float({
        description: 'Its share among the factors that are known; 0 for one that is missing or stale.',
        resolve: ({ scored }) => scored.effectiveWeight,
      }),
      score: t.float({ nullable: true, description: '0 to 100.', resolve: ({ scored }) => scored.score }),
      value: t.string({
        nullable: true,
        description: 'The value behind the score, as a person reads it.',
        resolve: ({ factor, scored }) => (scored.value === null ? null : written(scored.value, factor.format)),
      }),
      contribution: t.float({
        description: 'What it adds to the score; the contributions add up to the score.',
        resolve: ({ scored }) => scored.contribution,
      }),
      band: t.field({
        type: HealthBand,
        nullable: true,
        description: 'The band its own score falls in.',
        resolve: ({ model, scored }) => (scored.score === null ? null : (bandOf(model, scored.score) ?? null)),
      }),
      missing: t.boolean({
        description: 'Whether nothing is known.',
        resolve: ({ scored }) => scored.state === 'MISSING',
      }),
      stale: t.boolean({
        description: 'Whether what is known is too old to count.',
        resolve: ({ scored }) => scored.state === 'STALE',
      }),
      observedOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'Since when the value is known.',
        resolve: ({ scored }) => scored.observedOn,
      }),
    }),
  });

const HealthFactorChange = builder
  .objectRef<{ readonly key: string; readonly label: string; readonly amount: number }>('HealthFactorChange')
  .implement({
    description: 'What one factor did to a change of score.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The factor’s key.' }),
      label: t.exposeString('label', { description: 'The factor’s name.' }),
      amount: t.exposeFloat('amount', { description: 'Points; the factors’ amounts add up to the change.' }),
    }),
  });

const HealthChange = builder
  .objectRef<{
    readonly amount: number;
    readonly since: Day;
    readonly factors: readonly { readonly key: string; readonly label: string; readonly amount: number }[];
  }>('HealthChange')
  .implement({
    description: 'How a score moved, and which factors moved it.',
    fields: (t) => ({
      amount: t.exposeFloat('amount', { description: 'Points up or down.' }),
      since: t.expose('since', { type: 'Date', description: 'Since when.' }),
      factors: t.expose('factors', {
        type: [HealthFactorChange],
        description: 'The factors that moved it, the strongest first.',
      }),
    }),
  });

const HealthPoint = builder.objectRef<{ readonly day: Day; readonly score: number | null }>('HealthPoint').implement({
  description: 'A day on which a score changed.',
  fields: (t) => ({
    date: t.expose('day', { type: 'Date', description: 'The day.' }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: 'The score from then on; null where nothing was known.',
    }),
  }),
});

const AccountHealth = builder.objectRef<HealthOfAccount>('AccountHealth').implement({
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
      resolve: ({ health }) =>
        health === null
          ? []
          : health.model.factors.flatMap((factor) => {
              const scored = health.now.factors.find(({ key }) => key === factor.key);
              return scored === undefined ? [] : [{ model: health.model, factor, scored }];
            }),
    }),
    coverage: t.float({
      description: '0 to 1: how much of the model’s weight was known.',
      resolve: ({ health }) => health?.now.coverage ?? 0,
    }),
    change: t.field({
      type: HealthChange,
      nullable: true,
      description: 'How the score moved over the last 30 days; null where it was or is unknown.',
      resolve: ({ health }) => {
        if (health === null) return null;
        const change = healthChange(health.before, health.now);
        if (change === null) return null;
        const labels = new Map(health.model.factors.map(({ key, label }) => [key, label]));
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
      description: 'Name of the health model; null where the workspace has none.',
      resolve: ({ health }) => health?.model.name ?? null,
    }),
    revision: t.string({
      description: 'The data revision it was read at.',
      resolve: ({ session }) => session.ledger.revision,
    }),
    trend: t.field({
      type: [HealthPoint],
      description: 'Every day on which the score changed, oldest first.',
      resolve: ({ health }) => health?.timeline ?? [],
    }),
  }),
});

builder.objectField(Account, 'health', (t) =>
  t.field({
    type: AccountHealth,
    description: 'How the account is doing, and why.',
    complexity: 20,
    resolve: async ({ session, id }) => {
      requireScope(session.viewer, 'metrics:read');
      const found = await session.store.accountHealth([id], session.today);
      return { session, health: found.get(id) ?? null };
    },
  }),
);

function written(value: number, format: HealthFactorModel['format']): string {
  return format === 'PERCENT' ? `${Math.round(value * 100)} %` : String(Math.round(value * 10) / 10);
}
