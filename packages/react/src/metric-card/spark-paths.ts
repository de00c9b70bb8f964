/** A sparkline as SVG paths in a box of 240 × 44, the right edge leaving room for the end's mark. */
export interface SparkPaths {
  /** Under the line. */
  readonly area: string;
  /** The reference, from edge to edge. */
  readonly base: string;
  /** Through the closed periods. */
  readonly line: string;
  /** The last stretch, where the last period is still open. */
  readonly open: string;
  /** The last point. */
  readonly mark: string;
}

/**
 * Draws values from left to right, scaled to their own range and the reference, if there is one. A line never bridges a
 * missing value: it starts after the last of them. Fewer than two values after it draw nothing.
 */
export function sparkPaths(
  values: readonly (number | null)[],
  lastOpen = false,
  reference?: number,
): SparkPaths | undefined {
  const first = values.lastIndexOf(null) + 1;
  const known = values.slice(first).map(Number);
  if (known.length < 2) return undefined;
  const low = Math.min(...known, reference ?? Number.POSITIVE_INFINITY);
  const span = Math.max(...known, reference ?? low) - low || 1;
  const x = (index: number) => (((first + index) * 236) / (values.length - 1)).toFixed(1);
  const y = (value: number) => (40 - (36 * (value - low)) / span).toFixed(1);
  const points = known.map((value, index) => `${x(index)} ${y(value)}`);
  const path = (from: number, to?: number) => `M${points.slice(from, to).join('L')}`;
  return {
    area: `${path(0)}V44H${x(0)}`,
    base: reference === undefined ? '' : `M0 ${y(reference)}H240`,
    line: path(0, lastOpen ? -1 : undefined),
    open: lastOpen ? path(-2) : '',
    mark: `${path(-1)}h.01`,
  };
}
