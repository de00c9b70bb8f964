/**
 * A sparkline as SVG paths in a box of 2400 × 440, the right edge leaving room for the end's mark: the area under the
 * line; the reference from edge to edge; the line through the closed periods; its last stretch, where the last period
 * is still open; the last point. Where there is none of one, it is empty.
 */
export type SparkPaths = readonly [area: string, base: string, line: string, open: string, mark: string];

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
  const shown = reference ? [...known, reference] : known;
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low || 1;
  const x = (index: number) => Math.round(((first + index) * 2360) / (values.length - 1));
  const y = (value: number) => Math.round(400 - (360 * (value - low)) / span);
  const points = known.map((value, index) => `${x(index)} ${y(value)}`);
  const path = (from: number, to?: number) => `M${points.slice(from, to).join('L')}`;
  return [
    `${path(0)}V440H${x(0)}`,
    reference ? `M0 ${y(reference)}H2400` : '',
    path(0, lastOpen ? -1 : undefined),
    lastOpen ? path(-2) : '',
    `${path(-1)}h.1`,
  ];
}
