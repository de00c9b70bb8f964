import { support } from '../../facts/support/support.ts';
import type { SupportFacts, Waits } from '../../facts/support/support-facts.ts';
import type { Exclusion, Metric, Term } from '../../metric.ts';
import type { Policy } from '../../policy.ts';

/** What differs between the metrics of how long support takes. */
interface SupportTime
  extends Pick<Metric<SupportFacts>, 'key' | 'name' | 'shortName' | 'description' | 'formula' | 'see'> {
  readonly waits: (facts: SupportFacts) => Waits;
  /** Tickets of its own that have no time yet: they take from the coverage. */
  readonly pending?: (facts: SupportFacts) => number;
  /** What is counted beside the times. */
  readonly beside: readonly Term<SupportFacts>[];
  readonly switches: readonly (keyof Policy)[];
  readonly excluded?: (facts: SupportFacts) => readonly Exclusion[];
  /** What to tell a person when no ticket has such a time. */
  readonly noTickets: string;
}

/** A median of what tickets took, in calendar time or in business hours. */
export function defineSupportTime({
  waits,
  pending = () => 0,
  beside,
  switches,
  excluded,
  noTickets,
  ...metric
}: SupportTime): Metric<SupportFacts> {
  return {
    ...metric,
    unit: 'DURATION',
    better: 'LOWER',
    balance: false,
    usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
    source: support,
    terms: () => ({ kind: 'DISTRIBUTION', samples: (facts) => waits(facts).seconds, beside }),
    undefinedBecause: (facts) => {
      const { seconds, unknown } = waits(facts);
      if (seconds.length > 0) return null;
      return unknown > 0 ? 'NO_SCHEDULE' : 'NO_TICKETS';
    },
    reasons: {
      NO_TICKETS: { title: 'No such tickets', explanation: noTickets },
      NO_SCHEDULE: {
        title: 'No business hours known',
        explanation:
          'The policy counts in business hours, and no schedule was in force when these tickets came. Give the schedule and the day from which it holds, or count calendar time.',
      },
    },
    switches: [...switches, 'supportHours'],
    coverage: (facts) => {
      const { seconds, unknown } = waits(facts);
      const all = seconds.length + unknown + pending(facts);
      return all === 0 ? 1 : seconds.length / all;
    },
    excluded: (facts) => [
      ...some(
        'NO_SCHEDULE',
        'Tickets created when no schedule of theirs was in force, so that their business hours are not known.',
        waits(facts).unknown,
      ),
      ...(excluded?.(facts) ?? []),
    ],
  };
}

/** An exclusion, where there is anything to exclude. */
export function some(reason: string, explanation: string, count: number): readonly Exclusion[] {
  return count === 0 ? [] : [{ reason, explanation, count }];
}
