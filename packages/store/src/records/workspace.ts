import type { MetricKey, Policy } from '@plimsoll/metrics';

/** What a workspace is made with. */
export interface WorkspaceRecord {
  /** 1–63 of `a-z`, `0-9` and `-`, beginning and ending with a letter or digit. */
  readonly key: string;
  readonly name: string;
  /** Reporting currency, ISO 4217. */
  readonly currency: string;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /**
   * Month in which its fiscal year starts, 1 to 12. A fiscal year is named for the calendar year in which it ends.
   * @default 1
   */
  readonly fiscalYearStartsIn?: number;
  /** Switches that differ from the default policy. */
  readonly policy?: Partial<Policy>;
}

/** What a metric should reach, and below (or above) what it needs watching. */
export interface MetricTarget {
  readonly value: number;
  readonly watch?: number;
}

/** Targets by metric. */
export type MetricTargets = Readonly<Partial<Record<MetricKey, MetricTarget>>>;

/** What is to change of a workspace's settings; what is left out stays as it is. */
export interface SettingsChange {
  readonly name?: string;
  /** Month in which the fiscal year starts, 1 to 12. */
  readonly fiscalYearStartsIn?: number;
  /** Switches to set; the others stay. */
  readonly policy?: Partial<Policy>;
  /** Targets to set in place of those of their metrics, `null` for one to remove; the others stay. */
  readonly targets?: Readonly<Partial<Record<MetricKey, MetricTarget | null>>>;
  /** Keys of the traits that only the workspace's own staff may see, in place of those before; at most 100. */
  readonly internalTraits?: readonly string[];
}

/** A workspace as it stands. */
export interface WorkspaceInfo {
  readonly key: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Month in which its fiscal year starts, 1 to 12. */
  readonly fiscalYearStartsIn: number;
  /** The default policy with the workspace's own switches over it. */
  readonly policy: Policy;
  readonly targets: MetricTargets;
  /** Keys of the traits that only the workspace's own staff may see, sorted. The trait "csm" is internal without being listed. */
  readonly internalTraits: readonly string[];
  /** Grows with every write; a whole number in decimal. */
  readonly revision: string;
}

/** How many records a workspace holds. */
export interface WorkspaceCounts {
  readonly accounts: number;
  readonly people: number;
  /** Subscriptions, however many changes each had. */
  readonly subscriptions: number;
  readonly movements: number;
  readonly surveys: number;
  readonly exposures: number;
  readonly responses: number;
}
