import { formatPercent } from '../format/number.ts';
import { RetryButton, type RetryButtonProps } from './Missing.tsx';

/** Props of {@link ReadingNotices}. */
export interface ReadingNoticesProps extends RetryButtonProps {
  readonly status: string;
  /** How much of the data is known, 0…1. */
  readonly coverage: number;
  readonly lowSample?: boolean;
  readonly locale: string;
}

/** Says what stands between this number and a plain reading of it: out of date, partial, few answers. */
export function ReadingNotices(props: ReadingNoticesProps) {
  const { labels, coverage } = props;
  const notices = [
    props.status === 'stale' && labels.stale,
    coverage < 1 && `${labels.coverage} ${formatPercent(coverage, props.locale)}`,
    props.lowSample && labels.lowSample,
  ].filter(Boolean);
  return (
    notices[0] && (
      <p className="pl-notices">
        {notices.join(' · ')} <RetryButton {...props} />
      </p>
    )
  );
}
