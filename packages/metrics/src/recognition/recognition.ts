import type { PolicySwitch } from '../policy.ts';

/**
 * The part of a policy that decides which of the things billing systems know are recurring revenue. It shapes the
 * movements themselves; every other switch only reads them.
 */
export interface Recognition {
  /**
   * When the revenue of somebody who cancels goes: with the end of what was paid for, or on the day they asked.
   * @default 'endOfPaidPeriod' as ProfitWell does; Stripe uses `cancellation`
   */
  readonly churnAt: 'endOfPaidPeriod' | 'cancellation';
  /**
   * Whether subscriptions whose payment is late count.
   * @default 'count'
   */
  readonly pastDue: 'count' | 'drop';
  /**
   * What a paused subscription is worth: nothing, so that pausing the only one is churn and resuming it reactivation, or
   * as much as before.
   * @default 'zero' as ProfitWell and Recurly do
   */
  readonly paused: 'zero' | 'count';
  /**
   * Whether a trial counts before it converts.
   * @default 'exclude'
   */
  readonly trial: 'exclude' | 'include';
  /**
   * Which discounts lower recurring revenue: each while it lasts, only those that never end, or none.
   * @default 'subtractWhileActive'; Stripe uses `subtractForeverOnly`
   */
  readonly discounts: 'subtractWhileActive' | 'subtractForeverOnly' | 'ignore';
  /**
   * Whether metered charges count. `includeTrailingAverage`: from the first of each month on they are worth, a year, four
   * times what the three complete calendar months before charged, so nothing any more three months after the last.
   * @default 'exclude'
   */
  readonly metered: 'exclude' | 'includeTrailingAverage';
  /**
   * At which rate other currencies are held: that of the day they moved, frozen, or that of the first of each month, the
   * difference being an FX movement of that day.
   * @default 'rateAtMovement'
   */
  readonly fx: 'rateAtMovement' | 'revalueMonthly';
}

/** What a workspace that has set nothing recognises. */
export const defaultRecognition: Recognition = {
  churnAt: 'endOfPaidPeriod',
  pastDue: 'count',
  paused: 'zero',
  trial: 'exclude',
  discounts: 'subtractWhileActive',
  metered: 'exclude',
  fx: 'rateAtMovement',
};

/** The switches of a {@link Recognition}: those that every number about recurring revenue hangs on. */
// Object.keys loses the key type of a closed object.
export const recognitionKeys: readonly (keyof Recognition)[] = Object.keys(defaultRecognition) as (keyof Recognition)[];

/** The part of a policy that decides what is recurring revenue, and nothing else of it. */
export function recognitionOf({ churnAt, pastDue, paused, trial, discounts, metered, fx }: Recognition): Recognition {
  return { churnAt, pastDue, paused, trial, discounts, metered, fx };
}

/** Whether two policies recognise the same revenue. */
export function recognisesAlike(a: Recognition, b: Recognition): boolean {
  return recognitionKeys.every((key) => a[key] === b[key]);
}

/** The switches of a {@link Recognition} in words. */
export const recognitionSwitches: readonly PolicySwitch[] = [
  {
    key: 'churnAt',
    label: 'A cancelled subscription is lost',
    description: 'When the revenue of somebody who cancels goes.',
    values: { endOfPaidPeriod: 'When what was paid for ends', cancellation: 'On the day it is cancelled' },
  },
  {
    key: 'pastDue',
    label: 'Past due subscriptions',
    description: 'Whether subscriptions whose payment is late count.',
    values: { count: 'Counted', drop: 'Not counted' },
  },
  {
    key: 'paused',
    label: 'Paused subscriptions',
    description: 'What a paused subscription is worth.',
    values: { zero: 'Worth nothing while paused', count: 'Counted' },
  },
  {
    key: 'trial',
    label: 'Trials',
    description: 'Whether a trial counts before it converts.',
    values: { exclude: 'Not counted before they convert', include: 'Counted from their first day' },
  },
  {
    key: 'discounts',
    label: 'Discounts',
    description: 'Which discounts lower recurring revenue.',
    values: {
      subtractWhileActive: 'Taken off while they last',
      subtractForeverOnly: 'Taken off only where they never end',
      ignore: 'Not taken off',
    },
  },
  {
    key: 'metered',
    label: 'Metered charges',
    description: 'Whether metered charges count as recurring revenue.',
    values: { exclude: 'Not counted', includeTrailingAverage: 'Counted by the average of the last three months' },
  },
  {
    key: 'fx',
    label: 'Other currencies',
    description: 'At which rate other currencies are held.',
    values: {
      rateAtMovement: 'At the rate of the day they moved',
      revalueMonthly: 'At the rate of the first of each month',
    },
  },
];
