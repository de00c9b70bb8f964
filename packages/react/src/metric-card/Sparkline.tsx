import type { ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';

/** Props of {@link Sparkline}. */
export interface SparklineProps extends Pick<ReadingPartsFragment, 'definition'> {
  readonly points: SeriesPartsFragment['points'];
  /** The same in words. */
  readonly label: string;
}

/**
 * The course of a value as a line with its end marked; red where the value got worse. Net retention is held against
 * 100%: the other retentions cannot pass it, so there it is the ceiling and no mark to beat. Drawn from the numbers
 * alone, so it is whole on the server.
 *
 * The line is scaled to its own range and the reference. It never bridges a missing value: it starts after the last of
 * them, and fewer than two values after it draw nothing.
 */
export function Sparkline({ points, definition, label }: SparklineProps) {
  const values = points.map(({ value }) => value);
  const first = values.lastIndexOf(null) + 1;
  // There is no null after the last one.
  const known = values.slice(first) as readonly number[];
  const isNrr = definition.key === 'NRR';
  const isOpen = points.at(-1)?.period.open;
  const shown = isNrr ? [...known, 1] : known;
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low || 1;
  // In a box of 2400 by 440, the right edge leaving room for the end's mark.
  const x = (index: number) => Math.round((2360 * (first + index)) / (values.length - 1));
  const y = (value: number) => Math.round(400 - (360 * (value - low)) / span);
  const places = known.map((value, index) => `${x(index)} ${y(value)}`);
  const path = (from: number, to?: number) => `M${places.slice(from, to).join('L')}`;
  return (
    known.length > 1 && (
      <svg className="pl-spark" viewBox="0 0 2400 440" preserveAspectRatio="none" role="img" aria-label={label}>
        <path d={`${path(0)}V440H${x(0)}`} />
        <path d={isNrr ? `M0 ${y(1)}H2400` : ''} />
        <path d={isOpen ? path(0, -1) : path(0)} />
        <path d={isOpen ? path(-2) : ''} />
        <path d={`${path(-1)}h.1`} />
      </svg>
    )
  );
}
