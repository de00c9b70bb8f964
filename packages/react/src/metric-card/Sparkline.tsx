import { sparkPaths } from './spark-paths.ts';

/** Props of {@link Sparkline}. */
export interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** Whether the last period is unfinished, which draws its stretch dashed. */
  readonly lastOpen: boolean;
  readonly reference: number | undefined;
  readonly tone: string | undefined;
  /** The picture in words. */
  readonly text: string;
}

/** The course of a value as a line with its end marked. Drawn from the numbers alone, so it is whole on the server. */
export function Sparkline({ values, lastOpen, reference, tone, text }: SparklineProps) {
  const paths = sparkPaths(values, lastOpen, reference);
  return (
    paths && (
      <svg
        className="pl-spark"
        data-tone={tone}
        viewBox="0 0 240 44"
        preserveAspectRatio="none"
        role="img"
        aria-label={text}
      >
        {Object.entries(paths).map(([part, path]) => (
          <path key={part} className={`pl-${part}`} d={path} />
        ))}
      </svg>
    )
  );
}
