import type { ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';

/** What a metric card shows. */
export interface MetricCardData {
  readonly reading: ReadingPartsFragment;
  /** Its course over time, oldest first. */
  readonly series?: SeriesPartsFragment | undefined;
  /** Whose number it is, when that is one account. */
  readonly subject?: string | undefined;
  /** How many accounts stand behind it. */
  readonly accounts?: number | undefined;
}
