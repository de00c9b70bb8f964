import type { Plan, Region } from './demo-records.ts';

/** A customer before its history is told. Months are those of the demo's timeline. */
export interface Customer {
  readonly externalId: string;
  readonly name: string;
  readonly industry: string;
  readonly region: Region;
  readonly csm: string;
  /** Where it began; it may move up or down later. */
  readonly plan: Plan;
  readonly seats: number;
  readonly interval: 'month' | 'year';
  readonly currency: 'USD' | 'EUR';
  readonly firstMonth: number;
  /** Day of the month on which it signed and renews, 1…28. */
  readonly date: number;
  /** How much it makes of the product when all is well, 0…1. */
  readonly affinity: number;
  /** A handful of customers are many times larger than the rest; they move in small steps. */
  readonly giant: boolean;
  /** A history written by hand instead of drawn. */
  readonly story?: Story;
}

/** A history written by hand. */
export interface Story {
  readonly stints: readonly Stint[];
  readonly dips: readonly Dip[];
}

/** An unbroken time as a paying customer, by months: `until` is the month it left in, `null` while it stays. */
export interface Stint {
  readonly from: number;
  readonly until: number | null;
}

/** A time in which use fell to `depth` of what it was, and where `back` is set, came back. */
export interface Dip {
  readonly from: number;
  readonly low: number;
  readonly back: number | null;
  /** 0…1. */
  readonly depth: number;
}
