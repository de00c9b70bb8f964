/** What money is spent on, in the order of the ledger's codes. */
export const costCategories = ['acquisition', 'retention', 'success', 'support', 'product'] as const;

/** One of {@link costCategories}. */
export type CostCategory = (typeof costCategories)[number];

/** What it costs to serve the customers there are: the categories that a margin is worked out from. */
export const serviceCategories: readonly CostCategory[] = ['success', 'support', 'product'];
