/** What one request may ask for. Each is stated in the docs and held by a test. */
export const limits = {
  /** Bytes of a request body. */
  bodyBytes: 262_144,
  /** Lexical tokens of a document, counted while it is parsed. */
  tokens: 4_000,
  /** Nesting of a document. */
  depth: 14,
  /** Fields of a document. */
  breadth: 600,
  /** Weighted fields: pages count their size, series and readings their cost. */
  complexity: 12_000,
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
