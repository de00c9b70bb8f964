/** Limits that are part of the graph, and stated in its descriptions. Those of a request are `RequestLimits`. */
export const limits = {
  /** Entries of a page, ids of `nodes`, and keys of `metrics`. */
  pageSize: 100,
  /** Entries of a list that can be read of a workspace too large to be held in memory, page by page or as CSV. */
  listed: 10_000,
  /** Records of one batch. */
  batchSize: 500,
  /** Nesting of an account filter. */
  filterDepth: 8,
  /** Parts and values of an account filter, all together. */
  filterSize: 1_000,
  /** Characters of a search. */
  searchLength: 200,
} as const;

/** Entries of a page that does not say how many. */
export const defaultPageSize = 25;
