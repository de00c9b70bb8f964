import type { Day } from '../calendar/day.ts';

/** Why an account's recurring revenue changed. The position in this list is the code that columns hold. */
export const movementKinds = ['NEW', 'EXPANSION', 'CONTRACTION', 'CHURN', 'REACTIVATION', 'FX'] as const;

/** One of {@link movementKinds}. */
export type MovementKind = (typeof movementKinds)[number];

/** The codes of {@link movementKinds}, for reading columns. */
export const movementCode: Readonly<Record<MovementKind, number>> = {
  NEW: 0,
  EXPANSION: 1,
  CONTRACTION: 2,
  CHURN: 3,
  REACTIVATION: 4,
  FX: 5,
};

/** One change of an account's recurring revenue on one day. */
export interface Movement {
  readonly day: Day;
  readonly kind: MovementKind;
  /** Annualised minor units of the reporting currency; negative for contraction and churn. */
  readonly amount: number;
}
