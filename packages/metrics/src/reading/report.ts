import { checkHeld } from '../ledger/ledger-extent.ts';
import type { Gathering, Question, Window } from '../metric.ts';

/**
 * A table or a list beside the metrics: what is gathered of the accounts, and what is told of that. What is gathered from
 * parts adds up, so that it can be worked out of a ledger as well as of a workspace that does not fit into memory.
 */
export interface Report<Facts, Told> {
  readonly gathering: Gathering<Facts>;
  readonly window: Window;
  /** @param question of the accounts as a whole: its ledger is asked for what belongs to none of them */
  tell(question: Question, facts: Facts): Told;
}

/** Works a report out of a ledger in memory. @throws MetricsError for a ledger that holds no accounts */
export function work<Facts, Told>({ gathering, window, tell }: Report<Facts, Told>, question: Question): Told {
  checkHeld(question.ledger);
  // One window in, facts of one out.
  const [facts] = gathering.collect(question, [window]) as readonly [Facts];
  return tell(question, facts);
}
