import type { LedgerStage } from '@plimsoll/metrics';
import { accountScopes } from '../access/access-rule.ts';
import { builder } from './builder.ts';
import { StageRule } from './stage-rule.ts';

/** A stage with its place in the order, counted from 1. */
export interface StageModel extends LedgerStage {
  readonly order: number;
}

/** A stage of the workspace's lifecycle. */
export const LifecycleStage = builder.objectRef<StageModel>('LifecycleStage').implement({
  access: 'OF_PARENT',
  description: 'A stage of the life of a customer, as the workspace has defined it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, as filters and mutations take it.' }),
    label: t.exposeString('label', { description: 'Its name.' }),
    order: t.exposeInt('order', { description: 'Its place in the order, 1 for the earliest.' }),
    terminal: t.exposeBoolean('terminal', {
      description: 'Whether the road ends here, as with churn: coming to it is no progress, and leaving it a return.',
    }),
    rule: t.field({
      access: { anyOf: accountScopes, staffOnly: 'The rules of a lifecycle say how customers are judged' },
      type: StageRule,
      nullable: true,
      description:
        'When an account is in it by itself; null where it is only set by hand. For tokens and keys of all accounts.',
      weight: 5,
      resolve: async ({ key }, _arguments, context) => {
        const { stages } = await (await context.session()).store.lifecycle();
        return stages.find((stage) => stage.key === key)?.rule ?? null;
      },
    }),
  }),
});

/** The stage of a code in the ledger; `null` for none. */
export function stageOfCode(stages: readonly LedgerStage[], code: number): StageModel | null {
  const stage = stages[code - 1];
  return stage === undefined ? null : { ...stage, order: code };
}

builder.queryField('lifecycleStages', (t) =>
  t.field({
    type: [LifecycleStage],
    description: 'The stages that accounts can be in, the earliest first.',
    access: 'accounts:read',
    resolve: async (_root, _arguments, context) => {
      const { lifecycle } = (await context.session()).ledger;
      return lifecycle.map((stage, place) => ({ ...stage, order: place + 1 }));
    },
  }),
);
