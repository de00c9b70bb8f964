import type { DistributionPartsFragment, ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';

/** What an NPS card shows. */
export interface NpsScoreData {
  /** The survey's name. */
  readonly name: string;
  readonly score: ReadingPartsFragment;
  readonly distribution: DistributionPartsFragment;
  /** The score's course, oldest first. */
  readonly trend?: SeriesPartsFragment | undefined;
}
