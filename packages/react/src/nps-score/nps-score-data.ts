import type { DistributionPartsFragment, NpsBucket, ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';

/** How the answers to an NPS survey are spread: over its own groups alone. */
export interface NpsDistribution extends DistributionPartsFragment {
  readonly buckets: readonly (DistributionPartsFragment['buckets'][number] & { readonly bucket: NpsBucket })[];
}

/** What an NPS card shows. */
export interface NpsScoreData {
  /** The survey's name. */
  readonly name: string;
  readonly score: ReadingPartsFragment;
  readonly distribution: NpsDistribution;
  /** The score's course, oldest first. */
  readonly trend?: SeriesPartsFragment | undefined;
}
