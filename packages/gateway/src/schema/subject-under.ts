import {
  type AnyMetric,
  type Ledger,
  type Policy,
  recognisesAlike,
  recognitionKeys,
  recognitionOf,
} from '@plimsoll/metrics';
import { onReader, type Session, sameAccounts } from '../session.ts';
import type { MeasuredModel } from './measured-model.ts';

/** A subject with the ledger that a policy's numbers are read from. */
export interface SubjectUnderPolicy extends MeasuredModel {
  readonly session: Session;
  readonly ledger: Ledger;
}

/** Whether a metric hangs on what counts as recurring revenue. */
export function readsRecognised({ switches }: AnyMetric): boolean {
  return recognitionKeys.some((key) => switches.includes(key));
}

/**
 * The ledger in which a subject's revenue is what a policy takes for recurring. The accounts that it is about were chosen
 * as the workspace sees them and stay the same; where something was written since, they are found again in what is there.
 */
export async function subjectUnder(subject: MeasuredModel, policy: Policy): Promise<SubjectUnderPolicy> {
  const { session, selection } = subject;
  if (recognisesAlike(policy, session.ledger.recognition)) return { session, selection, ledger: session.ledger };
  const { ledger, reader } = await session.reader.under(recognitionOf(policy));
  if (reader.ledger.revision === session.ledger.revision) return { session, selection, ledger };
  const later = onReader(session, reader);
  return { session: later, selection: sameAccounts(session, selection, later), ledger };
}
