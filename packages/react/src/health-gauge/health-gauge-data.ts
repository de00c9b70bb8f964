import type { HealthPartsFragment } from '@plimsoll/client';

/** What a health gauge shows. */
export interface HealthGaugeData {
  /** The account's name. */
  readonly name: string;
  readonly health: HealthPartsFragment;
}
