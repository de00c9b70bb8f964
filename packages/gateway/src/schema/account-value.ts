import { type Day, parseDay } from '@plimsoll/metrics';
import type { AccountOutcome } from '@plimsoll/store';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { MilestoneRole } from './milestone-role.ts';

interface ReachedMilestone {
  readonly key: string;
  readonly name: string;
  readonly role: 'start' | 'firstValue' | 'other';
  readonly reachedOn: Day;
}

const AccountMilestone = builder.objectRef<ReachedMilestone>('AccountMilestone').implement({
  access: 'OF_PARENT',
  description: 'A milestone that an account reached.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The milestone’s key.' }),
    name: t.exposeString('name', { description: 'Its name, or its key where it has none.' }),
    role: t.expose('role', { type: MilestoneRole, description: 'What it is for.' }),
    reachedOn: t.expose('reachedOn', { type: 'Date', description: 'When it was reached.' }),
  }),
});

const Outcome = builder.objectRef<AccountOutcome>('Outcome').implement({
  access: 'OF_PARENT',
  description: 'Something that an account is to achieve by a day.',
  fields: (t) => ({
    externalId: t.exposeString('outcomeId', { description: 'The host’s own id of it.' }),
    name: t.exposeString('name', { description: 'What is to be achieved.' }),
    baseline: t.exposeFloat('baseline', { description: 'Where it started.' }),
    target: t.exposeFloat('target', { description: 'Where it is to be.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Its latest value; null before the first.' }),
    valueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of the latest value.',
      resolve: ({ valueOn }) => dayOf(valueOn),
    }),
    progress: t.float({
      nullable: true,
      description: 'How far the latest value is from the baseline to the target, held to 0…1; null before the first.',
      resolve: ({ value, baseline, target }) =>
        value === null ? null : Math.min(1, Math.max(0, (value - baseline) / (target - baseline))),
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'By when.',
      // The store keeps real days alone.
      resolve: ({ dueOn }) => dayOf(dueOn) ?? 0,
    }),
    reachedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'When it was reached: as the host said, or the first day with a value at the target; null until then.',
      resolve: ({ reachedOn }) => dayOf(reachedOn),
    }),
  }),
});

function dayOf(text: string | null): Day | null {
  return text === null ? null : (parseDay(text) ?? null);
}

/** The most milestones of one account that are listed. */
const mostMilestones = 100;

builder.objectFields(Account, (t) => ({
  milestones: t.field({
    type: [AccountMilestone],
    description: `The milestones it has reached, the earliest first, at most ${mostMilestones}. Needs \`accounts:read\`.`,
    access: 'accounts:read',
    resolve: ({ session, index }): readonly ReachedMilestone[] => {
      const { milestones, milestoneList } = session.ledger;
      const reached: ReachedMilestone[] = [];
      const until = milestones.offsets[index + 1] ?? 0;
      for (let row = milestones.offsets[index] ?? 0; row < until && reached.length < mostMilestones; row++) {
        const milestone = milestoneList[milestones.milestones[row] ?? -1];
        const reachedOn = milestones.days[row] ?? 0;
        if (milestone !== undefined && reachedOn <= session.today) reached.push({ ...milestone, reachedOn });
      }
      return reached;
    },
  }),
  outcomes: t.field({
    type: [Outcome],
    description: 'What it is to achieve, the earliest due first, at most 100. Needs `accounts:read`.',
    weight: 20,
    access: 'accounts:read',
    resolve: ({ session, id }) => {
      return session.store.outcomes(id);
    },
  }),
}));
