import type { ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';
import { fullValue } from '../format/value.ts';
import { sparkPaths } from './spark-paths.ts';

/** Props of {@link Sparkline}. */
export interface SparklineProps extends Pick<ReadingPartsFragment, 'definition' | 'change'> {
  readonly points: SeriesPartsFragment['points'];
  readonly locale: string;
}

/**
 * The course of a value as a line with its end marked; red where the value got worse. Net retention is held against
 * 100%: the other retentions cannot pass it, so there it is the ceiling and no mark to beat. Drawn from the numbers
 * alone, so it is whole on the server.
 */
export function Sparkline({ points, definition, change, locale }: SparklineProps) {
  const paths = sparkPaths(
    points.map(({ value }) => value),
    points.at(-1)?.period.open,
    definition.key === 'NRR' ? 1 : undefined,
  );
  if (!paths) return null;
  const [area, base, line, open, mark] = paths;
  return (
    <svg
      className="pl-spark"
      data-tone={change?.assessment}
      viewBox="0 0 2400 440"
      preserveAspectRatio="none"
      role="img"
      aria-label={points.map((point) => fullValue(point, definition.unit, locale)).join(', ')}
    >
      <path d={area} />
      <path d={base} />
      <path d={line} />
      <path d={open} />
      <path d={mark} />
    </svg>
  );
}
