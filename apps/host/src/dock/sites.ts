/** A place where a customer uses Harbor. */
export interface CustomerSite {
  /** The customer's id. */
  readonly account: string;
  readonly name: string;
}

/** One site of each customer that somebody can sign in from. */
export const sites: readonly [CustomerSite, ...CustomerSite[]] = [
  { account: 'acme', name: 'Plant 2, Tulsa' },
  { account: 'bluefin', name: 'Cross-dock, Rotterdam' },
  { account: 'halcyon', name: 'Central stores, Lisbon' },
  { account: 'meridian', name: 'Intermodal yard, Joliet' },
];
