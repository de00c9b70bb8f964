import type { Selection, SubjectKind } from '@plimsoll/metrics';
import type { Session } from '../session.ts';

/** Anything whose numbers can be asked for: a session and the accounts it is about. */
export interface MeasuredModel {
  /** Whose numbers they are. @default a portfolio's */
  readonly subject?: SubjectKind;
  readonly session: Session;
  readonly selection: Selection;
}
